import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { buildParty, type ShipmentChanges } from '../testing/shipment.ts';
import { factsNeeded } from './facts-needed.ts';

const paths = (changes: ShipmentChanges) => find(factsNeeded, changes).gaps.map(({ path }) => path);
const bare = { ...buildParty(), address: undefined };

describe('nothing is missing', () => {
  test.each<[string, ShipmentChanges]>([
    ['in a whole declaration', {}],
    [
      'where goods of elsewhere come from a supplier without an address',
      { parties: [bare], items: [{ countryOfOrigin: 'PT' }] },
    ],
    [
      'where the region of origin is declared',
      { parties: [bare], items: [{ countryOfOrigin: 'CN', regionOfOrigin: 'CN-GD' }] },
    ],
    [
      'where no rule asks for the origin of such goods',
      {
        parties: [{ ...buildParty({ role: 'exporter' }) }],
        items: [{ countryOfOrigin: undefined }],
      },
    ],
    [
      'where the maker’s country stands for the origin',
      { items: [{ commodityCode: '670420', countryOfOrigin: undefined }] },
    ],
  ])('%s', (_what, changes) => {
    expect(paths(changes)).toEqual([]);
  });
});

describe('a gap', () => {
  test.each(['TO ORDER', 'unknown', 'N/A', '---', 'XXXX', 'onbekend', 'T.B.A.', '不详'])(
    'is a supplier called %s',
    (name) => {
      expect(paths({ parties: [{ name }] })).toEqual(['data.parties[0].name']);
    },
  );

  test('is a shipment without any supplier', () => {
    expect(paths({ parties: [{ role: 'importer' }] })).toContain('data.parties');
  });

  test('is a supplier whose place in China nobody gives', () => {
    expect(paths({ parties: [bare] })).toEqual(['data.parties[0].address']);
    expect(paths({ parties: [{ address: { lines: [], country: 'CN' } }] })).toEqual([
      'data.parties[0].address',
    ]);
  });

  test.each([
    ['a watched sector', '670420'],
    ['an order on one country', '610910'],
    ['a list of goods by country', '570110'],
  ])('is an origin that %s asks for', (_what, commodityCode) => {
    expect(
      paths({
        parties: [{ role: 'exporter' }],
        items: [{ commodityCode, countryOfOrigin: undefined }],
      }),
    ).toEqual(['data.items[0].countryOfOrigin']);
  });
});

test('a buyer may be anybody', () => {
  expect(paths({ parties: [{}, { role: 'buyer', name: 'TO ORDER' }] })).toEqual([]);
});
