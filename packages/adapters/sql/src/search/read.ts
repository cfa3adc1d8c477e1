/** Documents by their terms, in their orders, and as rows. */
import {
  DocumentSet,
  type Bounds,
  type EventKey,
  type FoundRow,
  type Rank,
  type SearchOrder,
  type ShipmentKey,
} from '@herkomst/runtime';
import { separator } from '../held-text.ts';
import type { SqlParameter, SqlSession } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { eventDigest, shipmentDigest } from '../store/keys.ts';
import { releaseNullable, releaseShipmentKey, type ShipmentKeyRow } from '../store/rows.ts';
import { ownTenant } from './tenant.ts';

/** One row a term: eight bytes of block, two of length, then the members, block after block. */
const selectPostings = `
  select term,
    string_agg(int8send(block) || int2send(length(members)::int2) || members, '') as postings
  from herkomst.search_terms
  where tenant = ${ownTenant} and term = any(string_to_array($1, E'\\x1e'))
  group by term`;

export async function selectDocumentsWith(
  session: SqlSession,
  terms: readonly string[],
): Promise<ReadonlyMap<string, DocumentSet>> {
  if (terms.length === 0) return new Map();
  const rows = await session.query<{ term: string; postings: Uint8Array }>(selectPostings, [
    terms.map(holdText).join(separator),
  ]);
  return new Map(rows.map(({ term, postings }) => [releaseText(term), readPostings(postings)]));
}

function readPostings(bytes: Uint8Array): DocumentSet {
  const set = new DocumentSet();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    const block = Number(view.getBigInt64(at));
    const length = view.getInt16(at + 8);
    at += 10;
    for (const end = at + length; at < end; at += 1) set.addTo(block, bytes[at] as number);
  }
  return set;
}

/** Goes from each term straight to the next, past all its postings. */
const selectTermsFrom = `
  with recursive found (term) as (
    (select term from herkomst.search_terms
      where tenant = ${ownTenant} and term >= $1 and term < $2 order by term limit 1)
    union all
    select (select next.term from herkomst.search_terms as next
      where next.tenant = ${ownTenant} and next.term > found.term and next.term < $2
      order by next.term limit 1)
    from found where found.term is not null
  )
  select term from found where term is not null`;

export async function selectTerms(session: SqlSession, prefix: string): Promise<string[]> {
  const rows = await session.query<{ term: string }>(selectTermsFrom, [
    holdText(prefix),
    // Beyond every character that a term can go on with.
    `${holdText(prefix)}\u{10ffff}`,
  ]);
  return rows.map(({ term }) => releaseText(term));
}

/** Sorts after every time, for what has none. */
const never = '9999-12-31T23:59:59.999Z';

interface OrderText {
  readonly key: string;
  readonly cast: string;
  readonly direction: 'asc' | 'desc';
}

const orders: Readonly<Record<SearchOrder, OrderText>> = {
  time: { key: 'assessed_at collate "C"', cast: '', direction: 'desc' },
  risk: { key: 'risk', cast: '::text::float8', direction: 'desc' },
  arrival: { key: `coalesce(arrival_at, '${never}')`, cast: '', direction: 'asc' },
};

export async function selectWalk(
  session: SqlSession,
  order: SearchOrder,
  alertsOnly: boolean,
  bounds: Bounds,
  after: Rank | null,
  limit: number,
): Promise<Rank[]> {
  const { key, cast, direction } = orders[order];
  const { conditions, parameters } = within(bounds);
  if (alertsOnly || order !== 'time') conditions.push('alert_id is not null');
  if (after !== null) {
    parameters.push(after.key, String(after.document));
    const [from, document] = [parameters.length - 1, parameters.length];
    const beyond = direction === 'desc' ? '<' : '>';
    // The first part bounds the index, the second settles ties.
    conditions.push(`${key} ${beyond}= $${from}${cast}`);
    conditions.push(`(${key} ${beyond} $${from}${cast} or document < $${document}::text::bigint)`);
  }
  parameters.push(String(limit));
  return readRanks(
    session,
    // A name in "order by" means an output before a column, so no output has a column's name.
    `select document::text as number, (${key})::text as rank_key from herkomst.assessments
    where tenant = ${ownTenant} and ${['document is not null', ...conditions].join(' and ')}
    order by ${key} ${direction}, document desc
    limit $${parameters.length}::text::int`,
    parameters,
  );
}

/**
 * Cast before the join, or row-level security keeps it from the index: see store/known.ts. Joined by
 * `lateral` and a limit, so that each is looked up and no plan reads the whole table instead.
 */
const givenNumbers = (parameter: number): string => `
  with given as materialized (
    select number::bigint as number, nth
    from unnest(string_to_array($${parameter}, ',')) with ordinality as listed (number, nth)
  )`;

export async function selectRanksOf(
  session: SqlSession,
  order: SearchOrder,
  bounds: Bounds,
  documents: readonly number[],
): Promise<Rank[]> {
  const { conditions, parameters } = within(bounds);
  parameters.push(documents.join(','));
  return readRanks(
    session,
    `${givenNumbers(parameters.length)}
    select found.* from given, lateral (
      select document::text as number, (${orders[order].key})::text as rank_key
      from herkomst.assessments
      where tenant = ${ownTenant} and document = given.number
        and ${['true', ...conditions].join(' and ')}
      limit 1
    ) as found`,
    parameters,
  );
}

async function readRanks(
  session: SqlSession,
  statement: string,
  parameters: readonly SqlParameter[],
): Promise<Rank[]> {
  const rows = await session.query<{ number: string; rank_key: string }>(statement, parameters);
  return rows.map(({ number, rank_key: key }) => ({ document: Number(number), key }));
}

function within({ from, to, minScore, maxScore, minRisk, maxRisk }: Bounds): {
  conditions: string[];
  parameters: string[];
} {
  const conditions: string[] = [];
  const parameters: string[] = [];
  const bound = (column: string, relation: string, cast: string, value?: string | number): void => {
    if (value === undefined) return;
    parameters.push(String(value));
    conditions.push(`${column} ${relation} $${parameters.length}${cast}`);
  };
  const number = '::text::float8';
  bound('assessed_at collate "C"', '>=', '', from);
  bound('assessed_at collate "C"', '<', '', to);
  bound('score', '>=', number, minScore);
  bound('score', '<=', number, maxScore);
  bound('risk', '>=', number, minRisk);
  bound('risk', '<', number, maxRisk);
  return { conditions, parameters };
}

interface FoundRowRow extends ShipmentKeyRow {
  readonly number: string;
  readonly version: number;
  readonly event_id: string;
  readonly assessment_hash: string;
  readonly verdict: string;
  readonly severity: string;
  readonly score: number;
  readonly current: boolean;
  readonly assessed_at: string;
  readonly alert_id: string | null;
  readonly superseded_by: string | null;
  readonly arrival_at: string | null;
  readonly risk: number;
  readonly subject: string;
}

const selectRow =
  'select found.*, found.document::text as number from herkomst.assessments as found';

export async function selectRows(
  session: SqlSession,
  documents: readonly number[],
): Promise<FoundRow[]> {
  if (documents.length === 0) return [];
  const rows = await session.query<FoundRowRow>(
    `${givenNumbers(1)}
    select found.*, found.document::text as number
    from given join herkomst.assessments as found
      on found.tenant = ${ownTenant} and found.document = given.number
    order by given.nth`,
    [documents.join(',')],
  );
  return rows.map(releaseRow);
}

export async function selectRowOfAlert(
  session: SqlSession,
  alertId: string,
): Promise<FoundRow | null> {
  const [row] = await session.query<FoundRowRow>(
    `${selectRow} where tenant = ${ownTenant} and alert_id = $1`,
    [holdText(alertId)],
  );
  return row === undefined ? null : releaseRow(row);
}

export async function selectNumbersOfAlerts(
  session: SqlSession,
  alertIds: readonly string[],
): Promise<number[]> {
  if (alertIds.length === 0) return [];
  const rows = await session.query<{ document: string }>(
    `select document::text as document
    from unnest(string_to_array($1, E'\\x1e')) as given (alert_id)
    join herkomst.assessments as stored
      on stored.tenant = ${ownTenant} and stored.alert_id = given.alert_id
    where document is not null`,
    [alertIds.map(holdText).join(separator)],
  );
  return rows.map(({ document }) => Number(document));
}

const selectEffects = `
  select
    (select count(*)::int from unnest(string_to_array($1, ',')) as given (key)
      join herkomst.events as seen
        on seen.tenant = ${ownTenant} and seen.key = decode(given.key, 'hex')) as events,
    (select count(*)::int from unnest(string_to_array($2, ',')) as given (key)
      join herkomst.heads as head
        on head.tenant = ${ownTenant} and head.key = decode(given.key, 'hex')
      where head.alert_id is not null) as alerts`;

export async function selectEffectsOf(
  session: SqlSession,
  events: readonly EventKey[],
  shipments: readonly ShipmentKey[],
): Promise<{ readonly events: number; readonly alerts: number }> {
  const [row] = await session.query<{ events: number; alerts: number }>(selectEffects, [
    events.map(eventDigest).join(','),
    shipments.map(shipmentDigest).join(','),
  ]);
  return { events: row?.events ?? 0, alerts: row?.alerts ?? 0 };
}

export async function selectAlertDocuments(
  session: SqlSession,
  alertIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (alertIds.length === 0) return new Map();
  const rows = await session.query<{ alert_id: string; document: string }>(
    `select alert_id, document from herkomst.alerts
    where alert_id = any(string_to_array($1, E'\\x1e'))`,
    [alertIds.map(holdText).join(separator)],
  );
  return new Map(
    rows.map(({ alert_id, document }) => [releaseText(alert_id), releaseText(document)]),
  );
}

export async function selectRowsOfShipment(
  session: SqlSession,
  key: ShipmentKey,
): Promise<FoundRow[]> {
  const rows = await session.query<FoundRowRow>(
    `${selectRow} where shipment_key = decode($1, 'hex') and document is not null
    order by version desc`,
    [shipmentDigest(key)],
  );
  return rows.map(releaseRow);
}

function releaseRow(row: FoundRowRow): FoundRow {
  return {
    ...releaseShipmentKey(row),
    document: Number(row.number),
    version: row.version,
    eventId: releaseText(row.event_id),
    assessmentHash: releaseText(row.assessment_hash),
    verdict: releaseText(row.verdict),
    severity: releaseText(row.severity),
    score: row.score,
    current: row.current,
    assessedAt: releaseText(row.assessed_at),
    alertId: releaseNullable(row.alert_id),
    supersededBy: releaseNullable(row.superseded_by),
    arrivalAt: releaseNullable(row.arrival_at),
    risk: row.risk,
    subject: releaseText(row.subject),
  };
}
