/** The contract over the embedded engine, and what is true of it alone. */
import { PGlite } from '@electric-sql/pglite';
import { createPglitePool } from '@herkomst/adapter-pglite';
import type { JobQueue } from '@herkomst/runtime';
import { jobQueueContract } from '@herkomst/runtime/testing';
import { afterAll, beforeAll } from 'vitest';
import { bullmqSchema, createBullmqJobQueue } from './index.ts';
import { realTime } from './real-time.testing.ts';

const opened: PGlite[] = [];

function openQueue(pglite: PGlite, lockMs = 30_000): Promise<JobQueue> {
  const pool = createPglitePool(pglite, { schema: bullmqSchema });
  return createBullmqJobQueue({ pool, lockMs, onError: () => {} });
}

beforeAll(async () => {
  opened.push(await PGlite.create());
}, 60_000);

afterAll(async () => {
  await Promise.all(opened.map((pglite) => pglite.close()));
}, 60_000);

jobQueueContract('BullMQ over PGlite', async () => {
  const pglite = opened[0]!;
  const queues = [await openQueue(pglite)];
  await pglite.exec('TRUNCATE bullmq.job, bullmq.meta, bullmq.event, bullmq.rate_limit CASCADE');
  return {
    queue: queues[0]!,
    ...realTime,
    // A copy of the database as it stands is what a kill would leave behind.
    die: async () => {
      const copy = (await pglite.clone()) as PGlite;
      opened.push(copy);
      // The dead one's hold on its jobs has run out.
      await copy.exec(`UPDATE bullmq.job SET locked_until_ms = 0 WHERE state = 'active'`);
      const next = await openQueue(copy, 1_000);
      queues.push(next);
      return next;
    },
    close: async () => {
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
});
