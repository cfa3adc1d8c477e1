import { expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { goodsUpstreamInput } from './goods-upstream-input.ts';

const on = (commodityCode: string, description: string, countryOfOrigin = 'CN') =>
  find(goodsUpstreamInput, { items: [{ commodityCode, description, countryOfOrigin }] }).findings;

test('a lamp is followed to the polysilicon in it, step by step', () => {
  const [finding] = on('940521', 'Solar lamps for gardens');
  expect(finding).toMatchObject({
    weight: 0.7,
    matched: 'Solar lamps',
    path: 'data.items[0].description',
  });
  expect(finding?.summary).toContain('solar lamps ← solar modules');
});

test('a shirt is of cotton as a rule, unless it says otherwise', () => {
  expect(on('611020', 'T-shirts')).toMatchObject([{ weight: 0.4, matched: '611020' }]);
  expect(on('611020', 'T-shirts of wool')).toEqual([]);
  expect(on('611020', 'T-shirts, 100% polyester')).toEqual([]);
});

test('words alone bring an input in where the code says nothing', () => {
  expect(on('950510', 'Carnival costume, cotton')).toMatchObject([{ matched: 'cotton' }]);
});

test('an origin outside the scope of the sector counts in part', () => {
  expect(on('950510', 'Wig of human hair for dolls', 'IN')).toMatchObject([{ weight: 0.35 }]);
});

test.each([
  ['a code that is in the sector already', '610910', 'T-shirts of cotton'],
  ['an input that is only possible', '670490', 'Wigs'],
  ['goods of no such input', '690721', 'Ceramic tiles'],
])('nothing is said of %s', (_what, code, description) => {
  expect(on(code, description)).toEqual([]);
});
