/**
 * What is owed to those who read topics: it is noted in the transaction that stores what is to be
 * told, and crossed out once it was sent. A crash in between has it sent again, under the same id.
 */
import type { DeadLetter } from './records.ts';
import type { StoredAssessment } from './store.ts';

export type Publication = { readonly position: string; readonly tenant: string } & (
  | { readonly kind: 'assessments'; readonly assessments: readonly StoredAssessment[] }
  | { readonly kind: 'dead-letter'; readonly letter: DeadLetter }
);

export interface PublicationLog {
  /**
   * The oldest that are owed, at most so many, of each shipment in the order its assessments were
   * stored; empty when nothing is. What retention let go of meanwhile comes without assessments.
   * Takes no lock. Not the implementer's job: that two readers do not get the same.
   */
  owed(limit: number): Promise<readonly Publication[]>;

  /** Crosses them out, all or none; what is unknown or crossed out is no error. */
  settle(positions: readonly string[]): Promise<void>;
}
