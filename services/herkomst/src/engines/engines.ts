/** What the workers stand on, however it is made: in one process, or on servers. */
import type { Backlog, Retention, Upkeep } from '@herkomst/adapter-sql';
import type {
  CaseStore,
  EventStream,
  JobQueue,
  KeyStore,
  SearchStores,
  Stores,
  TenantIndex,
} from '@herkomst/runtime';

export interface Engines {
  readonly stores: Stores;
  readonly search: SearchStores;
  /** For workers; not for what answers requests. */
  readonly tenants: TenantIndex;
  readonly cases: CaseStore;
  readonly keys: KeyStore;
  readonly stream: EventStream;
  readonly queue: JobQueue;
  /** Rejects while the store does not answer. */
  ready(): Promise<void>;
  /** What lies in the store and waits for somebody. */
  backlog(): Promise<Backlog>;
  /** Lets old records go and makes room for new ones; null while another process does. */
  upkeep(retention: Retention, now: Date): Promise<Upkeep | null>;
  /** Lets go of all of them; call it after the workers have stopped. */
  close(): Promise<void>;
}
