/** The contract of search on a PostgreSQL server, where several connections compete. */
import { openPostgres } from '@herkomst/adapter-postgres';
import {
  createTestDatabase,
  serverUrl,
  skipReason,
  type TestDatabase,
} from '@herkomst/adapter-postgres/testing';
import { searchStoreContract } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { emptied } from '../emptied.testing.ts';
import { createSqlStores } from '../store/store.ts';
import { createSqlSearchStores } from './search-store.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

describe.skipIf(serverUrl === '')(`PostgreSQL${skipReason}`, () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
  }, timeout);
  afterAll(() => own.drop(), timeout);

  searchStoreContract('PostgreSQL', async () => {
    const database = await emptied(await openPostgres({ url: own.url }));
    return {
      store: createSqlStores(database).of('acme'),
      search: createSqlSearchStores(database).of('acme'),
      close: () => database.close(),
    };
  });
});
