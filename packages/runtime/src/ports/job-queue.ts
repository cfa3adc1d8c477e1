/**
 * Work that is retried until it succeeds or is given up: deliveries now, rescreens later.
 *
 * The queue is not the system of record. What must happen is in the store's outbox; a queue that
 * loses its memory is refilled from there, so handlers must stand being called twice for one job.
 */

export interface NewJob {
  /** Names the work, not the attempt: enqueueing an id that the queue still knows does nothing. */
  readonly id: string;
  /** JSON text; the queue does not look inside. */
  readonly payload: string;
  /** 1 is the most urgent; jobs of one priority run oldest first. Default 100. */
  readonly priority?: number;
  /** How often the handler is tried in all before the job counts as failed, >= 1. */
  readonly maxAttempts: number;
  /** Wait before the second attempt in milliseconds; doubles with each further one, up to a day. */
  readonly backoffMs: number;
}

export interface Job {
  readonly id: string;
  readonly payload: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly maxAttempts: number;
}

/**
 * 'done' ends the job. 'retry' counts as a failed attempt and waits for the back-off. 'give-up'
 * fails it at once, whatever attempts are left: the receiver said it will never take this.
 */
export type JobOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly reason: string }
  | { readonly kind: 'give-up'; readonly reason: string };

/** A thrown error counts as `retry` with the error's message as its reason. */
export type JobHandler = (job: Job) => Promise<JobOutcome>;

export interface FailedJob {
  readonly id: string;
  readonly payload: string;
  readonly reason: string;
  readonly attempts: number;
}

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  /** Waiting for their back-off to pass. */
  readonly delayed: number;
  readonly failed: number;
}

/** No more than so many jobs handed out in a period, attempts after the first included. */
export interface WorkLimit {
  readonly count: number;
  readonly periodMs: number;
}

export interface JobWorker {
  /** Takes no new job, waits for the ones in hand, then resolves. */
  stop(): Promise<void>;
}

export interface JobQueue {
  /**
   * Adds jobs. Not atomic over the array: after a rejection some may have been added, and calling
   * again with the same ids is safe. Resolves when the jobs are as durable as the engine makes
   * them. Not the implementer's job: remembering ids of jobs that ended long ago.
   */
  enqueue(queue: string, jobs: readonly NewJob[]): Promise<void>;

  /**
   * Calls the handler for each job, at most `concurrency` at a time. At least once: a job whose
   * process died in hand is handed out again, which counts as no attempt. `onFailed` is called when
   * a job fails for good, at least once too: when it rejects, the job is handed out again a little
   * later. Under a limit, which all workers of a queue share and must agree on, the most urgent go
   * first and the others wait. Not the implementer's job: telling anyone else.
   */
  work(
    queue: string,
    handler: JobHandler,
    options: {
      readonly concurrency: number;
      readonly onFailed?: (job: FailedJob) => Promise<void>;
      readonly limit?: WorkLimit;
    },
  ): Promise<JobWorker>;

  /** How many jobs stand where; a moment's view, not a transaction. */
  counts(queue: string): Promise<JobCounts>;

  /** Stops all workers as `JobWorker.stop` does and lets go of the engine. */
  close(): Promise<void>;
}
