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
import { createSqlCaseStore } from './case-store.ts';
import { emptiedWithAudit } from './emptied.testing.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

describe.skipIf(serverUrl === '')(`PostgreSQL${skipReason}`, () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
  }, timeout);
  afterAll(() => own.drop(), timeout);

  caseStoreContract('PostgreSQL', async () => {
    const database = await emptiedWithAudit(await openPostgres({ url: own.url }));
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
