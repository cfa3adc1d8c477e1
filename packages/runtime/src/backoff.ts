/** How long a job waits before it is tried again, the same on every engine. */

/** Doubling must end somewhere: after 30 attempts a second has become 17 years. */
const longestMs = 86_400_000;

/** How long to wait before saying again that a job has failed, when nobody could be told. */
export const tellAgainMs = 2_000;

/**
 * Milliseconds to wait after so many attempts failed: `backoffMs` after the first, doubled with
 * each further one, a day at most.
 */
export function backoffAfter(failedAttempts: number, backoffMs: number): number {
  return Math.min(longestMs, backoffMs * 2 ** Math.max(0, failedAttempts - 1));
}
