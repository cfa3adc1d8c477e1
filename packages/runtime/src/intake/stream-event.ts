/**
 * How a declared event stands in the stream: a CloudEvents document, keyed by the thread of
 * declarations it belongs to, so that a correction never overtakes what it corrects.
 */
import { shipmentDeclaredType, type DeclaredEvent } from '@herkomst/core';
import type { StreamEvent } from '../ports/event-stream.ts';
import type { ShipmentKey } from '../ports/store.ts';
import { defaultTenant, isTenant } from '../tenant.ts';
import { writeCarried, type Carried } from '../tracing/carried.ts';

export function shipmentKeyOf({ source, shipment }: DeclaredEvent): ShipmentKey {
  return {
    source,
    shipmentId: shipment.shipmentId,
    declarationKind: shipment.declaration.kind,
  };
}

/** One text per key, whatever characters its parts hold. */
export function writeShipmentKey({ source, shipmentId, declarationKind }: ShipmentKey): string {
  return JSON.stringify([source, shipmentId, declarationKind]);
}

/** CloudEvents extension attribute: whose event it is. */
const tenantName = 'herkomsttenant';

export function writeTenant(tenant: string): Record<string, string> {
  return { [tenantName]: tenant };
}

/**
 * @param event a CloudEvent as parsed JSON, or anything else. What names nobody belongs to the
 * default tenant, as all did before there were others; null for a name that is none.
 */
export function readTenant(event: unknown): string | null {
  const named: unknown =
    typeof event === 'object' && event !== null ? Reflect.get(event, tenantName) : undefined;
  if (named === undefined) return defaultTenant;
  return isTenant(named) ? named : null;
}

const nothingCarried: Carried = { receivedAt: null, traceparent: null };

export function toStreamEvent(
  event: DeclaredEvent,
  carried: Carried = nothingCarried,
  tenant = defaultTenant,
): StreamEvent {
  return {
    // Tenants with a key in common keep their order among each other, too, which does no harm.
    key: writeShipmentKey(shipmentKeyOf(event)),
    value: JSON.stringify({
      specversion: '1.0',
      id: event.id,
      source: event.source,
      type: shipmentDeclaredType,
      ...(event.time === null ? {} : { time: event.time }),
      ...writeTenant(tenant),
      ...writeCarried(carried),
      datacontenttype: 'application/json',
      data: event.shipment,
    }),
  };
}
