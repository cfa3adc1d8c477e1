/** Not waiting for ever for an engine that is out of reach. */

import type { Open } from './engine.ts';

/** How long an engine may take to answer, in milliseconds. */
const patienceMs = 5_000;

/** What the promise comes to, or a rejection when that takes too long. */
export async function withPatience<T>(answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error(`the engine of the job queue did not answer for ${patienceMs} ms`));
  }, patienceMs);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits until something of BullMQ is closed; cuts its connections when that fails or takes too
 * long. Never rejects.
 */
export async function letGo(
  opened: Open,
  closed: Promise<unknown>,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    await withPatience(closed);
  } catch (error) {
    onError(error);
    // Not awaited: it waits for the end of a connection, which one that is being made anew never has.
    opened.disconnect().catch(onError);
  }
}
