import type { IntakeEntry } from '@herkomst/runtime';
import { sampleEvent } from '@herkomst/runtime/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  readEntries,
  readShipmentFile,
  type EntriesInput,
  type ReadOptions,
} from './read-entries.ts';

const csv = [
  'shipment_id,declaration_kind,jurisdiction,transport_mode,consignee_name,commodity_code,description',
  'S1,import,NL,sea,De Pruik BV,670420,Wigs',
].join('\n');

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'herkomst-read-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function read(
  name: string,
  content: EntriesInput['content'] | string,
  options?: ReadOptions,
) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const entries: IntakeEntry[] = [];
  for await (const batch of readEntries({ name, content: bytes }, options)) entries.push(...batch);
  return entries.map(show);
}

function show({ position, reading }: IntakeEntry): string {
  const what =
    reading.kind === 'declared'
      ? `${reading.event.source} ${reading.event.shipment.shipmentId}`
      : `${reading.code}: ${reading.faults.map(({ message }) => message).join('; ')}`;
  return `${position ?? 'whole'}: ${what}`;
}

it.each([
  [
    'a.ndjson',
    `${sampleEvent('1')}\n${sampleEvent('2')}`,
    ['line 1: urn:example:broker S-1', 'line 2: urn:example:broker S-2'],
  ],
  ['a.jsonl', sampleEvent('1'), ['line 1: urn:example:broker S-1']],
  ['a.json', sampleEvent('1'), ['line 1: urn:example:broker S-1']],
  [
    'a.json',
    `\n${JSON.stringify(JSON.parse(sampleEvent('1')), null, 2)}`,
    ['whole: urn:example:broker S-1'],
  ],
  [
    'a.json',
    `[${sampleEvent('1')},${sampleEvent('2')}]`,
    ['event 1: urn:example:broker S-1', 'event 2: urn:example:broker S-2'],
  ],
  [
    'a.json',
    `${sampleEvent('1')}\n${sampleEvent('2')}`,
    ['line 1: urn:example:broker S-1', 'line 2: urn:example:broker S-2'],
  ],
  ['a.csv', csv, ['row 2: file:a.csv S1']],
  ['März 1.csv', csv, ['row 2: file:M%C3%A4rz%201.csv S1']],
  ['export.txt', csv, ['row 2: file:export.txt S1']],
  ['stdin', sampleEvent('1'), ['line 1: urn:example:broker S-1']],
])('reads %s', async (name, text, shown) => {
  expect(await read(name, text)).toEqual(shown);
  expect(await read(`${name}.gz`, gzipSync(text))).toEqual(shown);
  expect(await read(name, `\ufeff${text}`)).toEqual(shown);
});

it('decompresses by the bytes, not by the name, and several members', async () => {
  const members = Buffer.concat([gzipSync(`${sampleEvent('1')}\n`), gzipSync(sampleEvent('2'))]);
  expect(await read('a.ndjson', members)).toEqual([
    'line 1: urn:example:broker S-1',
    'line 2: urn:example:broker S-2',
  ]);
});

it('takes what came before the compressed data break off, but no shipment of rows', async () => {
  const lines = Array.from({ length: 50 }, (_, at) => sampleEvent(String(at))).join('\n');
  const events = await read('a.ndjson.gz', gzipSync(lines).subarray(0, -8));
  expect(events.slice(0, 50)).toEqual(
    Array.from({ length: 50 }, (_, at) => `line ${at + 1}: urn:example:broker S-${at}`),
  );
  expect(events.slice(50)).toEqual([
    expect.stringMatching(/^whole: invalid-gzip: the compressed data can not be read to their end/),
  ]);
  const rows = await read('a.csv.gz', gzipSync(csv).subarray(0, -8));
  expect(rows).toEqual([
    expect.stringMatching(/^row 2: invalid-gzip: the shipment may be incomplete/),
    expect.stringMatching(/^whole: invalid-gzip: /),
  ]);
});

it.each([
  ['utf16.csv', Buffer.from(`\ufeff${csv}`, 'utf16le'), 'unsupported-encoding', 'UTF-16'],
  ['bare16.csv', Buffer.from(csv, 'utf16le'), 'unsupported-encoding', 'UTF-16'],
  [
    'swapped.csv',
    Buffer.from(`\ufeff${csv}`, 'utf16le').swap16(),
    'unsupported-encoding',
    'UTF-16',
  ],
  ['book.xlsx', Buffer.from('PK\u0003\u0004rest'), 'unsupported-format', 'save the sheet as CSV'],
  ['scan.pdf', Buffer.from('%PDF-1.7'), 'unsupported-format', 'PDF'],
  ['cds.xml', Buffer.from('<?xml version="1.0"?>'), 'unsupported-format', 'XML'],
  ['empty.csv', Buffer.from(''), 'empty-input', 'nothing in it'],
  ['empty.ndjson.gz', gzipSync(''), 'empty-input', 'nothing in it'],
  ['blank.csv', Buffer.from('\n\n'), 'csv-header', 'the first line must name the columns'],
])('refuses %s whole, saying why', async (name, bytes, code, reason) => {
  const [shown, ...others] = await read(name, bytes);
  expect(others).toEqual([]);
  expect(shown).toMatch(new RegExp(`^whole: ${code}: .*${reason}`));
});

it('counts bytes from the byte order mark on', async () => {
  expect(await read('a.ndjson', '\ufeff{"a" 1}')).toEqual([
    'line 1: invalid-json: line 1, column 6 (byte 8): expected ":", found "1"',
  ]);
});

it('hands entries over in batches while the input still comes', async () => {
  let given = 0;
  async function* source() {
    for (; given < 40; given += 1)
      yield new TextEncoder().encode(`${sampleEvent(String(given))}\n`);
  }
  const sizes: number[] = [];
  const input = { name: 'a.ndjson', content: source() };
  for await (const batch of readEntries(input, { maxBatch: 8 })) {
    sizes.push(batch.length);
    expect(given).toBeLessThanOrEqual(sizes.length * 8 + 16);
  }
  expect(sizes).toEqual([8, 8, 8, 8, 8]);
});

it('lets go of the source when its reader leaves', async () => {
  let closed = false;
  async function* source() {
    try {
      for (let at = 0; ; at += 1) yield new TextEncoder().encode(`${sampleEvent(String(at))}\n`);
    } finally {
      closed = true;
    }
  }
  for await (const batch of readEntries({ name: 'a.ndjson', content: source() })) {
    if (batch.length > 0) break;
  }
  expect(closed).toBe(true);
});

it('reads a file, and passes on the system’s error when there is none', async () => {
  const path = join(directory, 'a.ndjson');
  await writeFile(path, sampleEvent('1'));
  const batches = [];
  for await (const batch of readShipmentFile(path)) batches.push(batch.map(show));
  expect(batches).toEqual([['line 1: urn:example:broker S-1']]);
  const missing = readShipmentFile(join(directory, 'b.ndjson'));
  await expect(missing.next()).rejects.toMatchObject({ code: 'ENOENT' });
});
