/** How the store says that the caller must hand the batch in again, and when. */

export function screeningConflict(reason: string, cause?: unknown): Error {
  return Object.assign(new Error(reason, { cause }), { code: 'screening-conflict' });
}

/** What PostgreSQL answers when a key is taken, or when of several transactions one must yield. */
const conflictStates = new Set([
  '23505', // unique_violation
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);

export function toScreeningError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (typeof error.code !== 'string' || !conflictStates.has(error.code)) return error;
  return screeningConflict(
    `another transaction was first, or it is stored already: ${error.message}`,
    error,
  );
}
