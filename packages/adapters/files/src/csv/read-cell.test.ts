import { expect, it } from 'vitest';
import type { CellKind } from './columns.ts';
import { readCell } from './read-cell.ts';

it.each<[kind: CellKind, cell: string, separator: string, value: unknown]>([
  ['number', '1234.5', ',', 1234.5],
  ['number', '1234,5', ';', 1234.5],
  ['number', '12,75', ',', 12.75],
  ['number', '0,125', ';', 0.125],
  ['number', '1.234', ',', 1.234],
  ['number', '1250.500', ';', 1250.5],
  ['number', '1,234.50', ',', 1234.5],
  ['number', '1.234,50', ';', 1234.5],
  ['number', '1.234.567', ';', 1_234_567],
  ['number', '1,234,567', '\t', 1_234_567],
  ['number', '-3', ',', -3],
  ['integer', '12', ',', 12],
  ['commodity', '6704.20', ',', '670420'],
  ['commodity', '6704 20 00', ';', '67042000'],
  ['commodity', '0501', ',', '0501'],
  ['commodity', '67', ',', '67'],
  ['locode', 'NL RTM', ',', 'NLRTM'],
  ['locodes', 'SGSIN; MY TPP;', ',', ['SGSIN', 'MYTPP']],
  ['list', ' a | b ;c', ',', ['a', 'b', 'c']],
  ['lines', 'Road 1\r\n\r\nLop County', ',', ['Road 1', 'Lop County']],
  ['text', '91653224MA77Q4X07L', ',', '91653224MA77Q4X07L'],
  ['text', '12E5', ',', '12E5'],
])('reads the %s %j in a file with %j as %j', (kind, cell, separator, value) => {
  expect(readCell(kind, cell, separator)).toEqual({ kind: 'value', value });
});

it.each<[kind: CellKind, cell: string, separator: string, message: string]>([
  ['number', '1,234', ',', 'this could be 1234 or 1.2340'],
  ['number', '1.234', ';', 'this could be 1234 or 1.2340'],
  ['number', '12,345', '\t', 'this could be 12345 or 12.3450'],
  ['number', '€ 12', ',', 'expected a number'],
  ['number', '1.2E+07', ',', 'expected a number'],
  ['number', '1,23,456', ',', 'expected a number'],
  ['number', 'NaN', ',', 'expected a number'],
  ['integer', '1.0', ',', 'expected a whole number'],
  ['commodity', '501', ',', 'write "0501"'],
  ['commodity', '8541.4', ',', 'even number of digits, this one 5'],
  ['commodity', 'wigs', ',', 'expected an HS commodity code'],
  ['commodity', '670420000011', ',', 'expected an HS commodity code'],
  ['text', '9.13101E+17', ',', 'a spreadsheet has shortened this number'],
])('refuses the %s %j in a file with %j: %s', (kind, cell, separator, message) => {
  const reading = readCell(kind, cell, separator);
  expect(reading).toEqual({ kind: 'fault', message: expect.stringContaining(message) });
});
