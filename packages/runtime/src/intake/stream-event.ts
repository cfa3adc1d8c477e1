/**
 * How a declared event stands in the stream: a CloudEvents document, keyed by the thread of
 * declarations it belongs to, so that a correction never overtakes what it corrects.
 */
import { shipmentDeclaredType, type DeclaredEvent } from '@herkomst/core';
import type { StreamEvent } from '../ports/event-stream.ts';
import type { ShipmentKey } from '../ports/store.ts';
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

const nothingCarried: Carried = { receivedAt: null, traceparent: null };

export function toStreamEvent(
  event: DeclaredEvent,
  carried: Carried = nothingCarried,
): StreamEvent {
  return {
    key: writeShipmentKey(shipmentKeyOf(event)),
    value: JSON.stringify({
      specversion: '1.0',
      id: event.id,
      source: event.source,
      type: shipmentDeclaredType,
      ...(event.time === null ? {} : { time: event.time }),
      ...writeCarried(carried),
      datacontenttype: 'application/json',
      data: event.shipment,
    }),
  };
}
