import { startOfInput } from '@herkomst/runtime';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRowReader, type CsvRow } from './rows.ts';

function read(text: string, separator: string, size: number) {
  const reader = createRowReader({
    maxBytes: 1 << 20,
    start: startOfInput,
    separator,
    firstRow: 1,
  });
  const bytes = new TextEncoder().encode(text);
  const rows = [];
  for (let at = 0; at < bytes.length; at += size)
    rows.push(...reader.push(bytes.subarray(at, at + size)));
  return [...rows, ...reader.end()];
}

const cell = fc.string({ unit: fc.constantFrom(...'ab ",;\t\n\r', 'é', '和', '😀'), maxLength: 6 });

/** Quoted where it must be, and now and then where it need not. */
function quote(text: string, separator: string, always: boolean): string {
  const must = /["\n\r]/.test(text) || text.includes(separator) || text.trim() === '';
  return must || always ? `"${text.replaceAll('"', '""')}"` : text;
}

it('reads what is well formed as another parser does', () => {
  const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  });
  const separators = fc.constantFrom(',', ';', '\t');
  const ends = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(
      table,
      separators,
      ends,
      fc.integer({ min: 1, max: 9 }),
      (rows, separator, end, size) => {
        const text = rows
          .map(
            (cells) =>
              cells.map(([value, always]) => quote(value, separator, always)).join(separator) + end,
          )
          .join('');
        const ours = read(text, separator, size);
        const theirs = parse(text, {
          delimiter: separator,
          relax_column_count: true,
          record_delimiter: end,
        });
        expect(ours.map(({ cells }) => cells)).toEqual(theirs);
        expect(ours.every(({ fault }) => fault === null)).toBe(true);
        expect(Buffer.concat(ours.map(({ bytes }) => bytes)).toString()).toBe(text);
      },
    ),
    { seed: 2026, numRuns: 1000 },
  );
});

it('keeps every byte of whatever it is given, blank lines aside', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab",\n\r', '\n"'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (given, size) => {
      const rows = read(given, ',', size);
      const kept = Buffer.concat(rows.map(({ bytes }) => bytes)).toString();
      const withoutBlank = (lines: string): string => lines.replaceAll(/^[ \r]*(\n|$)/gm, '');
      expect(withoutBlank(kept)).toBe(withoutBlank(given));
      const whole = read(given, ',', 1000);
      const show = (each: CsvRow) => ({ ...each, bytes: Buffer.from(each.bytes).toString() });
      expect(rows.map(show)).toEqual(whole.map(show));
    }),
    { seed: 2026, numRuns: 2000 },
  );
});

it('takes a cell over very many lines for a quote that is not closed', () => {
  const rows = read(`a,"b\n${'x,y\n'.repeat(300)}`, ',', 1000);
  expect(rows).toHaveLength(301);
  expect(rows[0]).toMatchObject({ number: 1, line: 1, fault: { code: 'csv-quotes' } });
  expect(rows.slice(1).every(({ fault, cells }) => fault === null && cells.length === 2)).toBe(
    true,
  );
  expect(rows.at(-1)).toMatchObject({ number: 301, line: 301 });
});

it('counts rows as a spreadsheet does, and lines beside them', () => {
  const rows = read('a,"b\nc"\n\nd,e\n', ',', 1000);
  expect(rows.map(({ number, line }) => [number, line])).toEqual([
    [1, 1],
    [3, 4],
  ]);
});
