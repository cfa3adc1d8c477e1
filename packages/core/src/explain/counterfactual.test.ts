import { describe, expect, test } from 'vitest';
import { assess } from '../assessment/assess.ts';
import { shipmentSchema } from '../shipment/schema.ts';
import { buildRulebook } from '../testing/rulebook.ts';
import { buildShipment, type ShipmentChanges } from '../testing/shipment.ts';
import { counterfactual } from './counterfactual.ts';

const rulebook = buildRulebook();
const listed = { name: 'Hetian Haolin Hair Accessories Co., Ltd.' };

function clear(changes: ShipmentChanges) {
  const shipment = buildShipment(changes);
  const found = counterfactual(shipment, rulebook);
  if (found.kind !== 'found') throw new Error(`expected a change that clears, got ${found.kind}`);
  return { shipment, found };
}

const guilty: readonly [string, ShipmentChanges, readonly string[]][] = [
  ['a listed maker', { parties: [listed] }, ['data.parties[0].name', 'data.parties[0].address']],
  [
    'goods declared of Xinjiang',
    { items: [{ regionOfOrigin: 'CN-XJ' }] },
    ['data.items[0].countryOfOrigin'],
  ],
  [
    'a listed maker, and a receipt in Urumqi',
    { parties: [listed], transport: { placeOfReceipt: 'CNURC' } },
    ['data.parties[0].name', 'data.parties[0].address', 'data.transport.placeOfReceipt'],
  ],
  [
    'cotton of Turkmenistan',
    { items: [{ commodityCode: '520100', description: 'Raw cotton', countryOfOrigin: 'TM' }] },
    ['data.items[0].countryOfOrigin'],
  ],
  ['no supplier', { parties: [{ role: 'importer', name: 'B' }] }, ['data.parties']],
  [
    'a placeholder',
    { parties: [{ role: 'exporter', name: 'TO ORDER' }] },
    ['data.parties[0].name', 'data.parties[0].address'],
  ],
];

describe('the smallest change that clears', () => {
  test.each(guilty)('%s', (_what, changes, paths) => {
    const { shipment, found } = clear(changes);
    expect(assess(shipment, rulebook).verdict).not.toBe('clear');
    expect(found.facts.map(({ path }) => path)).toEqual(paths);
    expect(found.smallest).toBe(true);
  });

  test.each(guilty)('does clear a valid shipment when it is applied: %s', (_what, changes) => {
    const { found } = clear(changes);
    const changed = shipmentSchema.parse(JSON.parse(JSON.stringify(found.shipment)));
    expect(assess(changed, rulebook)).toMatchObject({ verdict: 'clear', score: found.score });
  });

  test('leaves alone what is not in the way', () => {
    const { shipment, found } = clear({ parties: [listed, { role: 'importer', name: 'Buyer' }] });
    expect(found.shipment.parties[1]).toEqual(shipment.parties[1]);
    expect(found.shipment.transport).toEqual(shipment.transport);
  });

  test('keeps the item tied to the maker that was put in place', () => {
    const { found } = clear({
      parties: [{ ...listed, partyId: 'm1' }],
      items: [{ manufacturerPartyId: 'm1' }],
    });
    expect(found.shipment.parties[0]?.partyId).toBe('m1');
  });

  test('of many is found too, and not called the smallest', () => {
    const parties = Array.from({ length: 12 }, (_each, n) => ({ ...listed, partyId: `m${n}` }));
    const { found } = clear({ parties });
    expect(found.smallest).toBe(false);
    expect(assess(found.shipment, rulebook).verdict).toBe('clear');
  });

  test('is none for a shipment that is clear', () => {
    expect(counterfactual(buildShipment(), rulebook)).toEqual({ kind: 'clear-already' });
  });

  test('is none where nothing that can be changed helps', () => {
    const broken = buildRulebook({
      matcher: {
        match: () => {
          throw new Error('no index');
        },
      },
    });
    expect(counterfactual(buildShipment(), broken).kind).toBe('none-found');
  });
});
