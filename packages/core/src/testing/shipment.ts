/** Shipments for tests: a plain innocent one, and the same with parts of it changed. */
import {
  shipmentSchema,
  type Shipment,
  type ShipmentItem,
  type ShipmentParty,
} from '../shipment/schema.ts';

export interface ShipmentChanges {
  readonly shipmentId?: string;
  readonly declaration?: Partial<Shipment['declaration']>;
  readonly transport?: Partial<Shipment['transport']>;
  /** Replaces the parties; each is filled up to a whole one. */
  readonly parties?: readonly Partial<ShipmentParty>[];
  /** Replaces the items; each is filled up to a whole one. */
  readonly items?: readonly Partial<ShipmentItem>[];
}

/** An innocent maker of ceramic tiles in Foshan. */
export function buildParty(changes: Partial<ShipmentParty> = {}): ShipmentParty {
  return {
    role: 'manufacturer',
    name: 'Foshan Baolin Ceramics Co., Ltd.',
    otherNames: [],
    address: {
      lines: ['No. 8 Jihua 5th Road'],
      city: 'Foshan',
      region: 'Guangdong',
      postcode: '528000',
      country: 'CN',
    },
    identifiers: [],
    ...changes,
  };
}

/** Ceramic tiles, which no list and no sector speaks of. */
export function buildItem(changes: Partial<ShipmentItem> = {}): ShipmentItem {
  return {
    lineNumber: 1,
    commodityCode: '690721',
    description: 'Ceramic floor tiles, glazed',
    countryOfOrigin: 'CN',
    ...changes,
  };
}

/** A valid shipment; throws when the changes make it invalid, so that no test rests on nonsense. */
export function buildShipment(changes: ShipmentChanges = {}): Shipment {
  return shipmentSchema.parse({
    shipmentId: changes.shipmentId ?? 'S-1',
    declaration: {
      kind: 'import',
      jurisdiction: 'US',
      lodgedAt: '2026-03-02T08:00:00Z',
      ...changes.declaration,
    },
    transport: {
      mode: 'sea',
      portOfLoading: 'CNFOS',
      portOfDischarge: 'USLAX',
      ...changes.transport,
    },
    parties: (changes.parties ?? [{}]).map(buildParty),
    items: (changes.items ?? [{}]).map((item, index) =>
      buildItem({ lineNumber: index + 1, ...item }),
    ),
  });
}
