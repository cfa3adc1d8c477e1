/** Found rows as they are answered with. */
import type { Assessment, Shipment } from '@herkomst/core';
import {
  subjectOf,
  type FoundRow,
  type SearchStore,
  type Store,
  type StoredAlert,
} from '@herkomst/runtime';
import type { AlertSummary, AssessmentSummary, Subject } from '../contract/index.ts';

export function writeAlertRow(row: FoundRow): AlertSummary {
  const { source, shipmentId, declarationKind, version, severity, score } = row;
  return {
    alertId: row.alertId ?? '',
    source,
    shipmentId,
    declarationKind,
    version,
    severity: severity as AlertSummary['severity'],
    score,
    raisedAt: row.assessedAt,
    supersededBy: row.supersededBy,
    ...(JSON.parse(row.subject) as Subject),
  };
}

export function writeAssessmentRow(row: FoundRow): AssessmentSummary {
  const { source, shipmentId, declarationKind, version, eventId, assessmentHash } = row;
  return {
    source,
    shipmentId,
    declarationKind,
    version,
    eventId,
    assessmentHash,
    verdict: row.verdict as AssessmentSummary['verdict'],
    severity: row.severity as AssessmentSummary['severity'],
    score: row.score,
    current: row.current,
    assessedAt: row.assessedAt,
    alertId: row.alertId,
    ...(JSON.parse(row.subject) as Subject),
  };
}

/** One alert on a line; null when no alert has this id. */
export async function alertSummary(
  { search, store }: { readonly search: SearchStore; readonly store: Store },
  alertId: string,
): Promise<AlertSummary | null> {
  const row = await search.rowOfAlert(alertId);
  if (row !== null) return writeAlertRow(row);
  const alert = await store.alert(alertId);
  return alert === null ? null : summarise(store, alert);
}

/** Of an alert that is not filed for search (yet): from its assessment. */
async function summarise(store: Store, alert: StoredAlert): Promise<AlertSummary | null> {
  const { document: _document, severity, raisedAt, ...rest } = alert;
  const stored = (await store.assessments(alert)).find(({ version }) => version === alert.version);
  if (stored === undefined) return null;
  const shipment = JSON.parse(stored.shipment) as Shipment;
  const assessment = JSON.parse(stored.assessment) as Assessment;
  return {
    ...rest,
    severity: severity as AlertSummary['severity'],
    raisedAt,
    ...(subjectOf(shipment, assessment) as Subject),
  };
}
