import { expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { originMidMismatch } from './origin-mid-mismatch.ts';

const mid = (value: string, address = { lines: [], city: 'Foshan', country: 'CN' }) =>
  find(originMidMismatch, {
    parties: [{ address, identifiers: [{ scheme: 'MID', value }] }],
  }).findings;

test('a MID of another country is told before one of another city', () => {
  expect(mid('VNFOSBAO8HAN')).toMatchObject([{ weight: 1, matched: 'VNFOSBAO8HAN' }]);
  expect(mid('VNFOSBAO8HAN')[0]?.summary).toContain('of a maker in VN');
});

test('a MID of another city is a small matter', () => {
  expect(mid('CNFOSBAO8QIN')).toMatchObject([{ weight: 0.4 }]);
  expect(mid('CNFOSBAO8QIN')[0]?.summary).toContain('which would be FOS');
});

test.each(['CNFOSBAO8FOS', 'cn-fosbao-8-fos', 'CN123'])('%s is no matter', (value) => {
  expect(mid(value)).toEqual([]);
});

test('a Canadian MID begins with the province', () => {
  expect(mid('XOACMWID12TOR', { lines: [], city: 'Toronto', country: 'CA' })).toEqual([]);
});
