import { describe, expect, test } from 'vitest';
import { buildShipment, type ShipmentChanges } from '../testing/shipment.ts';
import { inferLinks } from './infer.ts';

const shipment = (shipmentId: string, lodgedAt: string, more: ShipmentChanges = {}) =>
  buildShipment({
    shipmentId,
    declaration: { lodgedAt },
    parties: [
      { role: 'manufacturer', name: 'Maker Works' },
      {
        role: 'exporter',
        name: 'Export House',
        address: { lines: [], country: 'CN', city: 'Ningbo' },
      },
      { role: 'consignee', name: 'Dutch Shop BV', address: { lines: [], country: 'NL' } },
    ],
    items: [{ commodityCode: '61091000' }],
    ...more,
  });

describe('links inferred from shipments', () => {
  const shipments = [
    shipment('S-1', '2025-03-01T00:00:00Z'),
    shipment('S-2', '2026-05-01T23:30:00-02:00'),
    shipment('S-3', '2026-01-01T00:00:00Z', {
      parties: [
        { role: 'manufacturer', name: 'Other Works' },
        { role: 'exporter', name: 'EXPORT HOUSE CO LTD', address: { lines: [], country: 'CN' } },
        { role: 'consignee', name: 'To Order' },
      ],
    }),
  ];

  test('go from maker to exporter to consignee, counted, dated and shared out', () => {
    const links = inferLinks(shipments);
    expect(links.map(({ from, to }) => `${from.name} > ${to.name}`).toSorted()).toEqual([
      'Export House > Dutch Shop BV',
      'Maker Works > Export House',
      'Other Works > EXPORT HOUSE CO LTD',
    ]);
    expect(links.find(({ from }) => from.name === 'Maker Works')).toMatchObject({
      kind: 'supplies',
      hs: '610910',
      shipments: 2,
      share: 2 / 3,
      validFrom: '2025-03-01',
      seen: '2026-05-02',
      inferred: true,
      source: { name: 'declared shipments', url: 'urn:herkomst:shipment:S-2' },
    });
  });

  test('are the same in whatever order the shipments come, and however often', () => {
    const again = [...shipments.toReversed(), ...shipments];
    expect(inferLinks(again)).toEqual(inferLinks(shipments));
  });

  test('are none for a firm with itself, nor where two makers may have made an item', () => {
    const own = shipment('S-4', '2026-01-01T00:00:00Z', {
      parties: [
        { role: 'manufacturer', name: 'One Firm' },
        { role: 'exporter', name: 'One Firm Co., Ltd.' },
      ],
    });
    const two = shipment('S-5', '2026-01-01T00:00:00Z', {
      parties: [
        { role: 'manufacturer', name: 'First Works' },
        { role: 'manufacturer', name: 'Second Works' },
        { role: 'exporter', name: 'Export House' },
      ],
    });
    expect(inferLinks([own, two])).toEqual([]);
  });

  test('take the maker that an item names', () => {
    const named = shipment('S-6', '2026-01-01T00:00:00Z', {
      parties: [
        { role: 'manufacturer', partyId: 'a', name: 'First Works' },
        { role: 'manufacturer', partyId: 'b', name: 'Second Works' },
        { role: 'exporter', name: 'Export House' },
      ],
      items: [{ manufacturerPartyId: 'b' }],
    });
    expect(inferLinks([named]).map(({ from }) => from.name)).toEqual(['Second Works']);
  });
});
