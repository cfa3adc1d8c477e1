/** Deliveries as people look at them: one, pages of them, and how each receiver stands. */
import type {
  DeliveryQuery,
  DeliveryState,
  Page,
  PageRequest,
  ReceiverStanding,
  StoredDelivery,
} from '@herkomst/runtime';
import type { SqlParameter, SqlSession } from '../database.ts';
import { holdText, releaseText, separator } from '../held-text.ts';
import { releaseAttempts } from './attempts.ts';
import { invalidPage } from './paging.ts';

interface DeliveryRow {
  readonly outbox_id: string;
  readonly receiver: string;
  readonly type: string | null;
  readonly due_since: string;
  readonly delivered_at: string | null;
  readonly given_up_at: string | null;
  readonly aside: 'filtered' | 'held' | 'gathered' | 'merged' | null;
  readonly aside_until: string | null;
  readonly aside_reason: string | null;
  readonly digest_id: string | null;
  readonly priority: number;
  readonly reopened: number;
  readonly attempts: string | null;
  readonly place: string;
}

const selectRows = `
  select deliveries.outbox_id, receiver, type, due_since, delivered_at, given_up_at, aside,
    aside_until, aside_reason, digest_id, priority, reopened, attempts,
    deliveries.seq::text as place
  from herkomst.deliveries left join herkomst.outbox on outbox.outbox_id = deliveries.outbox_id`;

const open = 'delivered_at is null and given_up_at is null';
/** Spelt so that the partial indexes serve them. */
const unfinished = `delivered_at is null and aside is distinct from 'filtered'`;

const ofState: Readonly<Record<DeliveryState, string>> = {
  due: `${unfinished} and ${open} and (aside is null or aside = 'merged')`,
  held: `${unfinished} and ${open} and aside in ('held', 'gathered')`,
  filtered: `aside = 'filtered' and ${open}`,
  taken: 'delivered_at is not null',
  'given-up': `${unfinished} and given_up_at is not null`,
};

/** Null when nothing was made of the entry for this receiver. */
export async function selectDelivery(
  session: SqlSession,
  outboxId: string,
  receiver: string,
): Promise<StoredDelivery | null> {
  const [row] = await session.query<DeliveryRow>(
    `${selectRows} where deliveries.outbox_id = $1 and receiver = $2`,
    [holdText(outboxId), holdText(receiver)],
  );
  return row === undefined ? null : releaseDelivery(row);
}

/** Newest first. Throws with the code 'invalid-page' for a cursor that no page gave out. */
export async function selectDeliveries(
  session: SqlSession,
  { receiver, state, alertId }: DeliveryQuery,
  { limit, after }: PageRequest,
): Promise<Page<StoredDelivery>> {
  if (after !== undefined && !/^\d{1,18}$/.test(after)) throw invalidPage(after);
  const parameters: SqlParameter[] = [];
  const conditions: string[] = [];
  const add = (condition: (place: string) => string, value: string): void => {
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  if (receiver !== undefined) add((place) => `receiver = ${place}`, holdText(receiver));
  if (alertId !== undefined) {
    const ids = [alertId, `${alertId}-withdrawn`].map(holdText).join(separator);
    add((place) => `deliveries.outbox_id = any (string_to_array(${place}, E'\\x1e'))`, ids);
  }
  if (state !== undefined) conditions.push(ofState[state]);
  if (after !== undefined) add((place) => `deliveries.seq < ${place}::text::bigint`, after);
  // One more than asked for tells whether there is a next page.
  parameters.push(String(limit + 1));
  const rows = await session.query<DeliveryRow>(
    `${selectRows} ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`}
    order by deliveries.seq desc
    limit $${parameters.length}::text::int`,
    parameters,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown.map(releaseDelivery), next: last?.place ?? null };
}

interface StandingRow {
  readonly receiver: string;
  readonly due: number;
  readonly held: number;
  readonly next_release_at: string | null;
  readonly last_taken_at: string | null;
  readonly last_failed_at: string | null;
}

const selectStandings = `
  select given.receiver, due.number as due, held.number as held, next_release_at,
    (select max(delivered_at collate "C") from herkomst.deliveries
      where receiver = given.receiver and delivered_at is not null) as last_taken_at,
    (select max(failed_at) from herkomst.deliveries
      where receiver = given.receiver and failed_at is not null) as last_failed_at
  from unnest(string_to_array($1, E'\\x1e')) with ordinality as given (receiver, nth)
  cross join lateral (
    select count(*)::int as number from herkomst.deliveries
    where ${open} and aside is null and receiver = given.receiver
  ) as due
  cross join lateral (
    select count(*)::int as number, min(aside_until) as next_release_at from herkomst.deliveries
    where ${open} and aside in ('held', 'gathered') and receiver = given.receiver
  ) as held
  order by nth`;

export async function selectReceiverStandings(
  session: SqlSession,
  receivers: readonly string[],
): Promise<ReceiverStanding[]> {
  if (receivers.length === 0) return [];
  const names = receivers.map(holdText).join(separator);
  const rows = await session.query<StandingRow>(selectStandings, [names]);
  return rows.map((row) => ({
    receiver: releaseText(row.receiver),
    due: row.due,
    held: row.held,
    nextReleaseAt: release(row.next_release_at),
    lastTakenAt: release(row.last_taken_at),
    lastFailedAt: release(row.last_failed_at),
  }));
}

function releaseDelivery(row: DeliveryRow): StoredDelivery {
  const state = stateOf(row);
  const setAside = state === 'held' || state === 'filtered';
  return {
    outboxId: releaseText(row.outbox_id),
    receiver: releaseText(row.receiver),
    state,
    type: release(row.type),
    since: releaseText(row.due_since),
    heldUntil: state === 'held' ? release(row.aside_until) : null,
    gathered: state === 'held' && row.aside === 'gathered',
    reason: setAside ? release(row.aside_reason) : null,
    digestId: release(row.digest_id),
    takenAt: release(row.delivered_at),
    givenUpAt: release(row.given_up_at),
    priority: row.priority,
    reopened: row.reopened,
    attempts: releaseAttempts(row.attempts),
  };
}

function stateOf({ delivered_at, given_up_at, aside }: DeliveryRow): DeliveryState {
  if (delivered_at !== null) return 'taken';
  if (given_up_at !== null) return 'given-up';
  if (aside === 'filtered') return 'filtered';
  return aside === 'held' || aside === 'gathered' ? 'held' : 'due';
}

function release(held: string | null): string | null {
  return held === null ? null : releaseText(held);
}
