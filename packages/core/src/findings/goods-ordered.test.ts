import { expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { goodsOrdered } from './goods-ordered.ts';

const on = (commodityCode: string, countryOfOrigin: string, lodgedAt = '2026-03-01T00:00:00Z') =>
  find(goodsOrdered, {
    declaration: { lodgedAt },
    items: [{ commodityCode, description: 'Goods', countryOfOrigin }],
  });

test('goods of a country under an order are told with the order and its date', () => {
  const { findings, gaps } = on('520100', 'TM');
  expect(findings).toMatchObject([
    {
      weight: 6.5,
      citation: {
        list: 'us-cbp-wro',
        entry: 'All Turkmenistan cotton',
        effectiveDate: '2018-05-18',
      },
      claim: { kind: 'ordered-goods', inForce: true },
    },
  ]);
  expect(findings[0]?.summary).toContain('of 18 May 2018 (Cotton)');
  expect(gaps).toEqual([]);
});

test.each([
  ['of another country', '520100', 'UZ', undefined],
  ['under another code', '080719', 'TM', undefined],
  ['before the order', '520100', 'TM', '2018-05-17T00:00:00Z'],
  ['of a country of which an order names only a part', '710210', 'ZW', undefined],
])('nothing is said of goods %s', (_what, code, country, lodgedAt) => {
  expect(on(code, country, lodgedAt)).toEqual({ findings: [], gaps: [] });
});

test('a code too short to tell is a gap', () => {
  expect(on('61', 'TM').gaps).toMatchObject([{ path: 'data.items[0].commodityCode' }]);
  expect(on('61', 'UZ').gaps).toEqual([]);
});
