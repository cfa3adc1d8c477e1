/** Tenants kept apart by the PostgreSQL inside the process, where everybody is its superuser. */
import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { emptiedWithAudit } from '../cases/emptied.testing.ts';
import { tenantTrials } from './trials.testing.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

describe('Tenants on PGlite', () => {
  let database: PgliteDatabase;
  beforeAll(async () => {
    database = await openPglite(null);
  }, timeout);
  afterAll(() => database.close(), timeout);

  tenantTrials(() => emptiedWithAudit(database));
});
