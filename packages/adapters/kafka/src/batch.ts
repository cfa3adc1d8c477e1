/** Takes what kafkajs fetched of one partition to the handler, in batches as the port wants them. */
import type { BatchHandler, StreamRecord } from '@herkomst/runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EachBatchPayload } from 'kafkajs';

export interface BatchParts {
  readonly handler: BatchHandler;
  readonly maxBatch: number;
  readonly onError: (error: unknown) => void;
  /** Aborted when no further batch shall be handed over. */
  readonly stopping: AbortSignal;
  readonly heartbeatMs: number;
  /** Wait before a rejected batch comes again; doubles while it is rejected. */
  readonly retryMs: number;
  readonly maxRetryMs: number;
}

/**
 * Resolves when all were handled or the subscription stops. Rejects when the group must be joined
 * anew; what was not committed then comes again, here or to another member.
 */
export async function consume(parts: BatchParts, payload: EachBatchPayload): Promise<void> {
  const { topic, partition, messages } = payload.batch;
  for (let start = 0; start < messages.length; start += parts.maxBatch) {
    if (parts.stopping.aborted || !payload.isRunning() || payload.isStale()) return;
    const chunk = messages.slice(start, start + parts.maxBatch);
    const records = chunk.map(({ key, value, offset }): StreamRecord => ({
      key: key?.toString() ?? '',
      value: value?.toString() ?? '',
      position: `${partition}:${offset}`,
    }));
    if (!(await handOver(parts, records, () => payload.heartbeat()))) return;
    const { offset } = chunk.at(-1)!;
    payload.resolveOffset(offset);
    const next = String(BigInt(offset) + 1n);
    await payload.commitOffsetsIfNecessary({
      topics: [{ topic, partitions: [{ partition, offset: next }] }],
    });
    await payload.heartbeat();
  }
}

/** True once the handler took it, false when the subscription stops before that. */
async function handOver(
  parts: BatchParts,
  records: readonly StreamRecord[],
  heartbeat: () => Promise<void>,
): Promise<boolean> {
  for (let wait = parts.retryMs; ; wait = Math.min(parts.maxRetryMs, wait * 2)) {
    const pulse = startPulse(heartbeat, parts.heartbeatMs);
    try {
      await parts.handler(records);
      return true;
    } catch (error) {
      parts.onError(error);
      await sleep(wait, undefined, { signal: parts.stopping }).catch(() => undefined);
    } finally {
      pulse.stop();
    }
    if (parts.stopping.aborted) return false;
    // Somebody else may have the partition by now; trying again must not overtake them.
    await heartbeat();
  }
}

/**
 * Tells the group that this member is alive while it works, however long that takes. That the group
 * wants to share its partitions anew is noticed afterwards, by the next heartbeat: a batch in hand
 * can not be taken back.
 */
function startPulse(heartbeat: () => Promise<void>, everyMs: number): { stop(): void } {
  const timer = setInterval(() => {
    heartbeat().catch(() => undefined);
  }, everyMs);
  return { stop: () => clearInterval(timer) };
}
