/**
 * Row-level security keeps what might leak away from rows that are not known to be the tenant's, and
 * with it from indexes. What is read for each batch, and what lists are made of, must find its rows
 * by index all the same.
 */
import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { noWrites, seen, shipmentKey } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { SqlDatabase, SqlParameter } from '../database.ts';
import { migrate } from '../migrate.ts';
import { createSqlStores } from '../store/store.ts';
import { asTenant } from './as-tenant.ts';

const timeout = 120_000;
vi.setConfig({ testTimeout: timeout });

const ofBoth = `from (values ('acme'), ('bolt')) as tenants (tenant), generate_series(1, 1000) as n`;

let database: PgliteDatabase;
beforeAll(async () => {
  database = await openPglite(null);
  await migrate(database);
  for (const rows of [
    `events (tenant, key, source, id, digest)
      select tenant, sha256((tenant || n)::bytea), 's', n::text, 'd' ${ofBoth}`,
    `heads (tenant, key, source, shipment_id, declaration_kind, version, digest, assessment_hash)
      select tenant, sha256((tenant || n)::bytea), 's', n::text, 'k', 1, 'd', 'h' ${ofBoth}`,
    `alerts (tenant, alert_id, source, shipment_id, declaration_kind, version, severity, score,
        raised_at, document)
      select tenant, 'a' || n, 's', n::text, 'k', 1, 'high', 0.9, 'r', '{}' ${ofBoth}`,
  ]) {
    await database.query(`insert into herkomst.${rows}`);
  }
  await database.query('analyze');
}, timeout);
afterAll(() => database.close(), timeout);

/** Whatever is cheaper for so few rows: what counts is whether an index can be used at all. */
const indexesOnly = ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin']
  .map((way) => `; set local enable_${way} = off`)
  .join('');

/** The database, and the plan of each statement it was asked as that tenant. */
function planned(): { readonly spied: SqlDatabase; readonly plans: string[] } {
  const plans: string[] = [];
  const spied: SqlDatabase = {
    ...database,
    transaction: (work, opening = '') =>
      database.transaction(
        (session) =>
          work({
            async query<Row extends object>(
              text: string,
              parameters: readonly SqlParameter[] = [],
            ) {
              const lines = await session.query<{ readonly 'QUERY PLAN': string }>(
                `explain ${text}`,
                parameters,
              );
              plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
              return session.query<Row>(text, parameters);
            },
          }),
        opening + indexesOnly,
      ),
  };
  return { spied, plans };
}

it('finds what a batch asks for, and pages of lists, by index', async () => {
  const { spied, plans } = planned();
  const store = createSqlStores(spied).of('acme');
  const ids = Array.from({ length: 200 }, (_, n) => String(n));
  const keys = { events: ids.map((id) => seen(id)), shipments: ids.map((id) => shipmentKey(id)) };
  await store.screen(keys, () => ({ ...noWrites, superseded: [{ alertId: 'a1', by: 'x' }] }));
  await store.alerts({ limit: 50 });
  await store.alert('a5');
  const own = String.raw`tenant = current_setting\('herkomst.tenant'::text, true\)\)`;
  const [events, heads, superseded, , page, alert] = plans;
  const byKey = String.raw`Index Cond: \(\(${own} AND \(key = wanted.key\)`;
  expect(events).toMatch(new RegExp(byKey));
  expect(heads).toMatch(new RegExp(byKey));
  expect(superseded).toMatch(/Index Cond: .*alert_id = /);
  // In the order of the index: no sort.
  expect(page).toMatch(new RegExp(String.raw`Index Scan Backward .*\n.*Index Cond: \(${own}`));
  expect(page).not.toContain('Sort');
  expect(alert).toMatch(/Index Cond: .*alert_id = 'a5'/);
});

it('is kept from the index by a function between the key that is given and the row', async () => {
  const { spied, plans } = planned();
  await asTenant(spied, 'acme').query(
    `select id from unnest(array['00', '01']) as given (key)
      join herkomst.events on events.key = decode(given.key, 'hex')`,
  );
  expect(plans[0]).not.toMatch(/Index Cond: .*key = /);
});
