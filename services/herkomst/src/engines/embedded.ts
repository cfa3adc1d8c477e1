/**
 * The embedded engines: one PostgreSQL inside the process is store, event log and, under BullMQ,
 * job queue. One folder holds all of it.
 */
import { bullmqSchema, createBullmqJobQueue } from '@herkomst/adapter-bullmq';
import { createPglitePool, openPglite } from '@herkomst/adapter-pglite';
import { createSqlEventStream, migrate } from '@herkomst/adapter-sql';
import type { Logger } from '@herkomst/runtime';
import { join } from 'node:path';
import type { Engines } from './engines.ts';
import { onDatabase } from './on-database.ts';
import { createOutlets } from './outlets.ts';

/** Opens what is in the folder, or makes it. Rejects when another process has it open. */
export async function openEmbeddedEngines(dataDir: string, logger?: Logger): Promise<Engines> {
  const database = await openPglite(join(dataDir, 'database'));
  await migrate(database);
  const pool = createPglitePool(database.pglite, { schema: bullmqSchema });
  const queue = await createBullmqJobQueue({ pool });
  return {
    ...onDatabase(database),
    stream: createSqlEventStream(database),
    queue,
    outlets: createOutlets({
      kafka: null,
      queue: { pool },
      onError: (error) => logger?.error({ err: error }, 'an outlet reports an error'),
    }),
    publishing: null,
    async close() {
      await queue.close();
      await database.close();
    },
  };
}
