/** What the first release stored for a shipment with an alert, for later shapes to be made from. */
import type { StoredAlert, StoredAssessment } from '@herkomst/runtime';
import type { SqlDatabase, SqlSession } from '../database.ts';
import { newDocumentIds } from '../store/document-id.ts';
import { shipmentDigest } from '../store/keys.ts';

export function storeAsAtFirst(
  database: SqlDatabase,
  one: StoredAssessment,
  alert: StoredAlert,
): Promise<void> {
  return database.transaction(async (session) => {
    // For shapes that ask whose a row is.
    await session.query(`select set_config('herkomst.tenant', 'default', true)`);
    await insert(session, one, alert);
  });
}

async function insert(
  database: SqlSession,
  one: StoredAssessment,
  alert: StoredAlert,
): Promise<void> {
  const [documentId = ''] = newDocumentIds(Date.now(), 1);
  const { source, shipmentId, declarationKind, version } = one;
  await database.query(
    `insert into herkomst.assessments (shipment_key, version, document_id, source, shipment_id,
      declaration_kind, event_id, assessment_hash, verdict, score, current, assessed_at)
    values (decode($1, 'hex'), $2::text::int, $3::text::uuid, $4, $5, $6, $7, $8, $9,
      $10::text::float8, true, $11)`,
    [
      shipmentDigest(one),
      String(version),
      documentId,
      source,
      shipmentId,
      declarationKind,
      one.eventId,
      one.assessmentHash,
      one.verdict,
      String(one.score),
      one.assessedAt,
    ],
  );
  await database.query(
    'insert into herkomst.documents (document_id, assessment, shipment) values ($1::text::uuid, $2, $3)',
    [documentId, one.assessment, one.shipment],
  );
  await database.query(
    `insert into herkomst.alerts (alert_id, source, shipment_id, declaration_kind, version,
      severity, score, raised_at, document)
    values ($1, $2, $3, $4, $5::text::int, $6, $7::text::float8, $8, $9)`,
    [
      alert.alertId,
      alert.source,
      alert.shipmentId,
      alert.declarationKind,
      String(alert.version),
      alert.severity,
      String(alert.score),
      alert.raisedAt,
      alert.document,
    ],
  );
}
