/** The job queue over BullMQ: our words on one side, BullMQ's on the other. */
import {
  backoffAfter,
  type JobCounts,
  type JobHandler,
  type JobQueue,
  type JobWorker,
  type NewJob,
} from '@herkomst/runtime';
import type { BulkJobOptions, PgPool, RedisOptions } from 'bullmq';
import { type Engine, type OpenQueue, postgresEngine, redisEngine } from './engine.ts';
import { encodeName } from './names.ts';
import { createProcessor, type FailureListener, type JobData } from './processor.ts';

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
  /** As ioredis takes them; `url` may carry user, password and database. */
  | { readonly redis: RedisOptions };

/** Ids of jobs done are known for an hour, for callers who are not sure whether they enqueued. */
const keepDoneSeconds = 3_600;
/** Failed ones are kept for people to look at. */
const keepFailedSeconds = 7 * 86_400;
/** Nobody reads BullMQ's own event log; it can not be switched off. */
const keepEvents = 100;
/** That a process died is not its job's fault: the attempts are what limits a job. */
const unlimited = 1_000_000;

export async function createBullmqJobQueue(
  options: BullmqConnection & BullmqSettings,
): Promise<JobQueue> {
  const { lockMs = 15_000, onError = (error) => process.emitWarning(String(error)) } = options;
  const engine: Engine =
    'pool' in options ? await postgresEngine(options.pool) : redisEngine(options.redis);
  const queues = new Map<string, OpenQueue>();
  const workers = new Set<JobWorker>();
  let closing: Promise<void> | null = null;

  function queueOf(name: string): OpenQueue {
    if (closing !== null) throw new Error('the job queue is closed');
    const known = queues.get(name);
    if (known !== undefined) return known;
    const queue = engine.openQueue(encodeName(name), {
      streams: { events: { maxLen: keepEvents } },
    });
    queue.on('error', onError);
    queues.set(name, queue);
    return queue;
  }

  async function enqueue(name: string, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length > 0) await queueOf(name).addBulk(jobs.map(toBulk));
  }

  async function work(
    name: string,
    handler: JobHandler,
    { concurrency, onFailed }: { concurrency: number; onFailed?: FailureListener },
  ): Promise<JobWorker> {
    if (closing !== null) throw new Error('the job queue is closed');
    const processor = createProcessor(handler, onFailed, onError);
    const worker = engine.openWorker(encodeName(name), processor, {
      concurrency,
      autorun: false,
      lockDuration: lockMs,
      stalledInterval: Math.ceil(lockMs / 3),
      maxStalledCount: unlimited,
      settings: {
        backoffStrategy: (attempt, _type, _error, job) =>
          backoffAfter(attempt, (job?.data as JobData | undefined)?.backoffMs ?? 0),
      },
    });
    worker.on('error', onError);
    await worker.waitUntilReady();
    const running = worker.run().catch(onError);
    let stopping: Promise<void> | null = null;
    const handle: JobWorker = {
      stop() {
        stopping ??= (async () => {
          await worker.close();
          await running;
          workers.delete(handle);
        })();
        return stopping;
      },
    };
    workers.add(handle);
    return handle;
  }

  return {
    enqueue,
    work,
    async counts(name): Promise<JobCounts> {
      const { waiting, prioritized, active, delayed, failed } = await queueOf(name).getJobCounts(
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
        await Promise.all([...queues.values()].map((queue) => queue.close()));
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
