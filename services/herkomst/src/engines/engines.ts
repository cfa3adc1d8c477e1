/** What the workers stand on, however it is made: in one process, or on servers. */
import type { EventStream, JobQueue, Store } from '@herkomst/runtime';

export interface Engines {
  readonly store: Store;
  readonly stream: EventStream;
  readonly queue: JobQueue;
  /** Lets go of all of them; call it after the workers have stopped. */
  close(): Promise<void>;
}
