import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '../text/digest.ts';
import { canonicalParty, canonicalShipment } from './canonical.ts';
import {
  addressSchema,
  declarationSchema,
  identifierSchema,
  itemSchema,
  partySchema,
  shipmentSchema,
  transportSchema,
  type Shipment,
} from './schema.ts';

/** Every member the schema knows is here; the first test sees to it. */
const full: Shipment = {
  shipmentId: 'S "1"',
  declaration: {
    kind: 'import',
    mrn: '26NL1',
    jurisdiction: 'NL',
    lodgedAt: '2026-03-01T08:00:00Z',
  },
  transport: {
    mode: 'sea',
    billOfLading: 'BL1',
    masterBillOfLading: 'MBL1',
    vessel: { name: 'EVER', imo: '9811000' },
    voyage: '12W',
    placeOfReceipt: 'CNURC',
    portOfLoading: 'CNTAO',
    transhipmentPorts: ['SGSIN'],
    portOfDischarge: 'NLRTM',
    departedAt: '2026-02-01T08:00:00Z',
    estimatedArrivalAt: '2026-03-01T08:00:00Z',
    containers: ['MSKU1234565'],
  },
  parties: [
    {
      partyId: 'm1',
      role: 'manufacturer',
      name: '和田 "Haolin"',
      otherNames: ['Hetian'],
      address: {
        lines: ['No. 1'],
        city: 'Lop',
        region: 'Xinjiang',
        postcode: '848200',
        country: 'CN',
      },
      identifiers: [{ scheme: 'USCC', value: '91650000000000000X' }],
      phone: '+86 903 1234567',
    },
    { role: 'importer', name: 'B', otherNames: [], identifiers: [] },
  ],
  items: [
    {
      lineNumber: 1,
      commodityCode: '670420',
      description: 'wigs',
      countryOfOrigin: 'CN',
      regionOfOrigin: 'CN-XJ',
      manufacturerPartyId: 'm1',
      quantity: { value: 1.5, unit: 'PCE' },
      grossMassKg: 2,
      value: { amount: 3, currency: 'EUR' },
    },
    { lineNumber: 2, commodityCode: '67', description: 'more' },
  ],
};

const keysOf = (schema: z.ZodObject): string[] => Object.keys(schema.shape).toSorted();

describe('the canonical shipment', () => {
  test('is tried with every member the schema knows', () => {
    const [party] = full.parties;
    const [item] = full.items;
    expect(Object.keys(full).toSorted()).toEqual(Object.keys(shipmentSchema.shape).toSorted());
    expect(Object.keys(full.declaration).toSorted()).toEqual(keysOf(declarationSchema));
    expect(Object.keys(full.transport).toSorted()).toEqual(keysOf(transportSchema));
    expect(Object.keys(party ?? {}).toSorted()).toEqual(keysOf(partySchema));
    expect(Object.keys(party?.address ?? {}).toSorted()).toEqual(keysOf(addressSchema));
    expect(Object.keys(party?.identifiers[0] ?? {}).toSorted()).toEqual(keysOf(identifierSchema));
    expect(Object.keys(item ?? {}).toSorted()).toEqual(keysOf(itemSchema));
  });

  test('is what the plain canonical writer gives', () => {
    const parties = full.parties.map(canonicalParty);
    expect(canonicalShipment(full)).toBe(canonicalJson(full));
    expect(canonicalShipment(full, parties)).toBe(canonicalJson(full));
    expect(parties).toEqual(full.parties.map(canonicalJson));
  });

  test('is the same whatever order the members came in', () => {
    const turned = JSON.parse(JSON.stringify(full), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as Shipment;
    expect(canonicalShipment(turned)).toBe(canonicalShipment(full));
  });

  test('needs no member that may be left out, and writes any text and number as JSON does', () => {
    const bare: Shipment = {
      shipmentId: 'line\nbreak \u2028 "quoted" \\ 和田',
      declaration: { kind: 'import', jurisdiction: 'US' },
      transport: { mode: 'air', transhipmentPorts: [], containers: [], vessel: { name: 'É' } },
      parties: [
        { role: 'seller', name: 'x', otherNames: [], identifiers: [], address: { lines: [] } },
        {
          role: 'buyer',
          name: 'y',
          otherNames: [],
          identifiers: [],
          address: { lines: ['a'], country: 'NL' },
        },
      ],
      items: [
        {
          lineNumber: 1,
          commodityCode: '01',
          description: 'x',
          grossMassKg: 1e21,
          value: { amount: -0, currency: 'EUR' },
        },
        {
          lineNumber: 2,
          commodityCode: '01',
          description: 'x',
          grossMassKg: 1e-7,
          quantity: { value: 0.1, unit: 'KG' },
        },
      ],
    };
    expect(canonicalShipment(bare)).toBe(canonicalJson(bare));
  });
});
