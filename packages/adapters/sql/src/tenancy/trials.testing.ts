/**
 * Tries to get at another tenant's rows by plain SQL, as a statement that forgot its condition or a
 * hole in the code above would: it is PostgreSQL that must refuse.
 */
import { recordAudit, sha256, type SearchEntry } from '@herkomst/runtime';
import { caseSamples, deadLetter, decideOnce, seen, shipmentKey } from '@herkomst/runtime/testing';
import { expect, it } from 'vitest';
import { createSqlCaseStore } from '../cases/case-store.ts';
import type { SqlDatabase, SqlSession } from '../database.ts';
import { createSqlKeyStore } from '../keys/key-store.ts';
import { createSqlRecordStores } from '../records/record-store.ts';
import { createSqlStores } from '../store/store.ts';
import { asTenant } from './as-tenant.ts';

/** What is of no tenant: which migrations ran, and the stream, which no tenant's store reads. */
const shared = new Set(['migrations', 'stream_groups', 'stream_records', 'stream_topics']);

/** What a tenant only adds to, for workers of the service to read. */
const writeOnly = new Set(['publications']);

interface Table {
  readonly name: string;
  readonly bound: boolean;
  readonly policies: number;
}

/** Partitions are reached through their table alone. */
async function tables(session: SqlSession): Promise<readonly Table[]> {
  return session.query<Table>(
    `select relname::text as name, relrowsecurity and relforcerowsecurity as bound,
      (select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies
    from pg_class
    where relnamespace = 'herkomst'::regnamespace and relkind in ('r', 'p') and not relispartition
    order by relname`,
  );
}

/** Those that a tenant reads. */
async function tenantTables(session: SqlSession): Promise<readonly string[]> {
  return (await tables(session))
    .map(({ name }) => name)
    .filter((name) => !shared.has(name) && !writeOnly.has(name));
}

const searchEntry: SearchEntry = {
  ...shipmentKey('s1'),
  version: 1,
  severity: 'high',
  alertId: 's1/e1',
  arrivalAt: null,
  risk: 1,
  subject: '{}',
  terms: ['p:haolin'],
};

/** Rows of each table, by whose they are. */
async function fill(database: SqlDatabase, tenant: string, nth: number): Promise<void> {
  const keys = { events: [seen('e1')], shipments: [shipmentKey('s1')] };
  const store = createSqlStores(database).of(tenant);
  const decide = decideOnce(seen('e1'), 's1');
  await store.screen(keys, (known) => ({ ...decide(known), search: [searchEntry] }));
  await store.addDeadLetters([deadLetter('d1')]);
  await store.recordDelivery('s1/e1', 'log', '2026-03-02T08:00:02.000Z');
  await createSqlKeyStore(database).add({
    keyId: String(nth).padStart(16, '0'),
    name: 'Ann',
    kind: 'person',
    roles: ['viewer'],
    tenant,
    operator: false,
    actions: null,
    perMinute: null,
    digest: 'a'.repeat(64),
    createdAt: '2026-03-02T08:00:00.000Z',
    expiresAt: null,
    revokedAt: null,
  });
  const some = { tenant };
  const cases = createSqlCaseStore(database);
  const noKeys = {
    caseIds: [],
    alertIds: [],
    documentIds: [],
    suppressionIds: [],
    partyKeys: [],
    caseAlerts: false,
  };
  await cases.change(tenant, noKeys, () => ({
    writes: {
      cases: [caseSamples.caseRecord('c1', some)],
      alerts: [
        caseSamples.caseAlert('a1', 'c1', {
          ...some,
          suppressed: [{ findingId: 'f', suppressionId: 's1' }],
        }),
      ],
      suppressions: [caseSamples.suppression('s1', some)],
      ends: [caseSamples.alertEnd('a9', some)],
      decisions: [caseSamples.caseDecision('c1', 1, some)],
      documents: [caseSamples.caseDocument('d1', 'c1', some)],
      audit: [],
    },
    result: undefined,
  }));
  await createSqlRecordStores(database).of(tenant).put('file', 'f1', '{}');
  const actor = { kind: 'person', id: 'ann', name: 'Ann' } as const;
  const record = {
    at: '2026-03-02T08:00:00.000Z',
    actor,
    action: 'a',
    subject: 's',
    details: '{}',
  };
  await recordAudit(cases, tenant, [record], sha256);
}

/** Defines the trials; `open` gives an empty database to each. */
export function tenantTrials(open: () => Promise<SqlDatabase>): void {
  async function opened(): Promise<SqlDatabase> {
    const database = await open();
    await fill(database, 'acme', 1);
    await fill(database, 'bolt', 2);
    return database;
  }

  const countOf = async (session: SqlSession, table: string, condition = 'true') => {
    const [row] = await session.query<{ number: number }>(
      `select count(*)::int as number from herkomst.${table} where ${condition}`,
    );
    return row?.number ?? 0;
  };

  it('binds every table, but for those that are known to be shared', async () => {
    const database = await open();
    for (const { name, bound, policies } of await tables(database)) {
      const columns = await database.query(
        `select attnotnull from pg_attribute
        where attrelid = 'herkomst.${name}'::regclass and attname = 'tenant'`,
      );
      if (shared.has(name)) expect([name, bound, columns]).toEqual([name, false, []]);
      else
        expect([name, bound, policies, columns]).toEqual([name, true, 2, [{ attnotnull: true }]]);
    }
  });

  it('shows a statement without a condition the rows of its tenant alone', async () => {
    const database = await opened();
    for (const table of await tenantTables(database)) {
      const all = await countOf(database, table);
      expect(all, table).toBeGreaterThanOrEqual(2);
      for (const tenant of ['acme', 'bolt']) {
        const own = asTenant(database, tenant);
        expect(await countOf(own, table), table).toBe(all / 2);
        expect(await countOf(own, table, `tenant <> '${tenant}'`), table).toBe(0);
      }
      expect(await countOf(asTenant(database, 'none'), table), table).toBe(0);
    }
  });

  it('shows nothing and takes nothing where no tenant is set', async () => {
    const database = await opened();
    const unset = [
      'set local role herkomst_tenant',
      `set local role herkomst_tenant; set local herkomst.tenant = ''`,
    ];
    for (const opening of unset) {
      for (const table of await tenantTables(database)) {
        const seenRows = await database.transaction((session) => countOf(session, table), opening);
        expect(seenRows, table).toBe(0);
      }
      const insert = database.transaction(
        (session) =>
          session.query(
            `insert into herkomst.events (key, source, id, digest) values ('x', 's', 'i', 'd')`,
          ),
        opening,
      );
      await expect(insert).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|23502)$/),
      });
    }
  });

  it('refuses a row for another tenant, and to hand a row to one', async () => {
    const database = await opened();
    const acme = asTenant(database, 'acme');
    for (const table of await tenantTables(database)) {
      const copied = acme.transaction(async (session) => {
        await session.query(`create temporary table stolen on commit drop as
          select * from herkomst.${table} limit 1`);
        const moved = await session.query(`update stolen set tenant = 'bolt' returning 1`);
        expect(moved, table).toHaveLength(1);
        const error: unknown = await session
          .query(`insert into herkomst.${table} overriding system value select * from stolen`)
          .catch((caught: unknown) => caught);
        // By the policy, not for want of a privilege.
        expect(String(error), table).toContain('violates row-level security policy');
        throw new Error('undone');
      });
      await expect(copied, table).rejects.toThrow('undone');
      const given = acme.query(`update herkomst.${table} set tenant = 'bolt'`);
      await expect(given, table).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('changes and deletes nothing of another tenant, whatever the statement says', async () => {
    const database = await opened();
    const acme = asTenant(database, 'acme');
    for (const table of await tenantTables(database)) {
      const whole = (): Promise<readonly { readonly rows: string }[]> =>
        database.query(
          `select string_agg(t::text, '|' order by t::text) as rows
          from herkomst.${table} as t where tenant = 'bolt'`,
        );
      const before = await whole();
      for (const statement of [
        `delete from herkomst.${table}`,
        `delete from herkomst.${table} where tenant = 'bolt'`,
        `update herkomst.${table} set tenant = tenant`,
        `update herkomst.${table} set tenant = 'acme' where tenant = 'bolt'`,
        `truncate herkomst.${table}`,
      ]) {
        // Some may not be said at all; what counts is what is left.
        await acme.query(statement).catch(() => {});
      }
      expect(await whole(), table).toEqual(before);
    }
  });

  it('takes notes of a tenant for others to read, and none in the name of another', async () => {
    const database = await open();
    const acme = asTenant(database, 'acme');
    for (const table of writeOnly) {
      const note = (tenant: string) =>
        acme.query(
          `insert into herkomst.${table} (tenant, kind, first, last) values ($1, 'k', 'f', 'l')`,
          [tenant],
        );
      await note('acme');
      await expect(note('bolt'), table).rejects.toMatchObject({
        message: expect.stringContaining('row-level security'),
      });
      await expect(countOf(acme, table), table).rejects.toMatchObject({ code: '42501' });
      expect(await countOf(database, table, `tenant = 'acme'`)).toBe(1);
    }
  });

  it('hides what is shared, and the parts of what is bound, from every tenant', async () => {
    const database = await open();
    const parts = await database.query<{ name: string }>(
      `select relname::text as name from pg_class
      where relnamespace = 'herkomst'::regnamespace and relispartition and relkind = 'r'`,
    );
    expect(parts.length).toBeGreaterThan(0);
    const names = [...shared, ...parts.map(({ name }) => name)];
    for (const name of names) {
      await expect(countOf(asTenant(database, 'acme'), name), name).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it('leaves nothing of a tenant to the next statement on the same connection', async () => {
    const database = await opened();
    await asTenant(database, 'acme').query('select 1');
    await asTenant(database, 'acme')
      .query('select 1 / 0')
      .catch(() => {});
    const after = await database.query<{ role: string; tenant: string | null }>(
      `select current_user = session_user as own,
        nullif(current_setting('herkomst.tenant', true), '') as tenant`,
    );
    expect(after).toEqual([{ own: true, tenant: null }]);
    expect(await countOf(database, 'events')).toBe(2);
  });
}
