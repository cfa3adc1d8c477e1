import { describe, expect, test } from 'vitest';
import { assess } from '../assessment/assess.ts';
import type { Determination } from '../assessment/assessment.ts';
import { buildRulebook } from '../testing/rulebook.ts';
import { buildParty, buildShipment, type ShipmentChanges } from '../testing/shipment.ts';

const rulebook = buildRulebook();
const haolin = { name: 'Hetian Haolin Hair Accessories Co., Ltd.' };
const transfer = { name: 'Anhui Hongtai Textile Co., Ltd.' };
const meixin = { name: 'Lop County Meixin Hair Products Co., Ltd.' };
const wigs = [{ commodityCode: '670420', description: 'Wigs of human hair' }];
const shirts = [{ commodityCode: '610910', description: 'T-shirts of cotton' }];

function ruling(regime: string, changes: ShipmentChanges = {}): Determination {
  const all = assess(buildShipment(changes), rulebook).determinations;
  const found = all.find((each) => each.regime === regime);
  if (found === undefined) throw new Error(`no determination under ${regime}`);
  return found;
}
const nl = { declaration: { jurisdiction: 'NL' } };

describe('the UFLPA', () => {
  const uflpa = (changes: ShipmentChanges) => ruling('us-uflpa', changes);

  test.each([
    ['of a listed maker, by its clause', { parties: [haolin] }, '(i)'],
    ['of one that takes transferred workers in', { parties: [transfer] }, '(ii)'],
    [
      'under the registration number of one',
      { parties: [{ identifiers: [{ scheme: 'USCC' as const, value: '91653224MA775XXX12' }] }] },
      '(i)',
    ],
    ['declared of Xinjiang', { items: [{ regionOfOrigin: 'CN-XJ' }] }, 'in Xinjiang'],
    [
      'of a maker there',
      { parties: [{ address: { lines: [], city: 'Urumqi', country: 'CN' } }] },
      'in Xinjiang',
    ],
    [
      'of an input from there',
      { items: [{ ...shirts[0], description: 'Shirts of Xinjiang cotton' }] },
      'in Xinjiang',
    ],
  ])('applies to goods %s', (_what, changes, basis) => {
    expect(uflpa(changes)).toMatchObject({
      status: 'applies',
      clock: { amount: 30, unit: 'days' },
    });
    expect(uflpa(changes).basis).toContain(basis);
    expect(uflpa(changes).findings.length).toBeGreaterThan(0);
  });

  test.each([
    ['a possible match', { parties: [{ name: 'Hetian Haolin Import' }] }],
    ['a listed buyer', { parties: [{}, { role: 'consignee' as const, ...haolin }] }],
    [
      'an exporter in Xinjiang',
      {
        parties: [
          { role: 'exporter' as const, address: { lines: [], city: 'Urumqi', country: 'CN' } },
        ],
      },
    ],
    [
      'the address of a listed firm',
      {
        parties: [
          {
            address: {
              lines: ['Building 12, 538 Fengting Avenue'],
              city: 'Suzhou',
              region: 'Jiangsu',
              country: 'CN',
            },
          },
        ],
      },
    ],
    ['a receipt in Urumqi', { transport: { placeOfReceipt: 'CNURC' } }],
  ])('is indicated by %s', (_what, changes) => {
    expect(uflpa(changes).status).toBe('indicated');
  });

  test('asks for documents from the raw material on, with the lines they are about', () => {
    const { documents } = uflpa({ parties: [haolin], items: [...shirts, ...wigs, {}] });
    expect(documents.map(({ commodity, lines }) => [commodity, lines])).toEqual([
      ['Cotton', [1]],
      ['Human hair', [2]],
      ['Other goods', [3]],
    ]);
    expect(documents[0]?.documents).toEqual([
      'Bale tags and gin records',
      'A mass balance from bale to garment',
    ]);
  });

  test.each([
    ['elsewhere', 'not-applicable', { parties: [haolin], ...nl }],
    [
      'before it took effect',
      'not-applicable',
      { parties: [haolin], declaration: { lodgedAt: '2022-06-20T00:00:00Z' } },
    ],
    ['where nothing points there', 'not-indicated', {}],
    [
      'of a train through Alashankou',
      'not-indicated',
      { transport: { transhipmentPorts: ['CNAKL'] } },
    ],
    [
      'where a fact is missing',
      'undetermined',
      { parties: [{ role: 'exporter' as const, name: 'TO ORDER' }] },
    ],
  ])('%s is %s', (_what, status, changes) => {
    expect(uflpa(changes).status).toBe(status);
  });

  test('does not apply before the entity was on the list', () => {
    const on = (lodgedAt: string) =>
      uflpa({ parties: [transfer], declaration: { lodgedAt } }).status;
    expect([on('2024-05-16T00:00:00Z'), on('2024-05-17T00:00:00Z')]).toEqual([
      'not-indicated',
      'applies',
    ]);
  });
});

describe('Withhold Release Orders and Findings', () => {
  const wro = (changes: ShipmentChanges) => ruling('us-cbp-wro', changes);

  test('apply to goods of a maker under one, named with kind and date', () => {
    expect(wro({ parties: [meixin], items: wigs })).toMatchObject({
      status: 'applies',
      basis: 'WRO of 17 June 2020 on Lop County Meixin Hair Products Co., Ltd.',
      clock: { amount: 3, unit: 'months', startsWith: 'import' },
    });
  });

  test('apply to a country’s goods and to a vessel’s catch', () => {
    expect(
      wro({ items: [{ commodityCode: '5201', description: 'Cotton', countryOfOrigin: 'TM' }] })
        .status,
    ).toBe('applies');
    const fish = [{ commodityCode: '030343', description: 'Tuna' }];
    expect(wro({ items: fish, transport: { vessel: { name: 'Da Wang' } } }).status).toBe('applies');
  });

  test.each([
    ['indicated', 'other goods of that maker', { parties: [meixin] }],
    ['indicated', 'a possible match', { parties: [{ name: 'Lop County Trading' }], items: wigs }],
    ['not-indicated', 'nobody under one', {}],
    ['not-applicable', 'another country', { parties: [meixin], items: wigs, ...nl }],
  ])('are %s for %s', (status, _what, changes) => {
    expect(wro(changes).status).toBe(status);
  });
});

describe('CAATSA', () => {
  test.each([
    ['applies', 'goods of North Korea', { items: [{ countryOfOrigin: 'KP' }] }],
    [
      'indicated',
      'its workers in a description',
      { items: [{ description: 'Coats sewn by DPRK workers' }] },
    ],
    [
      'not-indicated',
      'cotton of Turkmenistan',
      { items: [{ commodityCode: '5201', description: 'Cotton', countryOfOrigin: 'TM' }] },
    ],
    ['not-applicable', 'another country', { items: [{ countryOfOrigin: 'KP' }], ...nl }],
  ])('is %s for %s', (status, _what, changes) => {
    expect(ruling('us-caatsa', changes).status).toBe(status);
  });
});

describe('Regulation (EU) 2024/3015', () => {
  const eu = (
    jurisdiction: string,
    lodgedAt: string,
    changes: ShipmentChanges = { parties: [haolin] },
  ) => ruling('eu-2024-3015', { ...changes, declaration: { jurisdiction, lodgedAt } });

  test('is advice until 14 December 2027, and a concern for an authority after', () => {
    expect(eu('NL', '2027-12-13T23:59:59Z')).toMatchObject({ status: 'advisory', clock: null });
    expect(eu('NL', '2027-12-13T23:59:59Z').explanation).toContain('14 December 2027');
    expect(eu('NL', '2027-12-14T00:00:00Z')).toMatchObject({
      status: 'indicated',
      clock: { amount: 30, unit: 'working-days' },
    });
  });

  test('never applies by itself: an authority decides', () => {
    const { verdict, determinations } = assess(
      buildShipment({
        parties: [haolin],
        declaration: { jurisdiction: 'DE', lodgedAt: '2028-01-01T00:00:00Z' },
      }),
      rulebook,
    );
    expect(determinations.find(({ regime }) => regime === 'eu-2024-3015')?.status).toBe(
      'indicated',
    );
    expect(verdict).toBe('alert');
  });

  test('is about Member States only, and asks for documents', () => {
    expect(eu('GB', '2028-01-01T00:00:00Z').status).toBe('not-applicable');
    expect(eu('NL', '2026-01-01T00:00:00Z').documents).toHaveLength(1);
    expect(eu('NL', '2026-01-01T00:00:00Z', {}).status).toBe('not-indicated');
  });
});

describe('the OECD guidelines', () => {
  const oecd = (changes: ShipmentChanges) => ruling('oecd-due-diligence', { ...nl, ...changes });

  test('ask to end the relationship where the link is settled, anywhere', () => {
    expect(oecd({ parties: [haolin] }).status).toBe('applies');
    expect(oecd({ parties: [haolin] }).recommendedAction).toContain('end the relationship');
  });

  test('ask to look into signs, and to map goods with a risk', () => {
    expect(oecd({ transport: { placeOfReceipt: 'CNURC' } })).toMatchObject({
      status: 'indicated',
      basis: 'step 2: identify and assess adverse impacts',
    });
    expect(oecd({ items: wigs })).toMatchObject({
      status: 'indicated',
      basis: 'step 2: scope risks by sector and country',
      documents: [],
    });
  });

  test('do not take a contradiction, or what speaks against, for a sign', () => {
    expect(oecd({ items: [{ countryOfOrigin: 'VN' }] }).status).toBe('not-indicated');
    expect(oecd({}).status).toBe('not-indicated');
  });

  test('are undetermined where a fact is missing', () => {
    expect(oecd({ parties: [{ ...buildParty(), name: 'N/A' }] }).status).toBe('undetermined');
  });
});
