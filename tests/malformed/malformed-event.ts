/** What a malformed event is, and the good one they are all made of. */
import { sampleEvent } from '@herkomst/runtime/testing';

export interface MalformedEvent {
  readonly kind: string;
  /** One line, without its end. */
  readonly line: string | Uint8Array;
  readonly code: string;
  /** Path of the first fault. */
  readonly path: string;
  /** In the first fault's message; '{7}' stands for the byte 7 of the line, counted in the input. */
  readonly says: string;
}

export const good = sampleEvent('bad');

/** The good event with one stretch replaced; a stretch that is not there would test nothing. */
export function change(from: string, to: string): string {
  if (!good.includes(from)) throw new Error(`the event does not hold ${from}`);
  return good.replace(from, to);
}
