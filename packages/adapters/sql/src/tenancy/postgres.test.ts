/**
 * Tenants kept apart on a PostgreSQL server, for the login that the tests are given and for one that
 * is neither a superuser nor allowed to make roles, as a careful operator would have it.
 */
import { randomBytes } from 'node:crypto';
import { openPostgres, type PostgresDatabase } from '@herkomst/adapter-postgres';
import {
  createTestDatabase,
  serverUrl,
  skipReason,
  type TestDatabase,
} from '@herkomst/adapter-postgres/testing';
import { deadLetter } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { emptiedWithAudit } from '../cases/emptied.testing.ts';
import { migrate } from '../migrate.ts';
import { createSqlStores } from '../store/store.ts';
import { tenantTrials } from './trials.testing.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

describe.skipIf(serverUrl === '')(`Tenants on PostgreSQL${skipReason}`, () => {
  let own: TestDatabase;
  let database: PostgresDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
    database = await openPostgres({ url: own.url });
  }, timeout);
  afterAll(async () => {
    await database.close();
    await own.drop();
  }, timeout);

  describe('by the login of the tests', () => {
    tenantTrials(() => emptiedWithAudit(database));
  });

  describe('by a plain login that owns its schema', () => {
    const login = `herkomst_plain_${randomBytes(4).toString('hex')}`;
    const password = randomBytes(16).toString('hex');
    let plain: PostgresDatabase;
    beforeAll(async () => {
      await migrate(database);
      await own.run('drop schema herkomst cascade');
      await own.run(`create role ${login} login password '${password}'`);
      await own.run(`grant create on database ${new URL(own.url).pathname.slice(1)} to ${login}`);
      const url = new URL(own.url);
      url.username = login;
      url.password = password;
      plain = await openPostgres({ url: url.href });
    }, timeout);
    afterAll(async () => {
      await plain.close();
      await own.run(`drop owned by ${login} cascade`);
      await own.run(`drop role ${login}`);
    }, timeout);

    it('is told what it lacks until an administrator gave it the two roles', async () => {
      await expect(migrate(plain)).rejects.toMatchObject({
        code: '42501',
        message: expect.stringContaining(`grant herkomst_tenant, herkomst_system to ${login}`),
      });
      await own.run(`grant herkomst_tenant, herkomst_system to ${login}`);
      await expect(migrate(plain)).resolves.toMatchObject({ from: 0 });
    });

    tenantTrials(() => emptiedWithAudit(plain));

    it('sees all by membership: an owner without it sees nothing', async () => {
      const store = createSqlStores(await emptiedWithAudit(plain)).of('acme');
      await store.addDeadLetters([deadLetter('d1')]);
      const letters = 'select from herkomst.dead_letters';
      expect(await plain.query(letters)).toHaveLength(1);
      await own.run(`revoke herkomst_system, herkomst_tenant from ${login}`);
      try {
        expect(await plain.query(letters)).toEqual([]);
      } finally {
        await own.run(`grant herkomst_tenant, herkomst_system to ${login}`);
      }
    });
  });
});
