/** What must be told to receivers. Screening writes the entries. */
import type { OutboxEntry } from '@herkomst/runtime';
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
