/**
 * The one transaction of screening: read what is known, decide, write. Few statements whatever the
 * size of the batch, and none for what it does not touch.
 */
import {
  supersededTerm,
  type OutboxEntry,
  type ScreeningKeys,
  type ScreeningKnown,
  type ScreeningWrites,
  type SeenEvent,
  type StoredAlert,
} from '@herkomst/runtime';
import { columns, type Columns } from '../columns.ts';
import type { Blocks, Stretch } from '../search/blocks.ts';
import { markSuperseded } from '../search/write.ts';
import type { SqlDatabase, SqlSession } from '../database.ts';
import { insertAssessments } from './assessments.ts';
import { toScreeningError } from './conflict.ts';
import { insertDeadLetters } from './dead-letters.ts';
import { writeHeads } from './heads.ts';
import { eventDigest, shipmentDigest } from './keys.ts';
import { selectKnownHeads, selectSeen } from './known.ts';
import { oweAssessments } from './publications.ts';
import { shipmentKeyColumns } from './rows.ts';

const eventColumns = columns<SeenEvent>({
  key: eventDigest,
  source: (event) => event.source,
  id: (event) => event.id,
  digest: (event) => event.digest,
});

const insertEvents = `
  insert into herkomst.events (key, source, id, digest)
  select decode(key, 'hex'), source, id, digest from ${eventColumns.source}`;

const alertColumns = columns<StoredAlert>({
  alert_id: (alert) => alert.alertId,
  ...shipmentKeyColumns,
  version: (alert) => alert.version,
  severity: (alert) => alert.severity,
  score: (alert) => alert.score,
  raised_at: (alert) => alert.raisedAt,
  superseded_by: (alert) => alert.supersededBy,
  document: (alert) => alert.document,
});

const insertAlerts = `
  insert into herkomst.alerts (alert_id, source, shipment_id, declaration_kind, version, severity,
    score, raised_at, superseded_by, document)
  select alert_id, source, shipment_id, declaration_kind, version::int, severity,
    score::float8, raised_at, superseded_by, document
  from ${alertColumns.source}`;

const supersededColumns = columns<readonly [alertId: string, by: string]>({
  alert_id: ([alertId]) => alertId,
  superseded_by: ([, by]) => by,
});

const updateSuperseded = `
  update herkomst.alerts set superseded_by = given.superseded_by
  from ${supersededColumns.source}
  where alerts.alert_id = given.alert_id`;

const outboxColumns = columns<OutboxEntry>({
  outbox_id: (entry) => entry.outboxId,
  type: (entry) => entry.type,
  document: (entry) => entry.document,
});

const insertOutbox = `
  insert into herkomst.outbox (outbox_id, type, document)
  select outbox_id, type, document from ${outboxColumns.source}`;

export interface ScreenOptions {
  readonly blocks: Blocks;
  /** Whether what is stored is owed to topics. */
  readonly publishes: boolean;
}

export async function screen(
  database: SqlDatabase,
  keys: ScreeningKeys,
  decide: (known: ScreeningKnown) => ScreeningWrites,
  options: ScreenOptions,
): Promise<ScreeningWrites> {
  const { blocks, publishes } = options;
  let taken: readonly Stretch[] = [];
  try {
    const written = await database.transaction(async (session) => {
      const events = await selectSeen(session, keys.events);
      const heads = await selectKnownHeads(session, keys.shipments);
      const writes = decide({ events, heads });
      taken = await blocks.take(session, writes.search?.length ?? 0);
      await write(session, keys, { events, heads }, writes, taken, publishes);
      return writes;
    });
    blocks.giveBack(taken);
    return written;
  } catch (error) {
    throw toScreeningError(error);
  }
}

async function write(
  session: SqlSession,
  keys: ScreeningKeys,
  known: ScreeningKnown,
  writes: ScreeningWrites,
  numbers: readonly Stretch[],
  publishes: boolean,
): Promise<void> {
  await insert(session, insertEvents, eventColumns, writes.events);
  const asked = new Set(keys.shipments.map(shipmentDigest));
  const unasked = writes.heads.filter((head) => !asked.has(shipmentDigest(head)));
  const alsoKnown = await selectKnownHeads(session, unasked);
  await writeHeads(session, writes.heads, [...known.heads, ...alsoKnown]);
  const search = writes.search ?? [];
  const documents = await insertAssessments(session, writes.assessments, search, numbers);
  if (publishes) await oweAssessments(session, documents);
  await insert(session, insertAlerts, alertColumns, writes.alerts);
  await supersede(session, writes);
  await insert(session, insertOutbox, outboxColumns, writes.outbox);
  await insertDeadLetters(session, writes.deadLetters, publishes);
}

async function supersede(session: SqlSession, writes: ScreeningWrites): Promise<void> {
  // Of one alert named twice the last stands; PostgreSQL would take any.
  const superseded = [...new Map(writes.superseded.map(({ alertId, by }) => [alertId, by]))];
  if (superseded.length === 0) return;
  await insert(session, updateSuperseded, supersededColumns, superseded);
  await markSuperseded(session, superseded, supersededTerm);
}

async function insert<Row>(
  session: SqlSession,
  statement: string,
  { parameters }: Columns<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length > 0) await session.query(statement, parameters(rows));
}
