/**
 * Every kind of malformed CSV through the file door: the error is named with row, column and value,
 * the rows are kept as they came, and the shipments before and after pass.
 */
import { expect, it } from 'vitest';
import { createMemoryIntake } from '@herkomst/runtime/testing';
import { takeInput } from './doors.ts';
import { after, before, header, malformedRows } from './malformed-rows.ts';

it.each(malformedRows)(
  'a CSV with $kind',
  async ({ rows, code, path, says, position = 'row 3' }) => {
    const door = createMemoryIntake();
    const content = Buffer.concat([
      Buffer.from(`${header}\r\n${before}\r\n`),
      Buffer.from(rows),
      Buffer.from(`\r\n${after}\r\n`),
    ]);
    const rejected = await takeInput(door, { name: 'week 9.csv', content });
    expect(door.passed).toEqual(['ü-before', 'after']);
    expect(rejected).toHaveLength(1);
    const [fault] = rejected[0]?.faults ?? [];
    expect(rejected[0]).toMatchObject({ code, position });
    expect(fault?.path).toBe(path);
    expect(fault?.message).toMatch(says);
    const [letter, ...others] = await door.letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ code, position, origin: 'file:week 9.csv', path });
    const kept = Buffer.concat([
      Buffer.from(`${header}\r\n`),
      Buffer.from(rows),
      Buffer.from('\r\n'),
    ]);
    expect(Buffer.from(letter?.original ?? []).toString('latin1')).toBe(kept.toString('latin1'));
  },
);

const body = `\n${before}\n`;

it.each<[kind: string, text: string | Uint8Array, code: string, path: string, says: string]>([
  ['no header', `${before}\n${after}`, 'csv-header', '', 'the first line must name the columns'],
  [
    'a column that is not known',
    `${header},colour${body}`,
    'unknown-column',
    'colour',
    'there is no such column',
  ],
  [
    'a misspelt column',
    header.replace('manufacturer_name', 'manufacturer_nmae') + body,
    'unknown-column',
    'manufacturer_nmae',
    'did you mean "manufacturer_name"?',
  ],
  [
    'a column twice',
    `${header},description${body}`,
    'duplicate-column',
    'description',
    'the column stands twice',
  ],
  [
    'no commodity code',
    header.replace('commodity_code,', '') + body,
    'missing-column',
    'commodity_code',
    'the file must have this column',
  ],
  [
    'no shipment',
    header.replace('shipment_id,', '') + body,
    'missing-column',
    'shipment_id',
    'the file must have this column',
  ],
  [
    'a value without a currency',
    header.replace(',currency', '') + body,
    'missing-column',
    'currency',
    '"value" needs this column beside it',
  ],
  [
    'a header that is not UTF-8',
    Buffer.from(`${header},größe${body}`, 'latin1'),
    'invalid-utf8',
    '',
    'header: byte 282 is not UTF-8',
  ],
  [
    'bare carriage returns',
    (header + body).replaceAll('\n', '\r'),
    'csv-header',
    '',
    'bare carriage returns',
  ],
  [
    'UTF-16',
    Buffer.from(`\ufeff${header}${body}`, 'utf16le'),
    'unsupported-encoding',
    '',
    'the text is in UTF-16; save it as UTF-8',
  ],
  [
    'the bytes of a workbook',
    'PK\u0003\u0004\u0014\0',
    'unsupported-format',
    '',
    'an Excel workbook',
  ],
])('a CSV with %s is refused whole', async (_kind, text, code, path, says) => {
  const door = createMemoryIntake();
  const content = Buffer.from(text as string);
  const rejected = await takeInput(door, { name: 'a.csv', content });
  expect(door.passed).toEqual([]);
  expect(rejected).toHaveLength(1);
  expect(rejected[0]).toMatchObject({ code, position: null });
  expect(rejected[0]?.faults[0]?.path).toBe(path);
  expect(rejected[0]?.faults[0]?.message).toContain(says);
  const [letter] = await door.letters();
  expect(letter?.original.length).toBeGreaterThan(0);
  expect(content.subarray(0, letter?.original.length).equals(letter?.original ?? content)).toBe(
    true,
  );
});
