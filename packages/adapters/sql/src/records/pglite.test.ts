import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { recordStoreContract } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, vi } from 'vitest';
import { emptied } from '../emptied.testing.ts';
import { createSqlRecordStores } from './record-store.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

let database: PgliteDatabase;
beforeAll(async () => {
  database = await openPglite(null);
}, timeout);
afterAll(() => database.close(), timeout);

recordStoreContract('PGlite', async () => ({
  store: createSqlRecordStores(await emptied(database)).of('acme'),
  close: async () => {},
}));
