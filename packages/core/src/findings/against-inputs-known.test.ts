import { expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { againstInputsKnown } from './against-inputs-known.ts';

const on = (...descriptions: readonly string[]) =>
  find(againstInputsKnown, {
    items: descriptions.map((description) => ({ commodityCode: '610910', description })),
  }).findings;

test.each([
  ['T-shirts of Brazilian cotton', 'Brazilian cotton'],
  ['T-shirts, US organic cotton', 'US organic cotton'],
  ['T-shirts of cotton from Australia', 'cotton from Australia'],
  ['Wigs of Indian remy hair', 'Indian remy hair'],
])('%s', (description, matched) => {
  expect(on(description)).toMatchObject([{ matched, weight: -0.6, claim: { kind: 'counter' } }]);
});

test.each([
  'T-shirts of cotton',
  'T-shirts of Xinjiang and Brazilian cotton',
  'Brazilian flag on cotton T-shirt',
  'Brazilian beach towels',
])('nothing speaks against in "%s"', (description) => {
  expect(on(description)).toEqual([]);
});

test('every line must say where its input comes from', () => {
  expect(on('Shirts of Brazilian cotton', 'Shirts of cotton')).toEqual([]);
});
