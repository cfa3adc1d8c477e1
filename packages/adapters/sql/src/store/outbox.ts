/** What must be told to receivers. Screening writes the entries. */
import type { OutboxEntry } from '@herkomst/runtime';
import type { SqlSession } from '../database.ts';
import { holdText, releaseText, separator } from '../held-text.ts';

interface OutboxRow {
  readonly outbox_id: string;
  readonly type: string;
  readonly document: string;
}

export async function selectUnrelayed(session: SqlSession, limit: number): Promise<OutboxEntry[]> {
  const rows = await session.query<OutboxRow>(
    `select outbox_id, type, document from herkomst.outbox
    where relayed_at is null
    order by seq
    limit $1::text::int`,
    [String(limit)],
  );
  return rows.map(releaseOutboxEntry);
}

/** Null when no entry has this id. */
export async function selectOutboxEntry(
  session: SqlSession,
  outboxId: string,
): Promise<OutboxEntry | null> {
  const [row] = await session.query<OutboxRow>(
    'select outbox_id, type, document from herkomst.outbox where outbox_id = $1',
    [holdText(outboxId)],
  );
  return row === undefined ? null : releaseOutboxEntry(row);
}

function releaseOutboxEntry(row: OutboxRow): OutboxEntry {
  return {
    outboxId: releaseText(row.outbox_id),
    type: releaseText(row.type),
    document: releaseText(row.document),
  };
}

/** Entries known and not yet marked, and with them what is due at each receiver. */
const updateRelayed = `
  with given as (
    select distinct outbox_id from unnest(string_to_array($1, E'\\x1e')) as given (outbox_id)
  ), due as (
    insert into herkomst.deliveries (outbox_id, receiver, due_since)
    select outbox_id, receiver, $3
    from given join herkomst.outbox using (outbox_id)
      cross join unnest(string_to_array($2, E'\\x1e')) as receivers (receiver)
    on conflict do nothing
  )
  update herkomst.outbox set relayed_at = $3
  from given
  where outbox.outbox_id = given.outbox_id and outbox.relayed_at is null`;

export async function markRelayed(
  session: SqlSession,
  outboxIds: readonly string[],
  receivers: readonly string[],
  at: string,
): Promise<void> {
  if (outboxIds.length === 0) return;
  const list = (texts: readonly string[]) => [...new Set(texts)].map(holdText).join(separator);
  await session.query(updateRelayed, [list(outboxIds), list(receivers), holdText(at)]);
}
