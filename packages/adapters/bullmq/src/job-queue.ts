/** The job queue over BullMQ: our words on one side, BullMQ's on the other. */
import {
  type JobCounts,
  type JobHandler,
  type JobQueue,
  type JobWorker,
  type NewJob,
} from '@herkomst/runtime';
import type { BulkJobOptions, PgPool, RedisOptions } from 'bullmq';
import { type Engine, type OpenQueue, postgresEngine, redisEngine } from './engine.ts';
import { encodeName } from './names.ts';
import { letGo, withPatience } from './patience.ts';
import type { JobData } from './processor.ts';
import { startWorker } from './worker.ts';

export interface BullmqSettings {
  /**
   * How long a job stays with a process that gives no sign of life before another may take it, in
   * milliseconds. Default 15,000. A process renews its hold at half of that.
   */
  readonly lockMs?: number;
  /** Called with each error of the engine; BullMQ itself tries again. */
  readonly onError?: (error: unknown) => void;
}

export type BullmqConnection =
  /** Of `pg`, or of something in its shape; unqualified names are looked up in `bullmqSchema`. */
  | { readonly pool: PgPool }
  | {
      /** As ioredis takes them; `url` may carry user, password and database. */
      readonly redis: RedisOptions;
      /** What all keys begin with, for installations that share a Redis. Default 'herkomst'. */
      readonly prefix?: string;
    };

/** Ids of jobs done are known for an hour, for callers who are not sure whether they enqueued. */
const keepDoneSeconds = 3_600;
/** Failed ones are kept for people to look at. */
const keepFailedSeconds = 7 * 86_400;
/** Nobody reads BullMQ's own event log; it can not be switched off. */
const keepEvents = 100;

export async function createBullmqJobQueue(
  options: BullmqConnection & BullmqSettings,
): Promise<JobQueue> {
  const { lockMs = 15_000, onError = (error) => process.emitWarning(String(error)) } = options;
  const engine: Engine =
    'pool' in options
      ? await postgresEngine(options.pool)
      : redisEngine(options.redis, options.prefix);
  const queues = new Map<string, OpenQueue>();
  const workers = new Set<JobWorker>();
  let closing: Promise<void> | null = null;

  async function queueOf(name: string): Promise<OpenQueue> {
    if (closing !== null) throw new Error('the job queue is closed');
    const queue = queues.get(name) ?? openQueue(name);
    try {
      // Asked before each use: while the engine was never reached, jobs must not pile up in here.
      await withPatience(queue.waitUntilReady());
      return queue;
    } catch (error) {
      // BullMQ does not begin anew by itself when it failed to begin.
      queues.delete(name);
      void letGo(queue, queue.close(), onError);
      throw error;
    }
  }

  function openQueue(name: string): OpenQueue {
    const queue = engine.openQueue(encodeName(name), {
      streams: { events: { maxLen: keepEvents } },
    });
    queue.on('error', onError);
    queues.set(name, queue);
    return queue;
  }

  async function enqueue(name: string, jobs: readonly NewJob[]): Promise<void> {
    const queue = await queueOf(name);
    if (jobs.length > 0) await queue.addBulk(jobs.map(toBulk));
  }

  async function work(
    name: string,
    handler: JobHandler,
    options: Parameters<JobQueue['work']>[2],
  ): Promise<JobWorker> {
    if (closing !== null) throw new Error('the job queue is closed');
    const worker = await startWorker({
      engine,
      name: encodeName(name),
      handler,
      ...options,
      lockMs,
      onError,
    });
    workers.add(worker);
    return worker;
  }

  return {
    enqueue,
    work,
    async counts(name): Promise<JobCounts> {
      const queue = await queueOf(name);
      const { waiting, prioritized, active, delayed, failed } = await queue.getJobCounts(
        'waiting',
        'prioritized',
        'active',
        'delayed',
        'failed',
      );
      return {
        // BullMQ counts apart what has a priority, as all of ours have.
        waiting: (waiting ?? 0) + (prioritized ?? 0),
        active: active ?? 0,
        delayed: delayed ?? 0,
        failed: failed ?? 0,
      };
    },
    close() {
      closing ??= (async () => {
        await Promise.all([...workers].map((worker) => worker.stop()));
        await Promise.all(
          [...queues.values()].map((queue) => letGo(queue, queue.close(), onError)),
        );
      })();
      return closing;
    },
  };
}

interface BulkJob {
  readonly name: string;
  readonly data: JobData;
  readonly opts: BulkJobOptions;
}

function toBulk(job: NewJob): BulkJob {
  const { id, payload, backoffMs, maxAttempts, priority = 100 } = job;
  return {
    name: 'job',
    // Text within text: PostgreSQL's JSON takes neither NUL nor half a surrogate pair, even escaped.
    data: { job: JSON.stringify({ id, payload }), backoffMs },
    opts: {
      jobId: encodeName(id),
      priority,
      attempts: maxAttempts,
      backoff: { type: 'custom' },
      removeOnComplete: { age: keepDoneSeconds },
      removeOnFail: { age: keepFailedSeconds },
      stackTraceLimit: 0,
    },
  };
}
