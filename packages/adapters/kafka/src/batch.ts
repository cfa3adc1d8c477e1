/** Takes what kafkajs fetched of one partition to the gatherer, in portions no larger than a batch. */
import type { EachBatchPayload } from 'kafkajs';
import type { Gatherer } from './gatherer.ts';

export interface BatchParts {
  readonly gatherer: Gatherer;
  readonly maxBatch: number;
  /** Aborted when no further batch shall be handed over. */
  readonly stopping: AbortSignal;
}

/**
 * Resolves when all were handled or the subscription stops. Rejects when the group must be joined
 * anew; what was not committed then comes again, here or to another member.
 */
export async function consume(parts: BatchParts, payload: EachBatchPayload): Promise<void> {
  const { messages } = payload.batch;
  for (let start = 0; start < messages.length; start += parts.maxBatch) {
    if (parts.stopping.aborted || !payload.isRunning() || payload.isStale()) return;
    const portion = { payload, messages: messages.slice(start, start + parts.maxBatch) };
    if (!(await parts.gatherer.take(portion))) return;
  }
}
