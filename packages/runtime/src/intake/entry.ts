/**
 * One thing handed in, read or refused, with the bytes it came as. Files, requests and streams all
 * turn into these, so that what happens to a bad line does not depend on the door it came through.
 */
import type { DeclaredEvent, InputFault } from '@herkomst/core';

export type EntryReading =
  | { readonly kind: 'declared'; readonly event: DeclaredEvent }
  | {
      readonly kind: 'invalid';
      /** 'invalid-json', 'invalid-utf8', 'schema', 'csv-row', ... */
      readonly code: string;
      /** At least one. */
      readonly faults: readonly InputFault[];
    };

export interface IntakeEntry {
  /** 'line 12', 'event 3'; null when the whole input is the entry. */
  readonly position: string | null;
  /** The bytes as they came. */
  readonly original: Uint8Array;
  readonly reading: EntryReading;
}
