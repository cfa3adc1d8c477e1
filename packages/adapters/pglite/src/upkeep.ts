/**
 * A PostgreSQL server checkpoints and clears dead rows away by itself; the engine inside the process
 * has nobody to do it. It would replay all it wrote since it was opened when it is opened after a
 * crash, and its files would only grow. So whoever is about to work looks now and then how much was
 * written, and does both when it is enough.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';

/** Replaying this much takes about half a second. */
const enoughBytes = 64 * 1024 * 1024;

export interface UpkeepOptions {
  /** Written since the last time. */
  readonly everyBytes?: number;
  /** Looks before the first of so many calls. */
  readonly everyCalls?: number;
}

/** The returned function is called before each piece of work. */
export function createUpkeep(
  pglite: PGlite,
  { everyBytes = enoughBytes, everyCalls = 100 }: UpkeepOptions = {},
): () => Promise<void> {
  let calls = 0;
  let doneAt: number | null = null;

  return async () => {
    calls += 1;
    if ((calls - 1) % everyCalls !== 0) return;
    const written = await bytesWritten(pglite);
    // Opening ends with a checkpoint, so what was written until then needs none.
    doneAt ??= written;
    if (written - doneAt < everyBytes) return;
    doneAt = written;
    await clearDeadRows(pglite);
    await pglite.query('checkpoint');
  };
}

async function bytesWritten(pglite: PGlite): Promise<number> {
  const { rows } = await pglite.query<{ bytes: number }>(
    `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as bytes`,
  );
  return rows[0]?.bytes ?? 0;
}

/** The measures are those of a server's autovacuum. */
const selectDue = `
  select format('%I.%I', schemaname, relname) as table,
    n_dead_tup > 50 + 0.2 * n_live_tup as dead
  from pg_stat_user_tables
  where n_dead_tup > 50 + 0.2 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup`;

async function clearDeadRows(pglite: PGlite): Promise<void> {
  // What a session did is counted when it rests, which this one may not do for long.
  await pglite.query('select pg_stat_force_next_flush()');
  const { rows } = await pglite.query<{ table: string; dead: boolean }>(selectDue);
  for (const { table, dead } of rows) {
    await nextTurn();
    await pglite.query(`${dead ? 'vacuum analyze' : 'analyze'} ${table}`);
  }
}
