import { expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { goodsValuePerKg } from './goods-value-per-kg.ts';

const wigs = (amount: number, grossMassKg: number, currency = 'USD', commodityCode = '670420') =>
  find(goodsValuePerKg, {
    items: [{ commodityCode, description: 'Wigs', grossMassKg, value: { amount, currency } }],
  }).findings;

test('goods cheaper than any such are told with price and bound', () => {
  expect(wigs(300, 100)).toMatchObject([
    { path: 'data.items[0].value.amount', matched: '300 USD', weight: 0.8 },
  ]);
  expect(wigs(300, 100)[0]?.summary).toContain('about 3.00 US dollars a kilogram');
  expect(wigs(300, 100)[0]?.summary).toContain('costs at least 15');
});

test('goods dearer than any such too, in any currency with a rate', () => {
  expect(wigs(1_000_000, 100, 'EUR')[0]?.summary).toContain('about 11000 US dollars');
});

test.each([
  ['a usual price', wigs(20_000, 100)],
  ['the least there is', wigs(1500, 100)],
  ['a sample', wigs(1, 2)],
  ['a currency without a rate', wigs(300, 100, 'XXX')],
  ['no value, for customs alone', wigs(0, 100)],
  ['goods whose price is not known', wigs(1, 100, 'USD', '690721')],
])('nothing is said of %s', (_what, findings) => {
  expect(findings).toEqual([]);
});
