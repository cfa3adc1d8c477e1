/** What each receiver is still to be told of, took, or was given up on. */
import type { DeadLetter, DueDelivery } from '@herkomst/runtime';
import type { SqlDatabase, SqlSession } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { insertDeadLetters } from './dead-letters.ts';

interface DueRow {
  readonly outbox_id: string;
  readonly receiver: string;
  readonly reopened: number;
}

/** Returns the row only where it was not taken before. */
const upsertTaken = `
  insert into herkomst.deliveries as known (outbox_id, receiver, due_since, delivered_at)
  values ($1, $2, $3, $3)
  on conflict (outbox_id, receiver) do update
    set delivered_at = excluded.delivered_at, given_up_at = null
    where known.delivered_at is null
  returning 1 as recorded`;

export async function recordDelivery(
  session: SqlSession,
  outboxId: string,
  receiver: string,
  at: string,
): Promise<boolean> {
  const keys = [holdText(outboxId), holdText(receiver), holdText(at)];
  return (await session.query(upsertTaken, keys)).length > 0;
}

export async function isDelivered(
  session: SqlSession,
  outboxId: string,
  receiver: string,
): Promise<boolean> {
  const found = await session.query(
    `select 1 as found from herkomst.deliveries
    where outbox_id = $1 and receiver = $2 and delivered_at is not null`,
    [holdText(outboxId), holdText(receiver)],
  );
  return found.length > 0;
}

const upsertGivenUp = `
  insert into herkomst.deliveries as known (outbox_id, receiver, due_since, given_up_at)
  values ($1, $2, $3, $3)
  on conflict (outbox_id, receiver) do update set given_up_at = excluded.given_up_at
    where known.delivered_at is null
  returning 1 as recorded`;

export async function giveUpDelivery(
  database: SqlDatabase,
  outboxId: string,
  receiver: string,
  letter: DeadLetter,
  at: string,
): Promise<void> {
  await database.transaction(async (session) => {
    const keys = [holdText(outboxId), holdText(receiver), holdText(at)];
    const recorded = await session.query(upsertGivenUp, keys);
    if (recorded.length > 0) await insertDeadLetters(session, [letter]);
  });
}

export async function reopenDelivery(
  session: SqlSession,
  outboxId: string,
  receiver: string,
  at: string,
): Promise<DueDelivery | null> {
  const [row] = await session.query<DueRow>(
    `update herkomst.deliveries set given_up_at = null, due_since = $3, reopened = reopened + 1
    where outbox_id = $1 and receiver = $2 and given_up_at is not null and delivered_at is null
    returning outbox_id, receiver, reopened`,
    [holdText(outboxId), holdText(receiver), holdText(at)],
  );
  return row === undefined ? null : releaseDue(row);
}

export async function selectDue(
  session: SqlSession,
  dueBefore: string,
  limit: number,
): Promise<DueDelivery[]> {
  const rows = await session.query<DueRow>(
    `select outbox_id, receiver, reopened from herkomst.deliveries
    where delivered_at is null and given_up_at is null and due_since collate "C" < $1
    order by due_since collate "C", outbox_id, receiver
    limit $2::text::int`,
    [holdText(dueBefore), String(limit)],
  );
  return rows.map(releaseDue);
}

function releaseDue(row: DueRow): DueDelivery {
  return {
    outboxId: releaseText(row.outbox_id),
    receiver: releaseText(row.receiver),
    reopened: row.reopened,
  };
}
