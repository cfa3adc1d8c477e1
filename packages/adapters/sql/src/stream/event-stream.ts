/**
 * The event stream in PostgreSQL tables, for when there is no Kafka. A consumer in the process that
 * appends hears of it at once; one elsewhere finds out when it next looks.
 */
import { systemClock, type Clock, type EventStream } from '@herkomst/runtime';
import type { SqlDatabase } from '../database.ts';
import { appendRecords } from './records.ts';
import { startSubscription } from './subscription.ts';
import { groupLag, topicId } from './topics.ts';
import { createBell } from './bell.ts';

export interface SqlEventStreamOptions {
  readonly clock?: Clock;
  /** How often a consumer looks when nobody rings, and for its turn. Milliseconds, default 500. */
  readonly pollMs?: number;
  /**
   * Wait before a batch that failed is tried again. Milliseconds, default 100; doubles while it
   * fails, up to `maxRetryMs`, default 10 000.
   */
  readonly retryMs?: number;
  readonly maxRetryMs?: number;
}

/** The database must have been migrated. */
export function createSqlEventStream(
  database: SqlDatabase,
  options: SqlEventStreamOptions = {},
): EventStream {
  const { clock = systemClock, pollMs = 500, retryMs = 100, maxRetryMs = 10_000 } = options;
  const bell = createBell();
  const topicIds = new Map<string, string>();

  async function idOf(topic: string): Promise<string> {
    const id = topicIds.get(topic) ?? (await topicId(database, topic));
    topicIds.set(topic, id);
    return id;
  }

  return {
    async append(topic, events) {
      if (events.length === 0) return;
      await appendRecords(database, await idOf(topic), events);
      bell.ring(topic);
    },
    async subscribe(topic, group, handler, { maxBatch, onError }) {
      const id = await idOf(topic);
      const parts = { database, clock, pollMs, retryMs, maxRetryMs, bell };
      return startSubscription(parts, {
        topic,
        topicId: id,
        group,
        handler,
        maxBatch,
        onError: onError ?? (() => {}),
      });
    },
    lag: (topic, group) => groupLag(database, topic, group),
  };
}
