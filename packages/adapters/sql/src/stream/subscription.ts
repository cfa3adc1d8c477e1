/**
 * One consumer of a group. Whoever holds the group's lock has its turn, in whatever process; the
 * others wait. The position moves only from where this consumer took it up, so that one who was
 * cut off and comes back late moves nothing.
 */
import type { BatchHandler, Clock, StreamRecord, Subscription } from '@herkomst/runtime';
import type { SqlDatabase, SqlLock } from '../database.ts';
import type { Bell } from './bell.ts';
import { readRecords } from './records.ts';
import { ensureGroup, groupPosition, moveGroup } from './topics.ts';

export interface SubscriptionParts {
  readonly database: SqlDatabase;
  readonly clock: Clock;
  readonly bell: Bell;
  readonly pollMs: number;
  readonly retryMs: number;
  readonly maxRetryMs: number;
}

export interface Consumer {
  readonly topic: string;
  readonly topicId: string;
  readonly group: string;
  readonly handler: BatchHandler;
  readonly maxBatch: number;
  readonly onError: (error: unknown) => void;
}

export async function startSubscription(
  { database, clock, bell, pollMs, retryMs, maxRetryMs }: SubscriptionParts,
  { topic, topicId, group, handler, maxBatch, onError }: Consumer,
): Promise<Subscription> {
  await ensureGroup(database, topicId, group);
  const lockName = `stream ${JSON.stringify([topic, group])}`;
  const stopped = new AbortController();
  const stopping = () => stopped.signal.aborted;
  let rung = false;
  let rest = new AbortController();
  const wake = () => {
    rung = true;
    rest.abort();
  };
  const unlisten = bell.listen(topic, wake);
  const running = run();

  return {
    async stop() {
      stopped.abort();
      wake();
      await running;
    },
  };

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping()) {
      rung = false;
      try {
        const lock = await database.tryLock(lockName);
        if (lock === null) {
          await restUntilRung();
          continue;
        }
        try {
          await consume(lock, () => (failures = 0));
        } finally {
          await lock.release();
        }
      } catch (error) {
        // The engine failed, or another consumer moved the group: take up again from what is kept.
        onError(error);
        failures += 1;
        await backOff(failures);
      }
    }
    unlisten();
  }

  async function consume(lock: SqlLock, onProgress: () => void): Promise<void> {
    let position = await groupPosition(database, topicId, group);
    while (!stopping() && !lock.lost.aborted) {
      rung = false;
      const records = await readRecords(database, topicId, position, maxBatch);
      const last = records.at(-1);
      if (last === undefined) {
        await restUntilRung();
        continue;
      }
      if (!(await handle(records, lock))) return;
      const to = last.position;
      if (!(await moveGroup(database, topicId, group, { from: position, to }))) {
        throw new Error(`another consumer moved the group "${group}" of "${topic}"`);
      }
      position = to;
      onProgress();
    }
  }

  /** True once the handler is done with the batch; false when it was stopped or lost its turn. */
  async function handle(records: readonly StreamRecord[], lock: SqlLock): Promise<boolean> {
    for (let failures = 1; !lock.lost.aborted; failures += 1) {
      try {
        await handler(records);
        return true;
      } catch (error) {
        onError(error);
      }
      if (stopping()) return false;
      await backOff(failures);
      if (stopping()) return false;
    }
    return false;
  }

  /** Ends at once when the bell rang since `rung` was last cleared. */
  async function restUntilRung(): Promise<void> {
    if (rung) return;
    rest = new AbortController();
    await clock.sleep(pollMs, rest.signal);
  }

  function backOff(failures: number): Promise<void> {
    return clock.sleep(Math.min(maxRetryMs, retryMs * 2 ** (failures - 1)), stopped.signal);
  }
}
