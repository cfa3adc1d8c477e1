/**
 * A job queue in memory, driven by the clock it is given: tests of what stands above the port let
 * hours of back-off pass in no time. It forgets all when the process ends.
 */
import { backoffAfter, tellAgainMs } from '../backoff.ts';
import type { Clock } from '../ports/clock.ts';
import type {
  FailedJob,
  JobHandler,
  JobOutcome,
  JobQueue,
  JobWorker,
  NewJob,
  WorkLimit,
} from '../ports/job-queue.ts';

type Standing = 'waiting' | 'active' | 'delayed' | 'done' | 'failed';

interface Entry {
  readonly job: NewJob;
  readonly priority: number;
  standing: Standing;
  failedAttempts: number;
}

interface Worker {
  readonly handler: JobHandler;
  readonly concurrency: number;
  readonly onFailed: ((job: FailedJob) => Promise<void>) | undefined;
  readonly limit: WorkLimit | undefined;
  readonly inHand: Set<Promise<void>>;
  stopped: boolean;
}

interface Queue {
  /** In the order of their arrival. */
  readonly entries: Map<string, Entry>;
  readonly workers: Set<Worker>;
  /** The period that began with the first job handed out under a limit since the one before. */
  period: { readonly endsAt: number; handedOut: number };
}

export function createMemoryJobQueue(clock: Clock): JobQueue {
  const queues = new Map<string, Queue>();
  const closing = new AbortController();

  function queueOf(name: string): Queue {
    if (closing.signal.aborted) throw new Error('the job queue is closed');
    const queue = queues.get(name) ?? {
      entries: new Map(),
      workers: new Set(),
      period: { endsAt: 0, handedOut: 0 },
    };
    queues.set(name, queue);
    return queue;
  }

  /** Gives waiting jobs to whoever has a hand free. */
  function handOut(queue: Queue): void {
    for (const worker of queue.workers) {
      while (!worker.stopped && worker.inHand.size < worker.concurrency) {
        const entry = mostUrgent(queue);
        if (entry === undefined || !isWithinLimit(queue, worker)) return;
        entry.standing = 'active';
        const attempt = attemptJob(queue, worker, entry).finally(() => {
          worker.inHand.delete(attempt);
          handOut(queue);
        });
        worker.inHand.add(attempt);
      }
    }
  }

  /** Counts the job that is about to be handed out; past the limit, sees that it is tried later. */
  function isWithinLimit(queue: Queue, { limit }: Worker): boolean {
    if (limit === undefined) return true;
    const now = Date.parse(clock.now());
    if (now >= queue.period.endsAt) {
      queue.period = { endsAt: now + limit.periodMs, handedOut: 0 };
      void clock.sleep(limit.periodMs, closing.signal).then(() => handOut(queue));
    }
    if (queue.period.handedOut >= limit.count) return false;
    queue.period.handedOut += 1;
    return true;
  }

  async function attemptJob(queue: Queue, worker: Worker, entry: Entry): Promise<void> {
    const { id, payload, maxAttempts, backoffMs } = entry.job;
    const attempt = entry.failedAttempts + 1;
    const outcome = await handle(worker.handler, { id, payload, attempt, maxAttempts });
    if (outcome.kind === 'done') {
      entry.standing = 'done';
      return;
    }
    if (outcome.kind === 'retry' && attempt < maxAttempts) {
      entry.failedAttempts = attempt;
      void delay(queue, entry, backoffAfter(attempt, backoffMs));
      return;
    }
    try {
      await worker.onFailed?.({ id, payload, reason: outcome.reason, attempts: attempt });
      entry.standing = 'failed';
    } catch {
      void delay(queue, entry, tellAgainMs);
    }
  }

  async function delay(queue: Queue, entry: Entry, milliseconds: number): Promise<void> {
    entry.standing = 'delayed';
    await clock.sleep(milliseconds, closing.signal);
    entry.standing = 'waiting';
    handOut(queue);
  }

  return {
    async enqueue(name, jobs) {
      const queue = queueOf(name);
      for (const job of jobs) {
        if (queue.entries.has(job.id)) continue;
        const { priority = 100 } = job;
        queue.entries.set(job.id, { job, priority, standing: 'waiting', failedAttempts: 0 });
      }
      handOut(queue);
    },

    async work(name, handler, { concurrency, onFailed, limit }) {
      const queue = queueOf(name);
      const worker: Worker = {
        handler,
        concurrency,
        onFailed,
        limit,
        inHand: new Set(),
        stopped: false,
      };
      queue.workers.add(worker);
      handOut(queue);
      return { stop: () => stop(queue, worker) };
    },

    async counts(name) {
      const counts = { waiting: 0, active: 0, delayed: 0, failed: 0 };
      for (const { standing } of queueOf(name).entries.values()) {
        if (standing !== 'done') counts[standing] += 1;
      }
      return counts;
    },

    async close() {
      const all = [...queues.values()];
      await Promise.all(
        all.flatMap((queue) => [...queue.workers].map((worker) => stop(queue, worker))),
      );
      closing.abort();
    },
  };
}

/** The first of the waiting with the least priority number. */
function mostUrgent(queue: Queue): Entry | undefined {
  let found: Entry | undefined;
  for (const entry of queue.entries.values()) {
    if (entry.standing !== 'waiting') continue;
    if (found === undefined || entry.priority < found.priority) found = entry;
  }
  return found;
}

async function stop(queue: Queue, worker: Worker): ReturnType<JobWorker['stop']> {
  worker.stopped = true;
  queue.workers.delete(worker);
  await Promise.all(worker.inHand);
}

async function handle(handler: JobHandler, job: Parameters<JobHandler>[0]): Promise<JobOutcome> {
  try {
    return await handler(job);
  } catch (error) {
    return { kind: 'retry', reason: error instanceof Error ? error.message : String(error) };
  }
}
