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

/** A batch asks for each of its digests several times; those of the latest batches are kept. */
const known = new Map<string, string>();
const mostKnown = 20_000;

function digest(...parts: readonly string[]): string {
  const text = JSON.stringify(parts);
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const made = hash('sha256', text, 'hex');
  // Names of any length are not kept in any number.
  if (text.length <= 500) known.set(text, made);
  return made;
}
