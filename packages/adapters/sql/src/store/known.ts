/** What the store knows of the keys of a batch. */
import type { EventKey, SeenEvent, ShipmentHead, ShipmentKey } from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlSession } from '../database.ts';
import { releaseText } from '../held-text.ts';
import { eventDigest, shipmentDigest } from './keys.ts';
import { releaseNullable, releaseShipmentKey, type ShipmentKeyRow } from './rows.ts';

const keyColumn = columns<string>({ key: (digest) => digest });

/**
 * Decoded before the join, and apart from it: row-level security lets no function that might tell
 * what it was given near rows that are not yet known to be the tenant's, and so near no index.
 */
const wanted = `
  with wanted as materialized (
    select decode(key, 'hex') as key from ${keyColumn.source}
  )`;

const selectEvents = `${wanted}
  select source, id, digest from wanted join herkomst.events using (key)`;

const selectHeads = `${wanted}
  select source, shipment_id, declaration_kind, version, digest, event_time, assessment_hash,
    alert_id
  from wanted join herkomst.heads using (key)`;

interface HeadRow extends ShipmentKeyRow {
  readonly version: number;
  readonly digest: string;
  readonly event_time: string | null;
  readonly assessment_hash: string;
  readonly alert_id: string | null;
}

export async function selectSeen(
  session: SqlSession,
  keys: readonly EventKey[],
): Promise<SeenEvent[]> {
  const rows = await selectKeyed<SeenEvent>(session, selectEvents, keys.map(eventDigest));
  return rows.map(({ source, id, digest }) => ({
    source: releaseText(source),
    id: releaseText(id),
    digest: releaseText(digest),
  }));
}

export async function selectKnownHeads(
  session: SqlSession,
  keys: readonly ShipmentKey[],
): Promise<ShipmentHead[]> {
  const rows = await selectKeyed<HeadRow>(session, selectHeads, keys.map(shipmentDigest));
  return rows.map((row) => ({
    ...releaseShipmentKey(row),
    version: row.version,
    digest: releaseText(row.digest),
    eventTime: releaseNullable(row.event_time),
    assessmentHash: releaseText(row.assessment_hash),
    alertId: releaseNullable(row.alert_id),
  }));
}

async function selectKeyed<Row extends object>(
  session: SqlSession,
  statement: string,
  digests: readonly string[],
): Promise<readonly Row[]> {
  const distinct = [...new Set(digests)];
  if (distinct.length === 0) return [];
  return session.query<Row>(statement, keyColumn.parameters(distinct));
}
