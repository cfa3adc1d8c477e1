/** What must be told to receivers, and what each of them took. Screening writes the entries. */
import type { OutboxEntry } from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlSession } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';

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
  return rows.map((row) => ({
    outboxId: releaseText(row.outbox_id),
    type: releaseText(row.type),
    document: releaseText(row.document),
  }));
}

const relayedColumns = columns<{ readonly outboxId: string; readonly at: string }>({
  outbox_id: ({ outboxId }) => outboxId,
  relayed_at: ({ at }) => at,
});

const updateRelayed = `
  update herkomst.outbox set relayed_at = given.relayed_at
  from ${relayedColumns.source}
  where outbox.outbox_id = given.outbox_id and outbox.relayed_at is null`;

export async function markRelayed(
  session: SqlSession,
  outboxIds: readonly string[],
  at: string,
): Promise<void> {
  if (outboxIds.length === 0) return;
  const rows = outboxIds.map((outboxId) => ({ outboxId, at }));
  await session.query(updateRelayed, relayedColumns.parameters(rows));
}

export async function insertDelivery(
  session: SqlSession,
  outboxId: string,
  receiver: string,
  at: string,
): Promise<boolean> {
  const inserted = await session.query(
    `insert into herkomst.deliveries (outbox_id, receiver, delivered_at) values ($1, $2, $3)
    on conflict do nothing
    returning 1 as inserted`,
    [holdText(outboxId), holdText(receiver), holdText(at)],
  );
  return inserted.length > 0;
}

export async function hasDelivery(
  session: SqlSession,
  outboxId: string,
  receiver: string,
): Promise<boolean> {
  const found = await session.query(
    'select 1 as found from herkomst.deliveries where outbox_id = $1 and receiver = $2',
    [holdText(outboxId), holdText(receiver)],
  );
  return found.length > 0;
}
