/**
 * Asks an engine for its state at a scrape. An engine that is down must not take the scrape with it,
 * nor leave its last state standing as if it were today's: what was not read is not shown, and that
 * it was not is a metric of its own.
 */
import type { Gauge } from 'prom-client';

export interface Reading {
  /** Never rejects. */
  refresh(): Promise<void>;
}

export interface ReadingParts<Value> {
  /** 'store', 'stream', 'queue'. */
  readonly engine: string;
  readonly read: () => Promise<Value>;
  /** Takes away what `show` sets. */
  readonly clear: () => void;
  readonly show: (value: Value) => void;
  readonly up: Gauge<'engine'>;
  readonly timeoutMs: number;
}

export function createReading<Value>(parts: ReadingParts<Value>): Reading {
  const { engine, read, clear, show, up, timeoutMs } = parts;
  /** Kept while it hangs, so that scrapes do not pile up behind an engine that does not answer. */
  let asking: Promise<Value> | null = null;

  function ask(): Promise<Value> {
    asking ??= read().finally(() => {
      asking = null;
    });
    return asking;
  }

  return {
    async refresh() {
      try {
        const value = await within(timeoutMs, ask());
        clear();
        show(value);
        up.set({ engine }, 1);
      } catch {
        clear();
        up.set({ engine }, 0);
      }
    },
  };
}

async function within<Value>(milliseconds: number, answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
