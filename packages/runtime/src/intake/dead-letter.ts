/** A refused entry as a dead letter, whose id comes from its origin and bytes: twice is once. */
import type { InputFault } from '@herkomst/core';
import { createHash } from 'node:crypto';
import type { DeadLetter } from '../ports/store.ts';

export interface Refusal {
  readonly origin: string;
  readonly position: string | null;
  readonly code: string;
  readonly faults: readonly InputFault[];
  readonly original: Uint8Array;
}

export function toDeadLetter(refusal: Refusal, receivedAt: string): DeadLetter {
  const { origin, position, code, faults, original } = refusal;
  const digest = createHash('sha256')
    .update(JSON.stringify([origin, position, code]))
    .update(original)
    .digest('hex');
  return {
    deadLetterId: `dead-${digest.slice(0, 32)}`,
    origin,
    position,
    code,
    reason: writeFaults(faults),
    path: faults[0]?.path ?? null,
    original,
    receivedAt,
  };
}

/** 'data.items[0].commodityCode: expected ...; data.parties: missing', at most ten of them. */
export function writeFaults(faults: readonly InputFault[]): string {
  const shown = faults
    .slice(0, 10)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const more = faults.length - shown.length;
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
