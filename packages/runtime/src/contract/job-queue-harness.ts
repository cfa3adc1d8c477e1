/** What the contract suite of job queues needs to know of an engine. */
import type { JobQueue } from '../ports/job-queue.ts';

export interface JobQueueHarness {
  readonly queue: JobQueue;
  /** Now in milliseconds, of the clock the queue goes by. */
  readonly now: () => number;
  /** Lets time pass until the condition holds. */
  readonly until: (condition: () => boolean | Promise<boolean>) => Promise<void>;
  /**
   * The process dies, jobs in hand. Resolves to the queue as the next process finds it; null when
   * the engine forgets with its process.
   */
  readonly die: (() => Promise<JobQueue>) | null;
  readonly close: () => Promise<void>;
}
