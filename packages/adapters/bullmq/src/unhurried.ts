/**
 * BullMQ's worker asks again at once when its database answers with an error: on a full disk it
 * would take a processor for itself, and fill the log. Waiting belongs where the error comes from.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PgPool } from 'bullmq';

/** How long an error is held back, in milliseconds. */
const holdBackMs = 500;

/** The same pool, but for errors that come late. */
export function unhurried(pool: PgPool): PgPool {
  const query: PgPool['query'] = async (text, parameters) => {
    try {
      return await pool.query(text, parameters);
    } catch (error) {
      await sleep(holdBackMs);
      throw error;
    }
  };
  return new Proxy(pool, {
    get(target, name) {
      if (name === 'query') return query;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
