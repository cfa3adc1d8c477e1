import { readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { findApiBreaks, type ApiDocument } from './compatibility/api-breaks.ts';
import { findBreaks } from './compatibility/breaks.ts';
import { buildFiles, schemaFile } from './files.ts';
import type { JsonSchema } from './json-schema.ts';
import { publishedSchemas } from './published.ts';

const place = (path: string) => new URL(`../${path}`, import.meta.url);
const read = (path: string) => readFile(place(path), 'utf8');
const readJson = async (path: string) => JSON.parse(await read(path)) as JsonSchema;

test('what is checked in is what is generated', async () => {
  const { version } = (await readJson('package.json')) as { version: string };
  const files = buildFiles(version);
  expect((await readdir(place('generated/'))).toSorted()).toEqual([...files.keys()].toSorted());
  for (const [file, text] of files) {
    const hint = 'run `npx node packages/schemas/generate.ts` and look at what changes';
    expect(await read(`generated/${file}`), `${file}: ${hint}`).toBe(text);
  }
});

describe('what the last release promised', () => {
  // What came since then has promised nothing yet; the next test sees to it that none is left out.
  const were = new Set(readdirSync(place('released/')));
  const released = publishedSchemas.filter(({ name }) => were.has(schemaFile(name)));
  test.each(released)('holds for $name', async ({ name, direction, schema }) => {
    const released = await readJson(`released/${schemaFile(name)}`);
    expect(findBreaks(direction, released, schema)).toEqual([]);
  });

  test('holds for the API', async () => {
    const released = (await readJson('released/openapi.json')) as unknown as ApiDocument;
    const now = (await readJson('generated/openapi.json')) as unknown as ApiDocument;
    expect(findApiBreaks(released, now)).toEqual([]);
  });

  test('is all still published', async () => {
    const now = publishedSchemas.map(({ name }) => schemaFile(name));
    const files = (await readdir(place('released/'))).filter((file) => /schema/.test(file));
    expect(now).toEqual(expect.arrayContaining(files));
  });
});

test('the AsyncAPI document is one by its own schema', async () => {
  const specification = createRequire(import.meta.url)(
    '@asyncapi/specs/schemas/3.0.0-without-$id.json',
  ) as object;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  const isAsyncApi = ajv.compile(specification);
  const document = await readJson('generated/asyncapi.json');
  expect(isAsyncApi(document), JSON.stringify(isAsyncApi.errors)).toBe(true);
  expect(isAsyncApi({ ...document, channels: [] })).toBe(false);
});

test('each reference in the AsyncAPI document leads somewhere', async () => {
  const text = await read('generated/asyncapi.json');
  const references = [...text.matchAll(/"\$ref": "#\/([^"]+)"/g)].map(([, path]) => path ?? '');
  expect(references.length).toBeGreaterThan(4);
  for (const reference of references) {
    let here: unknown = JSON.parse(text);
    for (const step of reference.split('/')) here = Reflect.get(here as object, step);
    expect(here, reference).toBeDefined();
  }
});
