import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { keyStoreContract } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, vi } from 'vitest';
import { emptied } from '../emptied.testing.ts';
import { createSqlKeyStore } from './key-store.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

let database: PgliteDatabase;
beforeAll(async () => {
  database = await openPglite(null);
}, timeout);
afterAll(() => database.close(), timeout);

keyStoreContract('PGlite', async () => ({
  store: createSqlKeyStore(await emptied(database)),
  close: async () => {},
}));
