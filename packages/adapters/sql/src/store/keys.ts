/**
 * Digests that stand for keys whose parts senders choose: of one length whatever is in them, and
 * different when the parts are.
 */
import { hash } from 'node:crypto';
import type { EventKey, ShipmentKey } from '@herkomst/runtime';

/** SHA-256, hex. */
export function eventDigest({ source, id }: EventKey): string {
  return digest(source, id);
}

/** SHA-256, hex. */
export function shipmentDigest({ source, shipmentId, declarationKind }: ShipmentKey): string {
  return digest(source, shipmentId, declarationKind);
}

function digest(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex');
}
