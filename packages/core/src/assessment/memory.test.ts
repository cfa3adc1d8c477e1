/** What is remembered of other shipments must never show in an assessment. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutMemory } from '../rulebook/rulebook.ts';
import type { Shipment, ShipmentItem, ShipmentParty } from '../shipment/schema.ts';
import { buildRulebook } from '../testing/rulebook.ts';
import { buildParty, buildShipment } from '../testing/shipment.ts';
import { assess } from './assess.ts';

/** Alike in most, so that what is remembered of one is a temptation for the next. */
const party: fc.Arbitrary<ShipmentParty> = fc
  .record({
    role: fc.constantFrom('manufacturer' as const, 'exporter' as const, 'consignee' as const),
    name: fc.constantFrom(
      'Hetian Haolin Hair Accessories Co., Ltd.',
      'Foshan Baolin Ceramics Co., Ltd.',
      'Lop County Trading',
      'TO ORDER',
    ),
    city: fc.constantFrom('Foshan', 'Luopu', undefined),
    postcode: fc.constantFrom('528000', '848200', undefined),
    country: fc.constantFrom('CN', 'NL'),
    phone: fc.constantFrom('+86 903 6823456', undefined),
    identifier: fc.constantFrom('914403001922038216', '91410000000000000A', undefined),
  })
  .map(({ role, name, city, postcode, country, phone, identifier }) =>
    buildParty({
      role,
      name,
      phone,
      address: { lines: ['Lane 1'], city, postcode, country },
      identifiers: identifier === undefined ? [] : [{ scheme: 'USCC', value: identifier }],
    }),
  );

const item = fc.record({
  commodityCode: fc.constantFrom('67042000', '67041100', '61091000', '67'),
  description: fc.constantFrom('Wigs of human hair', 'T-shirts of Xinjiang cotton', 'Goods'),
  countryOfOrigin: fc.constantFrom('CN', 'VN', undefined),
  regionOfOrigin: fc.constantFrom('CN-XJ', undefined),
});

const shipment: fc.Arbitrary<Shipment> = fc
  .record({
    jurisdiction: fc.constantFrom('NL', 'US'),
    lodgedAt: fc.constantFrom('2021-03-01T00:00:00Z', '2026-03-01T00:00:00Z'),
    placeOfReceipt: fc.constantFrom('CNURC', undefined),
    parties: fc.array(party, { minLength: 1, maxLength: 3 }),
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
  })
  .map(({ jurisdiction, lodgedAt, placeOfReceipt, parties, items }) => ({
    ...buildShipment({ declaration: { jurisdiction, lodgedAt }, transport: { placeOfReceipt } }),
    parties,
    items: items.map((each, n): ShipmentItem => ({ lineNumber: n + 1, ...each })),
  }));

test('a shipment gets the same bytes with nothing remembered and with much', () => {
  const warm = buildRulebook();
  fc.assert(
    fc.property(fc.array(shipment, { minLength: 1, maxLength: 4 }), (shipments) => {
      const cold = shipments.map((each) => JSON.stringify(assess(each, withoutMemory(warm))));
      // What is asked for a few times only is not kept yet.
      for (let round = 0; round < 9; round += 1) {
        const bytes = shipments.map((each) => JSON.stringify(assess(structuredClone(each), warm)));
        expect(bytes).toEqual(cold);
      }
    }),
    { numRuns: 60, seed: 4 },
  );
}, 60_000);
