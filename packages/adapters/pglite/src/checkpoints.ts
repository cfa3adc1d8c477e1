/**
 * A PostgreSQL server checkpoints by itself; the engine inside the process has nobody to do it, and
 * would replay all it wrote since it was opened when it is opened after a crash. So whoever is about
 * to work looks now and then how much that is, and checkpoints when it is enough.
 */
import type { PGlite } from '@electric-sql/pglite';

/** Replaying this much takes about half a second. */
const enoughBytes = 64 * 1024 * 1024;

export interface CheckpointOptions {
  /** Written since the last checkpoint. */
  readonly everyBytes?: number;
  /** Looks before the first of so many calls. */
  readonly everyCalls?: number;
}

/** The returned function is called before each piece of work. */
export function createCheckpoints(
  pglite: PGlite,
  { everyBytes = enoughBytes, everyCalls = 100 }: CheckpointOptions = {},
): () => Promise<void> {
  let calls = 0;
  let checkpointAt: number | null = null;

  return async () => {
    calls += 1;
    if ((calls - 1) % everyCalls !== 0) return;
    const written = await bytesWritten(pglite);
    // Opening ends with a checkpoint, so what was written until then needs none.
    checkpointAt ??= written;
    if (written - checkpointAt < everyBytes) return;
    checkpointAt = written;
    await pglite.query('checkpoint');
  };
}

async function bytesWritten(pglite: PGlite): Promise<number> {
  const { rows } = await pglite.query<{ bytes: number }>(
    `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as bytes`,
  );
  return rows[0]?.bytes ?? 0;
}
