/** What happens with one job in hand: the handler's word becomes what BullMQ understands. */
import { type FailedJob, type JobHandler, type JobOutcome, tellAgainMs } from '@herkomst/runtime';
import { DelayedError, type Job, UnrecoverableError } from 'bullmq';

export interface JobData {
  /** JSON text of the port's `id` and `payload`. */
  readonly job: string;
  readonly backoffMs: number;
}

export type FailureListener = (job: FailedJob) => Promise<void>;

/**
 * Failure is told before BullMQ writes it down, not after: a process that dies in between has the
 * job handed out again and told again, instead of nobody ever hearing of it.
 */
export function createProcessor(
  handler: JobHandler,
  onFailed: FailureListener | undefined,
  onError: (error: unknown) => void,
): (job: Job<JobData>, token?: string) => Promise<void> {
  return async (job, token) => {
    const { id, payload } = JSON.parse(job.data.job) as { id: string; payload: string };
    const attempt = job.attemptsMade + 1;
    const maxAttempts = job.opts.attempts ?? 1;
    const outcome = await handle(handler, { id, payload, attempt, maxAttempts });
    if (outcome.kind === 'done') return;
    // PostgreSQL's text holds no NUL; the reason is for people.
    const reason = outcome.reason.toWellFormed().replaceAll('\u0000', '\ufffd');
    if (outcome.kind === 'retry' && attempt < maxAttempts) throw new Error(reason);
    try {
      await onFailed?.({ id, payload, reason: outcome.reason, attempts: attempt });
    } catch (error) {
      onError(error);
      await job.moveToDelayed(Date.now() + tellAgainMs, token);
      throw new DelayedError();
    }
    throw new UnrecoverableError(reason);
  };
}

async function handle(handler: JobHandler, job: Parameters<JobHandler>[0]): Promise<JobOutcome> {
  try {
    return await handler(job);
  } catch (error) {
    return { kind: 'retry', reason: error instanceof Error ? error.message : String(error) };
  }
}
