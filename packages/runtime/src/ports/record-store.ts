/**
 * Small documents that the service keeps for people and for its other processes: how far a file has
 * got, backtests, rulebooks that were published, versions of lists that were seen. What stands in
 * them is not its business.
 */
import type { Page, PageRequest } from './store.ts';

export interface KeptRecord {
  readonly id: string;
  /** JSON text. */
  readonly record: string;
}

/** What is kept for one tenant shows nothing of another's; as `Stores`. */
export interface RecordStores {
  of(tenant: string): RecordStore;
}

export interface RecordStore {
  /** Inserts, or replaces the record of the same kind and id, which keeps its place in the list. */
  put(kind: string, id: string, record: string): Promise<void>;

  /** Inserts unless there is one of the kind and id, in one step; whether it did. */
  add(kind: string, id: string, record: string): Promise<boolean>;

  /** Null when there is none. */
  get(kind: string, id: string): Promise<string | null>;

  /** Last inserted first. Rejects with the code 'invalid-page' for a cursor that no page gave out. */
  list(kind: string, page: PageRequest): Promise<Page<KeptRecord>>;
}
