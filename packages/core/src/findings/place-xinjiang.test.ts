import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { buildParty, type ShipmentChanges } from '../testing/shipment.ts';
import { placeXinjiang } from './place-xinjiang.ts';

const signs = (changes: ShipmentChanges) =>
  find(placeXinjiang, changes).findings.map(({ path, matched, claim }) => [
    path,
    matched,
    claim.kind === 'region' ? claim.tie : claim.kind,
  ]);
const at = (address: Record<string, unknown>) => ({
  parties: [{ address: { lines: [], country: 'CN', ...address } }],
});

describe('a place in Xinjiang', () => {
  test.each<[string, ShipmentChanges, unknown[]]>([
    [
      'as the declared region',
      { items: [{ regionOfOrigin: 'CN-XJ' }] },
      ['data.items[0].regionOfOrigin', 'CN-XJ', 'origin'],
    ],
    [
      'under its other code',
      { items: [{ regionOfOrigin: 'CN-65' }] },
      ['data.items[0].regionOfOrigin', 'CN-65', 'origin'],
    ],
    ['in the city', at({ city: 'Luopu' }), ['data.parties[0].address.city', 'Luopu', 'maker']],
    [
      'in a line, in Hanzi',
      at({ lines: ['新疆洛浦县北京工业园区'] }),
      ['data.parties[0].address.lines[0]', '新疆', 'maker'],
    ],
    [
      'as the code of the region field',
      at({ region: 'XJ' }),
      ['data.parties[0].address.region', 'XJ', 'maker'],
    ],
    [
      'by its postcode',
      at({ postcode: '848200' }),
      ['data.parties[0].address.postcode', '848200', 'maker'],
    ],
    [
      'by a postcode within a line',
      at({ lines: ['Lane 4, 848200'] }),
      ['data.parties[0].address.lines[0]', '848200', 'maker'],
    ],
    [
      'by its telephone code',
      { parties: [{ phone: '+86 903 6823456' }] },
      ['data.parties[0].phone', '+86 903 6823456', 'other'],
    ],
    [
      'by its registration',
      { parties: [{ identifiers: [{ scheme: 'USCC', value: '91653224MA775XXX12' }] }] },
      ['data.parties[0].identifiers[0].value', '91653224MA775XXX12', 'other'],
    ],
    [
      'by the city in a MID',
      {
        parties: [
          {
            ...buildParty(),
            address: undefined,
            identifiers: [{ scheme: 'MID', value: 'CNSUNBEA4LUO' }],
          },
        ],
      },
      ['data.parties[0].identifiers[0].value', 'CNSUNBEA4LUO', 'oddity'],
    ],
    [
      'as the place of receipt',
      { transport: { placeOfReceipt: 'CNURC' } },
      ['data.transport.placeOfReceipt', 'CNURC', 'other'],
    ],
    [
      'as an input',
      { items: [{ description: 'Shirts of Xinjiang cotton' }] },
      ['data.items[0].description', 'Xinjiang cotton', 'origin'],
    ],
    [
      'as an input, in Hanzi',
      { items: [{ description: '新疆棉T恤' }] },
      ['data.items[0].description', '新疆棉', 'origin'],
    ],
    [
      'as an input, turned round',
      { items: [{ description: 'cotton from Aksu, combed' }] },
      ['data.items[0].description', 'cotton from Aksu', 'origin'],
    ],
    [
      'elsewhere in the description',
      { items: [{ description: 'Xinjiang style dance costume' }] },
      ['data.items[0].description', 'Xinjiang', 'other'],
    ],
  ])('%s', (_what, changes, sign) => {
    expect(signs(changes)).toContainEqual(sign);
  });

  test('in the address of an exporter points there, and does not settle who made the goods', () => {
    const [sign] = find(placeXinjiang, {
      parties: [{ role: 'exporter', address: { lines: [], city: 'Urumqi', country: 'CN' } }],
    }).findings;
    expect(sign).toMatchObject({ weight: 4.95, claim: { tie: 'other' } });
  });

  test('is told with the words found and the place they mean', () => {
    const [finding] = find(placeXinjiang, at({ city: '洛浦' })).findings;
    expect(finding?.summary).toBe(
      'The address of the manufacturer "Foshan Baolin Ceramics Co., Ltd." says "洛浦", which is Lop County in Xinjiang.',
    );
  });
});

describe('no sign of Xinjiang', () => {
  test.each<[string, ShipmentChanges]>([
    ['a street named after one', at({ lines: ['88 Urumqi South Road'], city: 'Shanghai' })],
    ['a street in Hanzi', at({ lines: ['乌鲁木齐南路88号'] })],
    ['an ambiguous word alone', at({ lines: ['Lop Building'] })],
    [
      'a namesake in Turkey',
      { parties: [{ name: 'Aksu Tekstil', address: { lines: [], city: 'Izmir', country: 'TR' } }] },
    ],
    [
      'an Indian postcode',
      { parties: [{ address: { lines: [], city: 'Ranchi', postcode: '834001' } }] },
    ],
    [
      'a telephone in Texas',
      { parties: [{ ...buildParty(), address: undefined, phone: '(903) 555-1234' }] },
    ],
    [
      'a shop in Rotterdam that buys',
      {
        parties: [
          { role: 'consignee', name: 'Xinjiang Food', address: { lines: [], country: 'NL' } },
        ],
      },
    ],
    ['a MID whose city fits', at({ city: 'Luoyang' })],
  ])('%s', (_what, changes) => {
    expect(signs(changes)).toEqual([]);
  });
});

test('a train through Alashankou is a hint and no more', () => {
  const [finding] = find(placeXinjiang, { transport: { transhipmentPorts: ['CNAKL'] } }).findings;
  expect(finding).toMatchObject({ weight: 0.5, claim: { kind: 'oddity' } });
  expect(finding?.summary).toContain('goods of other provinces pass too');
});

test('an address that names the region under another country counts in part, and says so', () => {
  const [finding] = find(placeXinjiang, {
    parties: [{ address: { lines: ['Urumqi, Xinjiang'], country: 'HK' } }],
  }).findings;
  expect(finding).toMatchObject({ matched: 'Xinjiang', weight: 2.75, claim: { tie: 'other' } });
  expect(finding?.summary).toContain('though its country is given as HK');
});

test('a trader there counts in part where the maker is named elsewhere, and in full where not', () => {
  const trader = {
    role: 'exporter' as const,
    name: 'Tianshan Restaurant',
    address: { lines: [], city: 'Urumqi', country: 'CN' },
  };
  const weights = (parties: ShipmentChanges['parties'] = []) =>
    find(placeXinjiang, { parties }).findings.map(({ weight }) => weight);
  expect(weights([trader, {}])).toEqual([2.97]);
  expect(weights([trader, { name: 'TO ORDER' }])).toEqual([4.95]);
  expect(weights([trader])).toEqual([4.95]);
});
