/**
 * How long the lists of cases take with 1,000,000 cases, alerts and audit entries stored, one in
 * twenty cases on the queue: `npx node tests/bench/cases/lists.ts [rows]`, on PGlite in memory, or
 * on the server that HERKOMST_TEST_POSTGRES_URL names.
 */
import { openPglite } from '@herkomst/adapter-pglite';
import { openPostgres } from '@herkomst/adapter-postgres';
import { createTestDatabase, serverUrl } from '@herkomst/adapter-postgres/testing';
import { createSqlCaseStore, migrate, type SqlDatabase } from '@herkomst/adapter-sql';
import { emptyChain, noKeys, type CaseQuery, type CaseStore } from '@herkomst/runtime';
import { caseSamples } from '@herkomst/runtime/testing';

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = 40;
const tenant = caseSamples.tenant;

const own = serverUrl === '' ? null : await createTestDatabase();
const database = own === null ? await openPglite(null) : await openPostgres({ url: own.url });
try {
  await migrate(database);
  await fill(database);
  const store = createSqlCaseStore(database);
  const engine = own === null ? 'PGlite' : 'PostgreSQL';
  console.log(`${engine}, ${rows.toLocaleString('en')} rows of each kind; ${rounds} calls a line`);
  for (const [name, call] of calls(store)) await time(name, call);
} finally {
  await database.close();
  await own?.drop();
}

function calls(store: CaseStore): [string, () => Promise<unknown>][] {
  const list = (query: CaseQuery) => async () => {
    // A page from the middle costs what the first does, or the cursor is no use.
    const first = await store.cases(tenant, query, { limit: 50 });
    return first.next === null
      ? first
      : await store.cases(tenant, query, { limit: 50, after: first.next });
  };
  const page = { limit: 50 };
  const some = () => `case-${Math.floor(Math.random() * rows) + 1}`;
  return [
    ['queue by deadline, two pages', list({ order: 'deadline', active: true })],
    ['queue by risk', list({ order: 'risk', active: true })],
    ['queue of one person', list({ order: 'deadline', active: true, assignee: 'p7' })],
    ['queue of one who has none', list({ order: 'risk', active: true, assignee: 'nobody' })],
    ['queue that nobody has', list({ order: 'deadline', active: true, assignee: null })],
    ['queue, critical only', list({ order: 'deadline', active: true, severity: 'critical' })],
    ['queue, a status of none', list({ order: 'risk', active: true, status: 'awaiting-approval' })],
    ['all, last changed', list({ order: 'changed' })],
    ['decided, last changed', list({ order: 'changed', status: 'decided' })],
    ['all of one person', list({ order: 'changed', assignee: 'p7' })],
    ['all of one commodity', list({ order: 'changed', commodityKey: 'hs:6704' })],
    ['all of one party', list({ order: 'risk', partyKey: 'party:7' })],
    ['counts of the queue', () => store.counts(tenant, '2026-06-01T00:00:00.000Z')],
    ['one case', () => store.case(tenant, some())],
    ["one case's alerts", () => store.caseAlerts(tenant, some(), page)],
    ['audit log of one case', () => store.audit(tenant, { subject: `case/${some()}` }, page)],
    ['audit log from the middle', () => store.audit(tenant, { afterSequence: rows / 2 }, page)],
    [
      'a change with one audit entry',
      () =>
        store.change(tenant, { ...noKeys, caseIds: [some()], caseAlerts: true }, (known) => ({
          writes: caseSamples.caseWrites({
            cases: known.cases,
            audit: caseSamples.auditEntries(known.auditHead, ['comment-added']),
          }),
          result: undefined,
        })),
    ],
  ];
}

async function time(name: string, call: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (rounds - 1))]!.toFixed(1).padStart(8);
  console.log(`${name.padEnd(34)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms`);
}

/** Straight into the tables: through the store it would take an hour. */
async function fill(database: SqlDatabase): Promise<void> {
  const record = JSON.stringify(
    caseSamples.caseRecord('case-#', caseSamples.dueAt('2026-06-01T00:00:00.000Z')),
  );
  const alert = JSON.stringify(caseSamples.caseAlert('alert-#', 'case-#'));
  const step = 100_000;
  for (let from = 1; from <= rows; from += step) {
    const range = [String(from), String(Math.min(rows, from + step - 1))];
    await database.query(
      `insert into herkomst.cases (tenant, case_id, active, status, severity, assignee, party_key,
        commodity_key, due_at, by_deadline, by_risk, by_changed, record)
      select 'acme', 'case-' || n, n % 20 = 0,
        case when n % 20 > 0 then 'decided' when n % 3 = 0 then 'open' else 'in-progress' end,
        (array['low', 'medium', 'high', 'critical'])[1 + n % 97 % 4],
        case when n % 7 > 0 then 'p' || n % 51 end,
        sha256(to_json('party:' || n % 200000)::text::bytea),
        sha256(to_json('hs:' || 6700 + n % 40)::text::bytea),
        case when n % 20 = 0 then due end,
        case when n % 20 = 0 then due else '9999-12-31T23:59:59.999Z' end || ' 0.1 case-' || n,
        1 + n % 97 % 4 || ' 0.1 ' || due || ' case-' || n,
        lpad((n * 7919 % 1000003)::text, 15, '0') || ' case-' || n,
        replace($3::text, '#', n::text)
      from (select n, to_char(timestamp '2026-01-01' + n * 7919 % 525600 * interval '1 minute',
        'YYYY-MM-DD"T"HH24:MI:SS".000Z"') as due
        from generate_series($1::text::bigint, $2::text::bigint) as n) as numbered`,
      [...range, record],
    );
    await database.query(
      `insert into herkomst.case_alerts (tenant, alert_id, case_id, standing, standing_by, record)
      select 'acme', 'alert-' || n, 'case-' || n, case when n % 20 = 0 then 'open' else 'closed' end,
        case when n % 20 > 0 then '1' end, replace($3::text, '#', n::text)
      from generate_series($1::text::bigint, $2::text::bigint) as n`,
      [...range, alert],
    );
    await database.query(
      `insert into herkomst.audit (tenant, sequence, at, actor_kind, actor_id, actor_name, action,
        subject, subject_key, details, previous, body, hash)
      select 'acme', n, '2026-03-02T08:00:00.000Z', 'person', 'p1', 'Ada Visser', 'comment-added',
        'case/case-' || n, sha256(to_json('case/case-' || n)::text::bytea), '{"text":"called"}',
        md5(n::text), md5(n::text), md5(n::text)
      from generate_series($1::text::bigint, $2::text::bigint) as n`,
      range,
    );
    console.error(`${range[1]} rows`);
  }
  await database.query(
    `insert into herkomst.audit_heads (tenant, sequence, hash)
    values ('acme', $1::text::bigint, $2)`,
    [String(rows), emptyChain.hash],
  );
  for (const table of ['cases', 'case_alerts', 'audit']) {
    await database.query(`vacuum analyze herkomst.${table}`);
  }
}
