/** The contract over the embedded engine, and what is true of it alone. */
import { PGlite } from '@electric-sql/pglite';
import { createPglitePool } from '@herkomst/adapter-pglite';
import type { JobQueue } from '@herkomst/runtime';
import { jobQueueContract } from '@herkomst/runtime/testing';
import { afterAll } from 'vitest';
import { bullmqSchema, createBullmqJobQueue } from './index.ts';
import { realTime } from './real-time.testing.ts';

const opened: PGlite[] = [];
let shared: Promise<PGlite> | null = null;

async function create(make: () => Promise<PGlite>): Promise<PGlite> {
  const pglite = await make();
  opened.push(pglite);
  return pglite;
}

function openQueue(pglite: PGlite): Promise<JobQueue> {
  const pool = createPglitePool(pglite, { schema: bullmqSchema });
  return createBullmqJobQueue({ pool, lockMs: 300 });
}

afterAll(async () => {
  await Promise.all(opened.map((pglite) => pglite.close()));
});

jobQueueContract('BullMQ over PGlite', async () => {
  shared ??= create(() => PGlite.create());
  const pglite = await shared;
  const queues = [await openQueue(pglite)];
  await pglite.exec('TRUNCATE bullmq.job, bullmq.meta, bullmq.event CASCADE');
  return {
    queue: queues[0]!,
    ...realTime,
    // A copy of the database as it stands is what a kill would leave behind.
    die: async () => {
      const next = await openQueue(await create(() => pglite.clone() as Promise<PGlite>));
      queues.push(next);
      return next;
    },
    close: async () => {
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
});
