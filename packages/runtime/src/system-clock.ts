/** The machine's own clock. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './ports/clock.ts';

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  async sleep(milliseconds, signal) {
    try {
      await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch {
      // An aborted wait ends early; that is all its caller asked for.
    }
  },
};
