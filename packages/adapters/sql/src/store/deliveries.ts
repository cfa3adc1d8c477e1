/** What each receiver is still to be told of, took, or was given up on. */
import type { AttemptRecord, DeadLetter, DueDelivery, RoutedDelivery } from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlDatabase, SqlSession } from '../database.ts';
import { holdText, releaseText, separator } from '../held-text.ts';
import { addAttempt, holdAttempt } from './attempts.ts';
import { insertDeadLetters } from './dead-letters.ts';

interface DueRow {
  readonly outbox_id: string;
  readonly receiver: string;
  readonly reopened: number;
  readonly priority: number;
}

const dueColumns = 'outbox_id, receiver, reopened, priority';

const routed = columns<RoutedDelivery>(
  {
    outbox_id: ({ outboxId }) => outboxId,
    receiver: ({ receiver }) => receiver,
    priority: ({ priority }) => priority,
    aside: ({ routing }) => (routing.kind === 'due' ? null : routing.kind),
    aside_until: ({ routing }) => ('until' in routing ? routing.until : null),
    aside_reason: ({ routing }) => ('reason' in routing ? routing.reason : null),
  },
  2,
);

/** Entries known and not yet marked, and with them what was made of them for the receivers. */
const updateRelayed = `
  with marked as (
    select distinct outbox_id from unnest(string_to_array($1, E'\\x1e')) as marked (outbox_id)
  ), routed as (
    insert into herkomst.deliveries
      (outbox_id, receiver, due_since, priority, aside, aside_until, aside_reason)
    select outbox_id, receiver, $2, priority::int, aside, aside_until, aside_reason
    from ${routed.source} join herkomst.outbox using (outbox_id)
    order by nth
    on conflict do nothing
  )
  update herkomst.outbox set relayed_at = $2
  from marked
  where outbox.outbox_id = marked.outbox_id and outbox.relayed_at is null`;

export async function markRelayed(
  session: SqlSession,
  outboxIds: readonly string[],
  deliveries: readonly RoutedDelivery[],
  at: string,
): Promise<void> {
  if (outboxIds.length === 0) return;
  const ids = [...new Set(outboxIds)].map(holdText).join(separator);
  await session.query(updateRelayed, [ids, holdText(at), ...routed.parameters(deliveries)]);
}

/** Returns the row only where it was not taken before. What is in a digest is taken with it. */
const upsertTaken = `
  with taken as (
    insert into herkomst.deliveries as known
      (outbox_id, receiver, due_since, delivered_at, attempts)
    values ($1, $2, $3, $3, $4)
    on conflict (tenant, outbox_id, receiver) do update
      set delivered_at = excluded.delivered_at, given_up_at = null,
        attempts = ${addAttempt('$4', 'known.attempts')}
      where known.delivered_at is null
    returning 1 as recorded
  ), members as (
    update herkomst.deliveries set delivered_at = $3, given_up_at = null
    where digest_id = $1 and receiver = $2 and delivered_at is null
  )
  select recorded from taken`;

export async function recordDelivery(
  session: SqlSession,
  outboxId: string,
  receiver: string,
  at: string,
  attempt?: AttemptRecord,
): Promise<boolean> {
  const keys = [holdText(outboxId), holdText(receiver), holdText(at)];
  const made = attempt === undefined ? null : holdAttempt(attempt);
  return (await session.query(upsertTaken, [...keys, made])).length > 0;
}

const upsertAttempt = `
  insert into herkomst.deliveries as known (outbox_id, receiver, due_since, failed_at, attempts)
  values ($1, $2, $3, $3, $4)
  on conflict (tenant, outbox_id, receiver) do update
    set failed_at = excluded.failed_at, attempts = ${addAttempt('$4', 'known.attempts')}`;

export async function recordAttempt(
  session: SqlSession,
  outboxId: string,
  receiver: string,
  attempt: AttemptRecord,
): Promise<void> {
  const keys = [holdText(outboxId), holdText(receiver), holdText(attempt.at)];
  await session.query(upsertAttempt, [...keys, holdAttempt(attempt)]);
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
  with given_up as (
    insert into herkomst.deliveries as known (outbox_id, receiver, due_since, given_up_at)
    values ($1, $2, $3, $3)
    on conflict (tenant, outbox_id, receiver) do update set given_up_at = excluded.given_up_at
      where known.delivered_at is null
    returning 1 as recorded
  ), members as (
    update herkomst.deliveries set given_up_at = $3
    where digest_id = $1 and receiver = $2 and delivered_at is null
  )
  select recorded from given_up`;

export async function giveUpDelivery(
  database: SqlDatabase,
  outboxId: string,
  receiver: string,
  letter: DeadLetter,
  at: string,
  publishes: boolean,
): Promise<void> {
  await database.transaction(async (session) => {
    const keys = [holdText(outboxId), holdText(receiver), holdText(at)];
    const recorded = await session.query(upsertGivenUp, keys);
    if (recorded.length > 0) await insertDeadLetters(session, [letter], publishes);
  });
}

/** Makes due again what meets the condition; what is in a digest is on its way with it. */
function updateDueAgain(condition: string): string {
  return `
    with again as (
      update herkomst.deliveries
      set delivered_at = null, given_up_at = null, due_since = $3, reopened = reopened + 1,
        aside = null, aside_until = null, aside_reason = null
      where outbox_id = $1 and receiver = $2 and (${condition})
      returning ${dueColumns}
    ), members as (
      update herkomst.deliveries set given_up_at = null
      where digest_id = $1 and receiver = $2 and given_up_at is not null
    )
    select ${dueColumns} from again`;
}

const reopen = updateDueAgain('given_up_at is not null and delivered_at is null');
const redeliverAny = updateDueAgain(
  `delivered_at is not null or given_up_at is not null
    or aside in ('held', 'gathered', 'filtered')`,
);

export async function reopenDelivery(
  session: SqlSession,
  outboxId: string,
  receiver: string,
  at: string,
): Promise<DueDelivery | null> {
  return dueAgain(session, reopen, [outboxId, receiver, at]);
}

export async function redeliver(
  session: SqlSession,
  outboxId: string,
  receiver: string,
  at: string,
): Promise<DueDelivery | null> {
  return dueAgain(session, redeliverAny, [outboxId, receiver, at]);
}

async function dueAgain(
  session: SqlSession,
  statement: string,
  keys: readonly string[],
): Promise<DueDelivery | null> {
  const [row] = await session.query<DueRow>(statement, keys.map(holdText));
  return row === undefined ? null : releaseDue(row);
}

export async function selectDue(
  session: SqlSession,
  dueBefore: string,
  limit: number,
): Promise<DueDelivery[]> {
  const rows = await session.query<DueRow>(
    `select ${dueColumns} from herkomst.deliveries
    where delivered_at is null and given_up_at is null and aside is null
      and due_since collate "C" < $1
    order by due_since collate "C", outbox_id, receiver
    limit $2::text::int`,
    [holdText(dueBefore), String(limit)],
  );
  return rows.map(releaseDue);
}

export async function holdDelivery(
  session: SqlSession,
  outboxId: string,
  receiver: string,
  { until, reason }: { readonly until: string; readonly reason: string },
): Promise<boolean> {
  const held = await session.query(
    `update herkomst.deliveries set aside = 'held', aside_until = $3, aside_reason = $4
    where outbox_id = $1 and receiver = $2
      and delivered_at is null and given_up_at is null and aside is null
    returning 1 as held`,
    [outboxId, receiver, until, reason].map(holdText),
  );
  return held.length > 0;
}

/** Rows that another releases at the same time are skipped rather than waited for. */
const updateReleased = `
  with ready as (
    select outbox_id, receiver from herkomst.deliveries
    where delivered_at is null and given_up_at is null and aside = 'held' and aside_until <= $1
    order by priority, seq
    limit $2::text::int
    for update skip locked
  ), released as (
    update herkomst.deliveries as known
    set aside = null, aside_until = null, aside_reason = null, due_since = $1,
      reopened = reopened + 1
    from ready
    where known.outbox_id = ready.outbox_id and known.receiver = ready.receiver
    returning known.outbox_id, known.receiver, known.reopened, known.priority, known.seq
  )
  select ${dueColumns} from released order by priority, seq`;

export async function releaseHeld(
  session: SqlSession,
  at: string,
  limit: number,
): Promise<DueDelivery[]> {
  const rows = await session.query<DueRow>(updateReleased, [holdText(at), String(limit)]);
  return rows.map(releaseDue);
}

function releaseDue(row: DueRow): DueDelivery {
  return {
    outboxId: releaseText(row.outbox_id),
    receiver: releaseText(row.receiver),
    reopened: row.reopened,
    priority: row.priority,
  };
}
