/** The contracts on the PostgreSQL inside the process, in memory and on disk. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import {
  eventStreamContract,
  publicationLogContract,
  storeContract,
} from '@herkomst/runtime/testing';
import { afterAll, beforeAll, vi } from 'vitest';
import { emptied } from './emptied.testing.ts';
import { createSqlPublicationLog } from './store/publications.ts';
import { createSqlStores } from './store/store.ts';
import { createSqlTenantIndex } from './tenancy/tenant-index.ts';
import { createSqlEventStream } from './stream/event-stream.ts';

/** Making a database takes seconds on a slow machine. */
const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });
const brisk = { pollMs: 20, retryMs: 1 };

let inMemory: PgliteDatabase;
let onDisk: PgliteDatabase;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'herkomst-sql-'));
  inMemory = await openPglite(null);
  onDisk = await openPglite(join(directory, 'data'));
}, timeout);
afterAll(async () => {
  await inMemory.close();
  await onDisk.close();
  await rm(directory, { recursive: true });
}, timeout);

/** What `kill -9` at this moment leaves behind: the files as they are, the engine still running. */
async function reopenAsLeft(): Promise<PgliteDatabase> {
  const left = await mkdtemp(join(directory, 'left-'));
  await cp(join(directory, 'data', 'postgres'), join(left, 'postgres'), { recursive: true });
  return openPglite(left);
}

storeContract('PGlite in memory', async () => {
  const database = await emptied(inMemory);
  return {
    stores: createSqlStores(database),
    index: createSqlTenantIndex(database),
    restart: async () => createSqlStores(database),
    close: async () => {},
  };
});

storeContract('PGlite on disk', async () => {
  const database = await emptied(onDisk);
  let reopened: PgliteDatabase | null = null;
  return {
    stores: createSqlStores(database),
    index: createSqlTenantIndex(database),
    restart: async () => createSqlStores((reopened = await reopenAsLeft())),
    close: async () => reopened?.close(),
  };
});

publicationLogContract('PGlite in memory', async () => {
  const database = await emptied(inMemory);
  return {
    store: createSqlStores(database, { publishes: true }).of('acme'),
    log: createSqlPublicationLog(database),
    close: async () => {},
  };
});

eventStreamContract('PGlite in memory', async () => {
  const database = await emptied(inMemory);
  const open = () => createSqlEventStream(database, brisk);
  return { stream: open(), restart: async () => open(), crash: null, close: async () => {} };
});

eventStreamContract('PGlite on disk', async () => {
  const database = await emptied(onDisk);
  let reopened: PgliteDatabase | null = null;
  const restart = async () => createSqlEventStream((reopened = await reopenAsLeft()), brisk);
  return {
    stream: createSqlEventStream(database, brisk),
    restart,
    crash: restart,
    close: async () => reopened?.close(),
  };
});
