/** The contract of the key store on a PostgreSQL server, where several connections compete. */
import { openPostgres } from '@herkomst/adapter-postgres';
import {
  createTestDatabase,
  serverUrl,
  skipReason,
  type TestDatabase,
} from '@herkomst/adapter-postgres/testing';
import { keyStoreContract } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { emptied } from '../emptied.testing.ts';
import { createSqlKeyStore } from './key-store.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

describe.skipIf(serverUrl === '')(`PostgreSQL${skipReason}`, () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
  }, timeout);
  afterAll(() => own.drop(), timeout);

  keyStoreContract('PostgreSQL', async () => {
    const database = await emptied(await openPostgres({ url: own.url }));
    return { store: createSqlKeyStore(database), close: () => database.close() };
  });
});
