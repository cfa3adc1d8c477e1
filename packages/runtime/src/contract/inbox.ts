/** A handler of batches that a test can hold up, have refuse, and wait for. */
import type { BatchHandler, StreamRecord } from '../ports/event-stream.ts';

export interface Inbox {
  readonly handler: BatchHandler;
  readonly onError: (error: unknown) => void;
  /** How often the handler was called. */
  readonly calls: number;
  /** What was accepted, in order. */
  readonly records: readonly StreamRecord[];
  readonly batches: readonly (readonly StreamRecord[])[];
  readonly refused: readonly (readonly StreamRecord[])[];
  readonly errors: readonly unknown[];
  /** Resolves to the first records once so many were accepted. */
  first(count: number): Promise<readonly StreamRecord[]>;
  /** Resolves once so many different values were accepted. */
  distinct(count: number): Promise<void>;
  /** Has the next call wait until the returned function is called. */
  holdNext(): () => void;
  /** Resolves once a call waits. */
  held(): Promise<void>;
  /** Lets the call that waits go on. */
  releaseAll(): void;
  /** Has the next calls reject with these, one each. */
  refuseNext(...errors: readonly unknown[]): void;
}

export function createInbox(): Inbox {
  const batches: (readonly StreamRecord[])[] = [];
  const records: StreamRecord[] = [];
  const refused: (readonly StreamRecord[])[] = [];
  const errors: unknown[] = [];
  const refusals: unknown[] = [];
  const watchers = new Set<() => void>();
  let calls = 0;
  let gate: Promise<void> | null = null;
  let waiting = false;
  let release = () => {};

  async function until(reached: () => boolean): Promise<void> {
    while (!reached()) {
      await new Promise<void>((resolve) => {
        const watcher = () => {
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
      });
    }
  }

  function changed(): void {
    for (const watcher of watchers) watcher();
  }

  return {
    get calls() {
      return calls;
    },
    records,
    batches,
    refused,
    errors,
    onError: (error) => errors.push(error),
    async handler(batch) {
      calls += 1;
      if (gate !== null) {
        waiting = true;
        changed();
        await gate;
        waiting = false;
        gate = null;
      }
      if (refusals.length > 0) {
        refused.push(batch);
        throw refusals.shift();
      }
      batches.push(batch);
      records.push(...batch);
      changed();
    },
    async first(count) {
      await until(() => records.length >= count);
      return records.slice(0, count);
    },
    distinct: (count) => until(() => new Set(records.map(({ value }) => value)).size >= count),
    holdNext() {
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    held: () => until(() => waiting),
    releaseAll: () => release(),
    refuseNext: (...next) => void refusals.push(...next),
  };
}
