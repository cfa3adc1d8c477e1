/** The contracts on a PostgreSQL server, and what only shows where there are several connections. */
import { openPostgres, type PostgresDatabase } from '@herkomst/adapter-postgres';
import {
  createTestDatabase,
  serverUrl,
  skipReason,
  type TestDatabase,
} from '@herkomst/adapter-postgres/testing';
import {
  eventStreamContract,
  publicationLogContract,
  storeContract,
} from '@herkomst/runtime/testing';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { emptied } from './emptied.testing.ts';
import { mortal } from './mortal.testing.ts';
import { createSqlPublicationLog } from './store/publications.ts';
import { createSqlStores } from './store/store.ts';
import { createSqlEventStream } from './stream/event-stream.ts';
import { createSqlTenantIndex } from './tenancy/tenant-index.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });
const brisk = { pollMs: 20, retryMs: 1, maxRetryMs: 20 };

describe.skipIf(serverUrl === '')(`PostgreSQL${skipReason}`, () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
  }, timeout);
  afterAll(() => own.drop(), timeout);

  /** As if from a process of its own, on an empty database. */
  async function open(): Promise<PostgresDatabase> {
    return emptied(await openPostgres({ url: own.url }));
  }

  const breakAll = () =>
    own.run(
      `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
    );

  storeContract('PostgreSQL', async () => {
    const database = await open();
    let restarted: PostgresDatabase | null = null;
    return {
      stores: createSqlStores(database),
      index: createSqlTenantIndex(database),
      async restart() {
        await breakAll();
        restarted = await openPostgres({ url: own.url });
        return createSqlStores(restarted);
      },
      async close() {
        await database.close();
        await restarted?.close();
      },
    };
  });

  publicationLogContract('PostgreSQL', async () => {
    const database = await open();
    return {
      store: createSqlStores(database, { publishes: true }).of('acme'),
      log: createSqlPublicationLog(database),
      close: () => database.close(),
    };
  });

  eventStreamContract('PostgreSQL', async () => {
    const database = await open();
    const process = mortal(database);
    let restarted: PostgresDatabase | null = null;
    const restart = async () => {
      restarted = await openPostgres({ url: own.url });
      return createSqlEventStream(restarted, brisk);
    };
    return {
      stream: createSqlEventStream(process, brisk),
      restart,
      async crash() {
        process.die();
        await breakAll();
        return restart();
      },
      async close() {
        await database.close();
        await restarted?.close();
      },
    };
  });
});
