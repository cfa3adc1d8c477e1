/**
 * A clock that stands still until a test moves it, so that back-offs of minutes take no time and
 * happen in the same order in each run.
 */
import type { Clock } from '../ports/clock.ts';

export interface ManualClock extends Clock {
  /**
   * Moves time forward and wakes, in the order of their hour, the sleepers whose time has come;
   * each sees the hour it asked for. Resolves when what they did at once is done.
   */
  advance(milliseconds: number): Promise<void>;
  /** How many sleep now. */
  readonly sleeping: number;
}

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** @param start RFC 3339; throws when it is not a time. */
export function createManualClock(start = '2026-01-01T00:00:00.000Z'): ManualClock {
  let now = Date.parse(start);
  if (Number.isNaN(now)) throw new Error(`not a time: ${start}`);
  const sleepers = new Set<Sleeper>();

  async function advance(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    for (let next = earliest(end); next !== undefined; next = earliest(end)) {
      now = Math.max(now, next.wakeAt);
      next.wake();
      await settle();
    }
    now = end;
    await settle();
  }

  function earliest(end: number): Sleeper | undefined {
    let found: Sleeper | undefined;
    for (const sleeper of sleepers) {
      if (sleeper.wakeAt > end) continue;
      if (found === undefined || sleeper.wakeAt < found.wakeAt) found = sleeper;
    }
    return found;
  }

  return {
    now: () => new Date(now).toISOString(),
    advance,
    get sleeping() {
      return sleepers.size;
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve();
          return;
        }
        const sleeper: Sleeper = {
          wakeAt: now + milliseconds,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      }),
  };
}

/** Lets all promise reactions run that need no timer. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
