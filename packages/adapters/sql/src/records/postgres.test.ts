/** The contract of the record store on a PostgreSQL server, where several connections compete. */
import { openPostgres } from '@herkomst/adapter-postgres';
import {
  createTestDatabase,
  serverUrl,
  skipReason,
  type TestDatabase,
} from '@herkomst/adapter-postgres/testing';
import { recordStoreContract } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { emptied } from '../emptied.testing.ts';
import { createSqlRecordStores } from './record-store.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

describe.skipIf(serverUrl === '')(`PostgreSQL${skipReason}`, () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
  }, timeout);
  afterAll(() => own.drop(), timeout);

  recordStoreContract('PostgreSQL', async () => {
    const database = await emptied(await openPostgres({ url: own.url }));
    return { store: createSqlRecordStores(database).of('acme'), close: () => database.close() };
  });
});
