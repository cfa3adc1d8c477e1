import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import { buildParty, type ShipmentChanges } from '../testing/shipment.ts';
import { againstMakerElsewhere } from './against-maker-elsewhere.ts';

const on = (changes: ShipmentChanges) => find(againstMakerElsewhere, changes).findings;
const registered = { identifiers: [{ scheme: 'USCC' as const, value: '914403001922038216' }] };

describe('a maker named elsewhere', () => {
  test('speaks against a little, and more with a registration that agrees', () => {
    expect(on({})).toMatchObject([{ weight: -0.3, claim: { kind: 'counter' } }]);
    expect(on({ parties: [registered] })).toMatchObject([{ weight: -0.6 }]);
    expect(on({})[0]?.summary).toContain('in Guangdong');
  });

  test.each<[string, ShipmentChanges]>([
    ['only exports', { parties: [{ role: 'exporter' }] }],
    ['has no street', { parties: [{ address: { lines: [], city: 'Foshan', country: 'CN' } }] }],
    [
      'has a postcode of another province',
      {
        parties: [{ address: { ...buildParty().address, lines: ['Lane 1'], postcode: '461000' } }],
      },
    ],
    [
      'has a registration that can not be right',
      { parties: [{ identifiers: [{ scheme: 'USCC', value: '914403001922038217' }] }] },
    ],
    [
      'sits in Xinjiang',
      { parties: [{ address: { lines: ['Lane 1'], city: 'Urumqi', country: 'CN' } }] },
    ],
    ['may be on a list', { parties: [{ name: 'Hetian Haolin Import' }] }],
    ['is one of two, the other unknown', { parties: [{}, { name: 'TO ORDER' }] }],
    [
      'did not make all of the goods',
      {
        parties: [
          { partyId: 'm', role: 'manufacturer' },
          { partyId: 'x', role: 'exporter', name: 'B', address: { lines: [] } },
        ],
        items: [{ manufacturerPartyId: 'm' }, { manufacturerPartyId: 'x' }],
      },
    ],
  ])('says nothing where it %s', (_what, changes) => {
    expect(on(changes)).toEqual([]);
  });
});
