import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { searchStoreContract } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, vi } from 'vitest';
import { emptied } from '../emptied.testing.ts';
import { createSqlStores } from '../store/store.ts';
import { createSqlSearchStores } from './search-store.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

let database: PgliteDatabase;
beforeAll(async () => {
  database = await openPglite(null);
}, timeout);
afterAll(() => database.close(), timeout);

searchStoreContract('PGlite', async () => {
  const own = await emptied(database);
  return {
    store: createSqlStores(own).of('acme'),
    search: createSqlSearchStores(own).of('acme'),
    close: async () => {},
  };
});
