/** The parts of rows that several tables have alike. */
import type { ShipmentKey } from '@herkomst/runtime';
import { releaseText } from '../held-text.ts';

export interface ShipmentKeyRow {
  readonly source: string;
  readonly shipment_id: string;
  readonly declaration_kind: string;
}

export const shipmentKeyColumns = {
  source: (key: ShipmentKey) => key.source,
  shipment_id: (key: ShipmentKey) => key.shipmentId,
  declaration_kind: (key: ShipmentKey) => key.declarationKind,
};

export function releaseShipmentKey(row: ShipmentKeyRow): ShipmentKey {
  return {
    source: releaseText(row.source),
    shipmentId: releaseText(row.shipment_id),
    declarationKind: releaseText(row.declaration_kind),
  };
}

export function releaseNullable(held: string | null): string | null {
  return held === null ? null : releaseText(held);
}
