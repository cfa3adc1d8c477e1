/** The contract of the case store on the PostgreSQL inside the process, and its audit log's guard. */
import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { verifyAudit, emptyChain, sha256 } from '@herkomst/runtime';
import { caseSamples, caseStoreContract } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSqlCaseStore } from './case-store.ts';
import { emptiedWithAudit } from './emptied.testing.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

let database: PgliteDatabase;
beforeAll(async () => {
  database = await openPglite(null);
}, timeout);
afterAll(() => database.close(), timeout);

caseStoreContract('PGlite', async () => {
  const own = await emptiedWithAudit(database);
  return {
    store: createSqlCaseStore(own),
    restart: async () => createSqlCaseStore(own),
    close: async () => {},
  };
});

test('the audit log lets nobody change it, and tells when somebody did all the same', async () => {
  const own = await emptiedWithAudit(database);
  const store = createSqlCaseStore(own);
  const { auditEntries, caseKeys, caseWrites, tenant } = caseSamples;
  await store.change(tenant, caseKeys({}), () => ({
    writes: caseWrites({ audit: auditEntries(emptyChain, ['a', 'b', 'c']) }),
    result: undefined,
  }));
  const statements = [
    `update herkomst.audit set details = '{"a":1}' where sequence = 2`,
    'delete from herkomst.audit where sequence = 2',
    'truncate herkomst.audit',
  ];
  for (const statement of statements) {
    await expect(own.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
  const verdict = async () => {
    const { rows } = await store.audit(tenant, {}, { limit: 10 });
    return verifyAudit(rows, { tenant, sha256, anchors: [await store.auditHead(tenant)] });
  };
  expect((await verdict()).kind).toBe('intact');
  await own.query('alter table herkomst.audit disable trigger audit_append_only');
  for (const [column, sequence] of [
    ['details', 2],
    ['actor_name', 1],
    ['hash', 3],
    ['previous', 2],
    ['at', 3],
  ] as const) {
    const before = await own.query<{ readonly held: string }>(
      `select ${column} as held from herkomst.audit where sequence = $1::text::bigint`,
      [String(sequence)],
    );
    const set = `update herkomst.audit set ${column} = $1 where sequence = $2::text::bigint`;
    await own.query(set, [`${before[0]!.held.slice(0, -1)}~`, String(sequence)]);
    expect(await verdict()).toMatchObject({ fault: { code: 'changed', sequence } });
    await own.query(set, [before[0]!.held, String(sequence)]);
    expect((await verdict()).kind).toBe('intact');
  }
  await own.query('delete from herkomst.audit where sequence = 3');
  expect(await verdict()).toMatchObject({ fault: { code: 'truncated', sequence: 3 } });
});
