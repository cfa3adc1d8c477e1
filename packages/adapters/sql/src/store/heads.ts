/**
 * Writes the heads of a batch and notices when another transaction got there first, without having
 * locked a row while reading: a head not there before must still not be there, a head that was
 * must still have the version that was read.
 */
import type { ShipmentHead } from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlSession } from '../database.ts';
import { screeningConflict } from './conflict.ts';
import { shipmentDigest } from './keys.ts';
import { shipmentKeyColumns } from './rows.ts';

interface Change {
  readonly head: ShipmentHead;
  /** The version that was read; null when the head was absent. */
  readonly from: number | null;
}

const changeColumns = columns<Change>({
  key: ({ head }) => shipmentDigest(head),
  source: ({ head }) => shipmentKeyColumns.source(head),
  shipment_id: ({ head }) => shipmentKeyColumns.shipment_id(head),
  declaration_kind: ({ head }) => shipmentKeyColumns.declaration_kind(head),
  version: ({ head }) => head.version,
  digest: ({ head }) => head.digest,
  event_time: ({ head }) => head.eventTime,
  assessment_hash: ({ head }) => head.assessmentHash,
  alert_id: ({ head }) => head.alertId,
  from_version: ({ from }) => from,
});

const insertHeads = `
  insert into herkomst.heads (key, source, shipment_id, declaration_kind, version, digest,
    event_time, assessment_hash, alert_id)
  select decode(key, 'hex'), source, shipment_id, declaration_kind, version::int, digest,
    event_time, assessment_hash, alert_id
  from ${changeColumns.source}
  where from_version is null`;

/** Decoded before the join, see known.ts. */
const updateHeads = `
  with change as materialized (
    select decode(key, 'hex') as key, version::int as version, digest, event_time,
      assessment_hash, alert_id, from_version::int as from_version
    from ${changeColumns.source}
  )
  update herkomst.heads
  set version = change.version, digest = change.digest, event_time = change.event_time,
    assessment_hash = change.assessment_hash, alert_id = change.alert_id, stored_at = now()
  from change
  where heads.key = change.key and heads.version = change.from_version
  returning 1 as updated`;

export async function writeHeads(
  session: SqlSession,
  heads: readonly ShipmentHead[],
  known: readonly ShipmentHead[],
): Promise<void> {
  const versions = new Map(known.map((head) => [shipmentDigest(head), head.version]));
  const changes = heads.map((head): Change => ({
    head,
    from: versions.get(shipmentDigest(head)) ?? null,
  }));
  const inserts = changes.filter(({ from }) => from === null);
  const updates = changes.filter(({ from }) => from !== null);
  if (inserts.length > 0) await session.query(insertHeads, changeColumns.parameters(inserts));
  if (updates.length === 0) return;
  const updated = await session.query(updateHeads, changeColumns.parameters(updates));
  if (updated.length < updates.length) throw screeningConflict('a head changed after it was read');
}
