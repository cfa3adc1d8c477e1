/** What the workers stand on, however it is made: in one process, or on servers. */
import type { Backlog, Retention, Upkeep } from '@herkomst/adapter-sql';
import type {
  CaseStore,
  EventStream,
  JobQueue,
  KeyStore,
  PublisherParts,
  Receiver,
  RecordStores,
  SearchStores,
  Stores,
  TenantIndex,
} from '@herkomst/runtime';
import type { DistributedConfig } from '../config.ts';

/** What a receiver by topic is set to; without brokers it is on the service's own Kafka. */
export interface TopicOutlet {
  readonly name: string;
  readonly topic: string;
  readonly brokers?: readonly string[] | undefined;
  readonly tls: boolean;
  readonly ca?: string | undefined;
  readonly sasl?: NonNullable<DistributedConfig['kafka']['sasl']> | undefined;
}

/** What a receiver by queue is set to; without a Redis it is on the service's own engine. */
export interface QueueOutlet {
  readonly name: string;
  readonly queue: string;
  readonly redis?: string | undefined;
  readonly ca?: string | undefined;
  readonly prefix?: string | undefined;
}

export interface Outlets {
  /** Throws where neither it nor the service names brokers. */
  topic(outlet: TopicOutlet): Receiver;
  queue(outlet: QueueOutlet): Receiver;
}

export interface Engines {
  readonly stores: Stores;
  readonly search: SearchStores;
  readonly records: RecordStores;
  /** For workers; not for what answers requests. */
  readonly tenants: TenantIndex;
  readonly cases: CaseStore;
  readonly keys: KeyStore;
  readonly stream: EventStream;
  readonly queue: JobQueue;
  /** What writes to topics for others to read; null where nothing does. */
  readonly publishing: Pick<PublisherParts, 'log' | 'sender' | 'tryLead'> | null;
  /** Rejects while the store does not answer. */
  ready(): Promise<void>;
  /** Ways to tell others by engines of the kind that these are. */
  readonly outlets: Outlets;
  /** What lies in the store and waits for somebody. */
  backlog(): Promise<Backlog>;
  /** Lets old records go and makes room for new ones; null while another process does. */
  upkeep(retention: Retention, now: Date): Promise<Upkeep | null>;
  /** Lets go of all of them; call it after the workers have stopped. */
  close(): Promise<void>;
}
