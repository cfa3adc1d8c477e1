import { expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { originMakerCountry } from './origin-maker-country.ts';

test('an origin that is not the country of the maker is told with both', () => {
  const { findings } = find(originMakerCountry, { items: [{ countryOfOrigin: 'VN' }] });
  expect(findings).toMatchObject([
    {
      path: 'data.items[0].countryOfOrigin',
      matched: 'VN',
      weight: 1.2,
      claim: { kind: 'oddity' },
    },
  ]);
  expect(findings[0]?.summary).toContain('is in CN');
});

test('lines that say the same are told once, lines that say another thing again', () => {
  const items = ['VN', 'VN', 'KH'].map((countryOfOrigin) => ({ countryOfOrigin }));
  const { findings } = find(originMakerCountry, { items });
  expect(findings.map(({ path }) => path)).toEqual([
    'data.items[0].countryOfOrigin',
    'data.items[2].countryOfOrigin',
  ]);
});

test.each([
  ['the origin is the country', { items: [{ countryOfOrigin: 'CN' }] }],
  ['no origin is declared', { items: [{ countryOfOrigin: undefined }] }],
  ['two makers could have made it', { parties: [{}, {}], items: [{ countryOfOrigin: 'VN' }] }],
  [
    'the party only exports',
    { parties: [{ role: 'exporter' as const }], items: [{ countryOfOrigin: 'VN' }] },
  ],
])('nothing is said where %s', (_what, changes) => {
  expect(find(originMakerCountry, changes).findings).toEqual([]);
});

test('an item that names its maker is held against that one', () => {
  const parties = [
    { partyId: 'a', address: { lines: [], country: 'VN' } },
    { partyId: 'b', address: { lines: [], country: 'CN' } },
  ];
  const on = (manufacturerPartyId: string) =>
    find(originMakerCountry, { parties, items: [{ countryOfOrigin: 'VN', manufacturerPartyId }] })
      .findings.length;
  expect([on('a'), on('b')]).toEqual([0, 1]);
});
