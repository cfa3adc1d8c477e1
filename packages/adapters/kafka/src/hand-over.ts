/** Hands one batch to the handler, again and again until it is taken. */
import type { BatchHandler, StreamRecord } from '@herkomst/runtime';
import { setTimeout as sleep } from 'node:timers/promises';

export interface HandOverParts {
  readonly handler: BatchHandler;
  readonly onError: (error: unknown) => void;
  /** Aborted when no further batch shall be handed over. */
  readonly stopping: AbortSignal;
  readonly heartbeatMs: number;
  /** Wait before a rejected batch comes again; doubles while it is rejected. */
  readonly retryMs: number;
  readonly maxRetryMs: number;
}

/**
 * True once the handler took it, false when the subscription stops before that. Rejects when the
 * heartbeat does: somebody else may have the partitions.
 */
export async function handOver(
  parts: HandOverParts,
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
