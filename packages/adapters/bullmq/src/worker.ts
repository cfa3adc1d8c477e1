/** One worker: starts it, and stops it even when its engine is out of reach. */
import type { JobHandler, JobWorker, WorkLimit } from '@herkomst/runtime';
import { backoffAfter } from '@herkomst/runtime';
import type { Engine } from './engine.ts';
import { letGo } from './patience.ts';
import { createProcessor, type FailureListener, type JobData } from './processor.ts';

export interface WorkerParts {
  readonly engine: Engine;
  /** As BullMQ knows the queue. */
  readonly name: string;
  readonly handler: JobHandler;
  readonly concurrency: number;
  readonly onFailed?: FailureListener;
  readonly limit?: WorkLimit;
  readonly lockMs: number;
  readonly onError: (error: unknown) => void;
}

/** That a process died is not its job's fault: the attempts are what limits a job. */
const unlimited = 1_000_000;

export async function startWorker(parts: WorkerParts): Promise<JobWorker> {
  const { engine, name, handler, concurrency, onFailed, limit, lockMs, onError } = parts;
  const inHand = new Set<Promise<void>>();
  const processor = createProcessor(handler, onFailed, onError);
  const worker = engine.openWorker(
    name,
    (job, token) => {
      const attempt = processor(job, token).finally(() => inHand.delete(attempt));
      inHand.add(attempt);
      return attempt;
    },
    {
      concurrency,
      ...(limit === undefined ? {} : { limiter: { max: limit.count, duration: limit.periodMs } }),
      autorun: false,
      lockDuration: lockMs,
      stalledInterval: Math.ceil(lockMs / 3),
      maxStalledCount: unlimited,
      settings: {
        backoffStrategy: (attempt, _type, _error, job) =>
          backoffAfter(attempt, (job?.data as JobData | undefined)?.backoffMs ?? 0),
      },
    },
  );
  worker.on('error', onError);
  try {
    await worker.waitUntilReady();
  } catch (error) {
    await letGo(worker, worker.close(), onError);
    throw error;
  }
  const running = worker.run().catch(onError);

  async function stop(): Promise<void> {
    const closed = worker.close().then(() => running);
    await Promise.allSettled(inHand);
    // Outcomes that can not be written down are lost, and the jobs will be handed out again.
    await letGo(worker, closed, onError);
  }

  let stopping: Promise<void> | null = null;
  return { stop: () => (stopping ??= stop()) };
}
