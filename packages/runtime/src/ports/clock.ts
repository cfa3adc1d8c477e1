/** Time, handed in, so that what depends on it can be tested and replayed. */
export interface Clock {
  /** Now, RFC 3339 in UTC with milliseconds: '2026-11-24T08:00:00.000Z'. */
  now(): string;
  /** Resolves after so many milliseconds, or at once when the signal is aborted; never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
