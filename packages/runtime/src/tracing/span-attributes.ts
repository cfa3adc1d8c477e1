/** What a span says of the event it is about, under one set of names. */
import type { DeclaredEvent } from '@herkomst/core';
import type { SpanAttributes } from '../ports/tracing.ts';

export function spanAttributes({ id, source, shipment }: DeclaredEvent): SpanAttributes {
  return {
    'herkomst.shipment_id': shipment.shipmentId,
    'herkomst.event_id': id,
    'herkomst.event_source': source,
  };
}
