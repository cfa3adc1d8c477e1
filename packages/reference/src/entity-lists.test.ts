/** A user's own lists: taken in when right, refused whole, with every fault named, when not. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InvalidListError, loadEntityLists, type ListFault } from './entity-lists.ts';
import { loadKnowledge } from './knowledge.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'herkomst-lists-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

function listOf(list: string, ids: readonly string[]) {
  return {
    list,
    title: 'Watch list',
    authority: 'Our own compliance team',
    version: '2026-11-01.1',
    asOf: '2026-11-01',
    url: 'https://example.org/watch',
    entities: ids.map((id) => ({
      id,
      kind: 'organization',
      name: `Firm ${id}`,
      listings: [{ clause: 'watch', effectiveDate: '2026-11-01' }],
      status: 'active',
      url: 'https://example.org/watch',
    })),
  };
}

async function put(name: string, value: unknown): Promise<void> {
  await writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
}

async function faults(): Promise<readonly ListFault[]> {
  const error = await loadEntityLists(folder).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InvalidListError)) throw new Error('expected InvalidListError');
  expect(error.code).toBe('invalid-list');
  for (const { file, path } of error.faults) {
    expect(error.message).toContain(file);
    expect(error.message).toContain(path);
  }
  return error.faults.map((fault) => ({ ...fault, file: fault.file.slice(folder.length + 1) }));
}

test('a list of a new id is added, one of a shipped id takes its place', async () => {
  await put('watch.json', listOf('own-watch', ['own:a', 'own:b']));
  await put('uflpa.json', listOf('us-uflpa', ['uflpa:only-this']));
  await put('README.md', 'not a list');
  const { entityLists } = await loadKnowledge(folder);
  expect(entityLists.map(({ list, entities }) => [list, entities.length])).toEqual([
    ['us-cbp-wro', 73],
    ['us-uflpa', 1],
    ['own-watch', 2],
  ]);
});

test('every fault of every file is told at once, with file and path', async () => {
  const bad = listOf('own-watch', ['own:a', 'own:b']);
  await put('a.json', { ...bad, asOf: 'yesterday', entitties: [] });
  await put('b.json', '{ "list": ');
  expect(await faults()).toMatchObject([
    { file: 'a.json', path: 'asOf', message: expect.stringContaining('expected a date') },
    { file: 'a.json', path: 'entitties', message: expect.stringContaining('no such field') },
    { file: 'b.json', path: '' },
  ]);
});

test('one id can not mean two entities, nor two files one list', async () => {
  await put('a.json', listOf('own-watch', ['own:a', 'own:a', 'uflpa:aksu-biaoxin-fiber']));
  await put('b.json', listOf('own-watch', ['own:c']));
  expect((await faults()).map(({ file, path }) => [file, path])).toEqual([
    ['a.json', 'entities[1].id'],
    ['a.json', 'entities[2].id'],
    ['b.json', 'list'],
  ]);
});

test('a folder that is not there, or holds no list, is a fault and not an empty screening', async () => {
  expect(await faults()).toMatchObject([{ message: expect.stringContaining('holds no list') }]);
  await expect(loadEntityLists(join(folder, 'nowhere'))).rejects.toThrow(/nowhere.*ENOENT/);
});
