import { expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { goodsCountryGood } from './goods-country-good.ts';

const on = (commodityCode: string, countryOfOrigin: string) =>
  find(goodsCountryGood, {
    items: [{ commodityCode, description: 'Goods', countryOfOrigin }],
  }).findings;

test('a good listed for forced labour is told with its list and version', () => {
  expect(on('67042000', 'CN')).toMatchObject([
    { weight: 0.9, citation: { list: 'us-dol-tvpra', entry: 'Hair Products, CN' } },
  ]);
  expect(on('67042000', 'CN')[0]?.summary).toContain('(version of 1 January 2026)');
});

test('a good made with a listed input weighs less, and names the country of the input', () => {
  expect(on('854143', 'VN')).toMatchObject([{ weight: 0.6 }]);
  expect(on('854143', 'VN')[0]?.summary).toContain('an input from CN');
});

test.each([
  ['another country', '67042000', 'IN'],
  ['child labour alone', '570110', 'IN'],
  ['another good', '690721', 'CN'],
])('nothing is said of %s', (_what, code, country) => {
  expect(on(code, country)).toEqual([]);
});
