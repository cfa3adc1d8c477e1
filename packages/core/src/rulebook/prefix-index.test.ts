import { expect, test } from 'vitest';
import { indexPrefixes } from './prefix-index.ts';

const index = indexPrefixes(
  [
    { name: 'wigs', prefixes: ['6704'] },
    { name: 'human hair', prefixes: ['0501', '670420'] },
  ],
  ({ prefixes }) => prefixes,
);
const covering = (code: string) => index.covering(code).map(({ name }) => name);
const finer = (code: string) => index.finerThan(code).map(({ name }) => name);

test('a code falls under every prefix it begins with, in the order given', () => {
  expect(covering('67042000')).toEqual(['wigs', 'human hair']);
  expect(covering('670411')).toEqual(['wigs']);
  expect(covering('6703')).toEqual([]);
});

test('a code too short may hide a finer prefix', () => {
  expect(finer('67')).toEqual(['wigs', 'human hair']);
  expect(finer('6704')).toEqual(['human hair']);
  expect(finer('670420')).toEqual([]);
});
