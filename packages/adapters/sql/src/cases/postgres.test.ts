/** The contract of the case store on a PostgreSQL server, where several connections compete. */
import { openPostgres, type PostgresDatabase } from '@herkomst/adapter-postgres';
import {
  createTestDatabase,
  serverUrl,
  skipReason,
  type TestDatabase,
} from '@herkomst/adapter-postgres/testing';
import { caseStoreContract } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { migrate } from '../migrate.ts';
import { createSqlCaseStore } from './case-store.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

describe.skipIf(serverUrl === '')(`PostgreSQL${skipReason}`, () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
  }, timeout);
  afterAll(() => own.drop(), timeout);

  caseStoreContract('PostgreSQL', async () => {
    await own.run('drop schema if exists herkomst cascade');
    const database = await openPostgres({ url: own.url });
    await migrate(database);
    let restarted: PostgresDatabase | null = null;
    return {
      store: createSqlCaseStore(database),
      async restart() {
        restarted = await openPostgres({ url: own.url });
        return createSqlCaseStore(restarted);
      },
      async close() {
        await database.close();
        await restarted?.close();
      },
    };
  });
});
