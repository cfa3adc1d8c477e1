/**
 * Says when there is something new to tell of alerts. It asks the store, for alerts may be raised by
 * any process; one question serves all who wait, and nobody waiting means that nothing is asked.
 */
import type { SearchStore } from '@herkomst/runtime';
import { setTimeout as wait } from 'node:timers/promises';

export interface FeedWatchParts {
  readonly search: Pick<SearchStore, 'feedEnd'>;
  readonly pollMs: number;
  readonly onError: (error: unknown) => void;
}

export class FeedWatch {
  readonly #parts: FeedWatchParts;
  readonly #waiting = new Set<() => void>();
  #isPolling = false;
  #end: string | null = null;
  #changes = 0;

  constructor(parts: FeedWatchParts) {
    this.#parts = parts;
  }

  /** Grows with each change seen: to be read before the feed is. */
  get changes(): number {
    return this.#changes;
  }

  /** Resolves once there was a change since, after so long at the latest, or when aborted. */
  async changed(since: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || since !== this.#changes) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => resolve(), { once: true });
    this.#waiting.add(resolve);
    if (!this.#isPolling) void this.#poll();
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(resolve);
    }
  }

  async #poll(): Promise<void> {
    this.#isPolling = true;
    while (this.#waiting.size > 0) {
      await wait(this.#parts.pollMs);
      try {
        const end = await this.#parts.search.feedEnd();
        if (end !== this.#end) {
          this.#end = end;
          this.#changes += 1;
          for (const resolve of this.#waiting) resolve();
        }
      } catch (error) {
        this.#parts.onError(error);
      }
    }
    this.#isPolling = false;
  }
}
