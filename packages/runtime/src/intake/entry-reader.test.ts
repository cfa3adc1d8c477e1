import { expect, it } from 'vitest';
import {
  createJsonReader,
  createNdjsonReader,
  type EntryReader,
  type EntryReaderOptions,
} from './entry-reader.ts';
import type { IntakeEntry } from './entry.ts';

type Create = (options?: EntryReaderOptions) => EntryReader;

const event = (id: string): string =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source: 'urn:test',
    type: 'org.herkomst.shipment.declared.v1',
    data: {
      shipmentId: `S-${id}`,
      declaration: { kind: 'import', jurisdiction: 'NL' },
      transport: { mode: 'sea' },
      parties: [{ role: 'consignee', name: 'Zeevaart Ünlimited] BV "{' }],
      items: [{ lineNumber: 1, commodityCode: '670420', description: 'Wigs, "human" hair \\' }],
    },
  });

/** The same input in one chunk, byte by byte and in sevens must read alike. */
function read(create: Create, input: string | Uint8Array, options?: EntryReaderOptions) {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const [whole, ...cuts] = [bytes.length, 1, 7].map((size) => {
    const reader = create(options);
    const entries: IntakeEntry[] = [];
    for (let at = 0; at < bytes.length; at += size) {
      entries.push(...reader.push(bytes.subarray(at, at + size)));
    }
    entries.push(...reader.end());
    return entries.map(show);
  });
  for (const cut of cuts) expect(cut).toEqual(whole);
  return whole ?? [];
}

function show({ position, original, reading }: IntakeEntry) {
  const text = new TextDecoder().decode(original);
  if (reading.kind === 'declared') return { position, text, id: reading.event.id };
  const [fault] = reading.faults;
  return { position, text, code: reading.code, path: fault?.path, message: fault?.message };
}

it('reads NDJSON line by line, blank lines, CRLF and a missing last line end included', () => {
  const lines = read(createNdjsonReader, `${event('a')}\r\n\n  \t\r\n${event('b')}`);
  expect(lines).toEqual([
    { position: 'line 1', text: event('a'), id: 'a' },
    { position: 'line 4', text: event('b'), id: 'b' },
  ]);
});

it('names line, column and byte of a broken line and reads the rest', () => {
  const lines = read(createNdjsonReader, `{"ü":tru}\n${event('b')}\n{"a":1,}`);
  expect(lines).toEqual([
    {
      position: 'line 1',
      text: '{"ü":tru}',
      code: 'invalid-json',
      path: '["ü"]',
      message: 'line 1, column 6 (byte 6): expected a value, found "tru"',
    },
    { position: 'line 2', text: event('b'), id: 'b' },
    {
      position: 'line 3',
      text: '{"a":1,}',
      code: 'invalid-json',
      path: '',
      message: `line 3, column 8 (byte ${event('b').length + 20}): expected a key in double quotes, found "}"`,
    },
  ]);
});

it('reads an array element by element, and a broken element does not hide its neighbours', () => {
  const array = ` \n[${event('a')},\n {"x" 1}, ,${event('b')}]\n`;
  expect(read(createJsonReader, array)).toEqual([
    { position: 'event 1', text: event('a'), id: 'a' },
    {
      position: 'event 2',
      text: '{"x" 1}',
      code: 'invalid-json',
      path: 'x',
      message: `line 3, column 7 (byte ${3 + new TextEncoder().encode(event('a')).length + 8}): expected ":", found "1"`,
    },
    {
      position: 'event 3',
      text: '',
      code: 'invalid-json',
      path: '',
      message: expect.stringMatching(/^line 3, column 11 .*found the end of the text$/),
    },
    { position: 'event 4', text: event('b'), id: 'b' },
  ]);
});

it('reads one event over many lines, and an empty array as no events', () => {
  const pretty = JSON.stringify(JSON.parse(event('a')), null, 2);
  expect(read(createJsonReader, pretty)).toEqual([{ position: null, text: pretty, id: 'a' }]);
  expect(read(createJsonReader, ' [ ] ')).toEqual([]);
});

it('takes what an array that breaks off holds, and says that it breaks off', () => {
  const [first, second] = read(createJsonReader, `[${event('a')}`);
  expect(first).toMatchObject({ position: 'event 1', id: 'a' });
  expect(second).toMatchObject({ position: null, code: 'invalid-json' });
  expect(second?.message).toContain('the array is not closed');
});

it('keeps what stands behind an array', () => {
  const [fault] = read(createJsonReader, '[] [1]');
  expect(fault).toMatchObject({
    text: '[1]',
    message: 'line 1, column 4 (byte 3): expected the end of the text after the array',
  });
});

it('refuses a piece that is too long, keeps its beginning, and reads on', () => {
  const long = `{"id":"${'x'.repeat(900)}"}`;
  const options = { maxBytes: 800 };
  const lines = read(createNdjsonReader, `${long}\n${event('b')}\n`, options);
  expect(lines).toMatchObject([
    { position: 'line 1', code: 'too-long', text: long.slice(0, 800) },
    { position: 'line 2', id: 'b' },
  ]);
  expect(lines[0]?.message).toContain('at most 800 are allowed');
  expect(read(createJsonReader, `[${long},${event('b')}]`, options)).toMatchObject([
    { position: 'event 1', code: 'too-long' },
    { position: 'event 2', id: 'b' },
  ]);
  expect(read(createJsonReader, long, options)).toMatchObject([{ code: 'too-long' }]);
});

it('refuses bytes that are not UTF-8 at the byte', () => {
  const bytes = Uint8Array.of(0x7b, 0xef, 0xbf, 0xbd, 0xc3, 0xa9, 0xe9, 0x7d);
  expect(read(createNdjsonReader, bytes)).toMatchObject([
    { code: 'invalid-utf8', message: 'byte 6 (line 1 on) is not UTF-8' },
  ]);
});

it('refuses equal keys in one object, however they are written', () => {
  const [entry] = read(createNdjsonReader, event('a').replace('"role"', '"name":"X","role"'));
  expect(entry).toMatchObject({ code: 'duplicate-key', path: 'data.parties[0].name' });
  expect(read(createNdjsonReader, String.raw`{"id":1,"\u0069d":2}`)).toMatchObject([
    { code: 'duplicate-key', path: 'id' },
  ]);
});

it('finds a prototype in the data harmless and unknown', () => {
  const [entry] = read(createNdjsonReader, event('a').replace('"role"', '"__proto__":{},"role"'));
  expect(entry).toMatchObject({ code: 'schema', path: 'data.parties[0].__proto__' });
});

it('stands any depth of nesting', () => {
  const deep = '['.repeat(200_000);
  const closed = deep + ']'.repeat(200_000);
  const refused = { code: 'schema', position: 'line 1' };
  const codes = (input: string) => {
    const reader = createNdjsonReader();
    return [...reader.push(new TextEncoder().encode(input)), ...reader.end()].map(show);
  };
  expect(codes(event('a').replace('"sea"', closed))).toMatchObject([refused]);
  expect(codes(`{"data":${deep}`)).toMatchObject([{ code: 'invalid-json' }]);
});
