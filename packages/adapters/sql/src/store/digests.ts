/** Makes one delivery of many that were gathered. */
import type { DueDelivery, OutboxEntry } from '@herkomst/runtime';
import type { SqlDatabase, SqlSession } from '../database.ts';
import { holdText, releaseText, separator } from '../held-text.ts';

const gathered = `delivered_at is null and given_up_at is null and aside = 'gathered'`;

export async function selectDigestsDue(session: SqlSession, at: string): Promise<string[]> {
  const rows = await session.query<{ readonly receiver: string }>(
    `select distinct receiver from herkomst.deliveries
    where ${gathered} and aside_until <= $1 order by receiver`,
    [holdText(at)],
  );
  return rows.map(({ receiver }) => releaseText(receiver));
}

interface MemberRow {
  readonly outbox_id: string;
  readonly priority: number;
}

/** Locked until the transaction ends: what another merges at the same time is skipped. */
const selectMembers = `
  select outbox_id, priority from herkomst.deliveries
  where ${gathered} and receiver = $1 and aside_until <= $2
  order by seq
  limit $3::text::int
  for update skip locked`;

const insertDigest = `
  with entry as (
    insert into herkomst.outbox (outbox_id, type, document, relayed_at)
    values ($1, $2, $3, $4)
    on conflict do nothing
  )
  insert into herkomst.deliveries (outbox_id, receiver, due_since, priority)
  values ($1, $5, $4, $6::text::int)
  on conflict do nothing`;

const updateMembers = `
  update herkomst.deliveries set aside = 'merged', aside_until = null, digest_id = $1
  where receiver = $2 and outbox_id = any (string_to_array($3, E'\\x1e'))`;

export function mergeDigest(
  database: SqlDatabase,
  receiver: string,
  at: string,
  limit: number,
  compose: (outboxIds: readonly string[]) => OutboxEntry,
): Promise<DueDelivery | null> {
  return database.transaction(async (session) => {
    const keys = [holdText(receiver), holdText(at), String(limit)];
    const rows = await session.query<MemberRow>(selectMembers, keys);
    if (rows.length === 0) return null;
    const { outboxId, type, document } = compose(rows.map((row) => releaseText(row.outbox_id)));
    const priority = Math.min(...rows.map((row) => row.priority));
    await session.query(insertDigest, [
      ...[outboxId, type, document, at, receiver].map(holdText),
      String(priority),
    ]);
    const members = rows.map((row) => row.outbox_id).join(separator);
    await session.query(updateMembers, [holdText(outboxId), holdText(receiver), members]);
    return { outboxId, receiver, reopened: 0, priority };
  });
}
