/**
 * The two engines under BullMQ. All that differs between them is here; the queue does not know
 * which one it stands on.
 */
import {
  type BulkJobOptions,
  createPostgresBackend,
  type JobType,
  type PgPool,
  type Processor,
  Queue,
  type QueueOptions,
  type RedisOptions,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { unhurried } from './unhurried.ts';

/** The PostgreSQL schema BullMQ keeps its tables in; a pool must look names up there. */
export const bullmqSchema = 'bullmq';

export type QueueSettings = Omit<QueueOptions, 'connection'>;
export type WorkerSettings = Omit<WorkerOptions, 'connection'>;

/** What we use of BullMQ's classes, whose types differ from engine to engine. */
export interface Open {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  /** Lets go of the engine without a word to it. */
  disconnect(): Promise<void>;
}
export interface OpenQueue extends Open {
  addBulk(
    jobs: { name: string; data: unknown; opts?: BulkJobOptions }[],
  ): Promise<readonly unknown[]>;
  getJobCounts(...types: JobType[]): Promise<Record<string, number>>;
}
export interface OpenWorker extends Open {
  run(): Promise<void>;
}

export interface Engine {
  openQueue(name: string, settings: QueueSettings): OpenQueue;
  openWorker(name: string, processor: Processor, settings: WorkerSettings): OpenWorker;
}

/** Brings BullMQ's own tables up to date, in a transaction that serialises those who start at once. */
export async function postgresEngine(pool: PgPool): Promise<Engine> {
  const client = await pool.connect();
  try {
    await runMigrations(client, bullmqSchema);
  } finally {
    client.release();
  }
  const connection = unhurried(pool);
  return {
    openQueue: (name, settings) =>
      new Queue(name, { ...settings, connection }, createPostgresBackend),
    openWorker: (name, processor, settings) =>
      new Worker(name, processor, { ...settings, connection }, createPostgresBackend),
  };
}

/** How long to wait before the next attempt to connect, in milliseconds. */
function retryStrategy(attempts: number): number {
  return Math.min(2_000, 50 * 2 ** Math.min(attempts, 10));
}

/** Each queue and worker makes connections of its own, and closes them. */
export function redisEngine(redis: RedisOptions, prefix = 'herkomst'): Engine {
  return {
    // Who enqueues must hear at once that Redis is away: the jobs stay with the caller, who tries
    // again. Kept here they would pile up, and be there twice.
    openQueue: (name, settings) =>
      new Queue(name, {
        ...settings,
        prefix,
        connection: {
          retryStrategy,
          ...redis,
          enableOfflineQueue: false,
          maxRetriesPerRequest: 0,
        },
      }),
    // A worker waits for Redis to come back; BullMQ insists on this.
    openWorker: (name, processor, settings) =>
      new Worker(name, processor, {
        ...settings,
        prefix,
        connection: { retryStrategy, ...redis, maxRetriesPerRequest: null },
      }),
  };
}
