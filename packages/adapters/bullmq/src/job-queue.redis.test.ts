/** The contract over Redis, where one is given: HERKOMST_TEST_REDIS_URL. */
import { randomUUID } from 'node:crypto';
import type { JobQueue } from '@herkomst/runtime';
import { jobQueueContract } from '@herkomst/runtime/testing';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { createBullmqJobQueue } from './index.ts';
import { realTime } from './real-time.testing.ts';
import { openRedisDoor } from './redis-door.testing.ts';

// oxlint-disable-next-line node/no-process-env -- tests are configured by it
const url = process.env['HERKOMST_TEST_REDIS_URL'] ?? '';

describe.skipIf(url === '')('with HERKOMST_TEST_REDIS_URL', () => {
  jobQueueContract('BullMQ over Redis', async () => {
    const { queue, die, close } = await openAside();
    return { ...realTime, queue, die, close };
  });

  it('goes on when Redis was out of reach for a while', async () => {
    const { until } = realTime;
    const { queue, door, close } = await openAside();
    try {
      const seen: string[] = [];
      const handler = async ({ id }: { id: string }) => {
        seen.push(id);
        return { kind: 'done' } as const;
      };
      await queue.work('q', handler, { concurrency: 1 });
      await queue.enqueue('q', [job('before')]);
      await until(() => seen.length === 1);
      door.shut();
      await expect(queue.enqueue('q', [job('meanwhile')])).rejects.toThrow(
        /Redis|Stream|retries|closed/,
      );
      door.open();
      await until(() =>
        queue.enqueue('q', [job('meanwhile')]).then(
          () => true,
          () => false,
        ),
      );
      await until(() => seen.length === 2);
      expect(seen).toEqual(['before', 'meanwhile']);
    } finally {
      await close();
    }
  }, 60_000);

  it('can be opened while Redis is out of reach', async () => {
    const { queue, door, close } = await openAside();
    door.shut();
    await expect(queue.enqueue('q', [job('early')])).rejects.toThrow('did not answer');
    door.open();
    await queue.enqueue('q', [job('early')]);
    expect(await queue.counts('q')).toMatchObject({ waiting: 1 });
    await close();
  }, 60_000);

  it('can be closed while Redis is out of reach', async () => {
    const { queue, door, close } = await openAside();
    await queue.work('q', async () => ({ kind: 'done' }), { concurrency: 1 });
    door.shut();
    await queue.close();
    await close();
  }, 60_000);
});

function job(id: string) {
  return { id, payload: '{}', maxAttempts: 3, backoffMs: 1 };
}

/** A queue behind a door, its keys apart from all others' and removed in the end. */
async function openAside() {
  const prefix = `herkomst-test-${randomUUID()}`;
  const door = await openRedisDoor(url);
  const doors = [door];
  const { username, password, pathname } = new URL(url);
  const open = (port: number, lockMs = 30_000): Promise<JobQueue> =>
    createBullmqJobQueue({
      redis: { port, username, password, db: Number(pathname.slice(1)) },
      prefix,
      lockMs,
      onError: () => {},
    });
  const queue = await open(door.port);
  const queues = [queue];
  return {
    queue,
    door,
    die: async (): Promise<JobQueue> => {
      door.shut();
      // The dead one's hold on its jobs has run out.
      await removeKeys(`${prefix}:*:lock`);
      await removeKeys(`${prefix}:*:stalled-check`);
      const other = await openRedisDoor(url);
      queues.push(await open(other.port, 1_000));
      doors.push(other);
      return queues.at(-1)!;
    },
    close: async () => {
      await Promise.all(queues.map((one) => one.close()));
      await Promise.all(doors.map((one) => one.close()));
      await removeKeys(`${prefix}:*`);
    },
  };
}

async function removeKeys(pattern: string): Promise<void> {
  const redis = new Redis(url);
  const keys = await redis.keys(pattern);
  if (keys.length > 0) await redis.del(keys);
  await redis.quit();
}
