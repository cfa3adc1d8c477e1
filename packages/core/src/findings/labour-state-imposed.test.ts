import { describe, expect, test } from 'vitest';
import { find } from '../testing/find.ts';
import type { ShipmentChanges } from '../testing/shipment.ts';
import { labourStateImposed } from './labour-state-imposed.ts';

const signs = (changes: ShipmentChanges) =>
  find(labourStateImposed, changes).findings.map(({ path, claim }) =>
    claim.kind === 'state-labour' ? [path, claim.regime.id, claim.tie] : [path, claim.kind],
  );
const shirts = { commodityCode: '610910', description: 'T-shirts of cotton' };

describe('labour that a state imposes', () => {
  test.each<[string, ShipmentChanges, unknown[]]>([
    [
      'goods of North Korea, whatever they are',
      { items: [{ countryOfOrigin: 'KP' }] },
      ['data.items[0].countryOfOrigin', 'north-korea', 'origin'],
    ],
    [
      'a maker there',
      { parties: [{ address: { lines: [], city: 'Rason', country: 'KP' } }] },
      ['data.parties[0].address.country', 'north-korea', 'maker'],
    ],
    [
      'a trader there',
      { parties: [{ role: 'exporter', address: { lines: ['Pyongyang'], country: 'CN' } }] },
      ['data.parties[0].address.lines[0]', 'north-korea', 'other'],
    ],
    [
      'its workers in a description',
      { items: [{ description: 'Coats, DPRK processing' }] },
      ['data.items[0].description', 'north-korea', 'other'],
    ],
    [
      'loading there',
      { transport: { portOfLoading: 'KPNAM' } },
      ['data.transport.portOfLoading', 'north-korea', 'other'],
    ],
    [
      'cotton of Turkmenistan',
      { items: [{ ...shirts, countryOfOrigin: 'TM' }] },
      ['data.items[0].countryOfOrigin', 'turkmen-cotton', 'origin'],
    ],
    [
      'its cotton in a shirt made elsewhere',
      { items: [{ ...shirts, description: 'T-shirts, Turkmen cotton', countryOfOrigin: 'TR' }] },
      ['data.items[0].description', 'turkmen-cotton', 'other'],
    ],
  ])('%s', (_what, changes, sign) => {
    expect(signs(changes)).toContainEqual(sign);
  });

  test.each<[string, ShipmentChanges]>([
    [
      'melons of Turkmenistan',
      { items: [{ commodityCode: '080719', description: 'Melons', countryOfOrigin: 'TM' }] },
    ],
    ['the Korean minority of China', { items: [{ description: '朝鲜族服装' }] }],
    ['South Korea', { items: [{ countryOfOrigin: 'KR' }] }],
    ['a buyer there', { parties: [{}, { role: 'buyer', name: 'DPRK Trading' }] }],
    [
      'goods before the rule',
      { items: [{ countryOfOrigin: 'KP' }], declaration: { lodgedAt: '2017-01-01T00:00:00Z' } },
    ],
  ])('not %s', (_what, changes) => {
    expect(signs(changes)).toEqual([]);
  });
});
