/** Writes what was decided: one statement a kind of row, and none for what there is nothing of. */
import {
  orderKey,
  type AlertEnd,
  type CaseAlert,
  type CaseDecision,
  type CaseDocument,
  type CaseRecord,
  type CaseWrites,
  type Suppression,
} from '@herkomst/runtime';
import { columns, type Columns } from '../columns.ts';
import type { SqlSession } from '../database.ts';
import { appendAudit } from './audit.ts';
import { keyDigest } from './keys.ts';

const record = (row: object): string => JSON.stringify(row);

const caseColumns = columns<CaseRecord>({
  tenant: (one) => one.tenant,
  case_id: (one) => one.caseId,
  active: (one) => one.active,
  status: (one) => one.status,
  severity: (one) => one.severity,
  assignee: (one) => one.assignee,
  party_key: (one) => keyDigest(one.party.key),
  commodity_key: (one) => keyDigest(one.commodity.key),
  due_at: (one) => one.deadlines[0]?.dueAt ?? null,
  by_deadline: (one) => orderKey('deadline', one),
  by_risk: (one) => orderKey('risk', one),
  by_changed: (one) => orderKey('changed', one),
  record,
});

const upsertCases = `
  insert into herkomst.cases (tenant, case_id, active, status, severity, assignee, party_key,
    commodity_key, due_at, by_deadline, by_risk, by_changed, record)
  select tenant, case_id, active::boolean, status, severity, assignee, decode(party_key, 'hex'),
    decode(commodity_key, 'hex'), due_at, by_deadline, by_risk, by_changed, record
  from ${caseColumns.source}
  on conflict (tenant, case_id) do update set active = excluded.active, status = excluded.status,
    severity = excluded.severity, assignee = excluded.assignee, party_key = excluded.party_key,
    commodity_key = excluded.commodity_key, due_at = excluded.due_at,
    by_deadline = excluded.by_deadline, by_risk = excluded.by_risk,
    by_changed = excluded.by_changed, record = excluded.record`;

const alertColumns = columns<CaseAlert>({
  tenant: (alert) => alert.tenant,
  alert_id: (alert) => alert.alertId,
  case_id: (alert) => alert.caseId,
  standing: (alert) => alert.standing,
  standing_by: (alert) => alert.standingBy,
  record,
});

const upsertAlerts = `
  insert into herkomst.case_alerts (tenant, alert_id, case_id, standing, standing_by, record)
  select tenant, alert_id, case_id, standing, standing_by, record from ${alertColumns.source}
  order by nth
  on conflict (tenant, alert_id) do update set case_id = excluded.case_id,
    standing = excluded.standing, standing_by = excluded.standing_by, record = excluded.record`;

const coveredColumns = columns<readonly [CaseAlert, suppressionId: string]>({
  tenant: ([alert]) => alert.tenant,
  suppression_id: ([, suppressionId]) => suppressionId,
  alert_id: ([alert]) => alert.alertId,
});

const deleteCovered = `
  delete from herkomst.case_alert_suppressions using ${alertColumns.source}
  where case_alert_suppressions.tenant = given.tenant
    and case_alert_suppressions.alert_id = given.alert_id`;

const insertCovered = `
  insert into herkomst.case_alert_suppressions (tenant, suppression_id, alert_id)
  select tenant, suppression_id, alert_id from ${coveredColumns.source}
  on conflict do nothing`;

const suppressionColumns = columns<Suppression>({
  tenant: (one) => one.tenant,
  suppression_id: (one) => one.suppressionId,
  case_id: (one) => one.caseId,
  status: (one) => one.status,
  party_key: (one) => keyDigest(one.scope.party.key),
  record,
});

const upsertSuppressions = `
  insert into herkomst.suppressions (tenant, suppression_id, case_id, status, party_key, record)
  select tenant, suppression_id, case_id, status, decode(party_key, 'hex'), record
  from ${suppressionColumns.source}
  order by nth
  on conflict (tenant, suppression_id) do update set case_id = excluded.case_id,
    status = excluded.status, party_key = excluded.party_key, record = excluded.record`;

const endColumns = columns<AlertEnd>({
  tenant: (end) => end.tenant,
  alert_id: (end) => end.alertId,
  record,
});

const insertEnds = `
  insert into herkomst.alert_ends (tenant, alert_id, record)
  select tenant, alert_id, record from ${endColumns.source}
  on conflict do nothing`;

const decisionColumns = columns<CaseDecision>({
  tenant: (decision) => decision.tenant,
  case_id: (decision) => decision.caseId,
  number: (decision) => decision.number,
  record,
});

const insertDecisions = `
  insert into herkomst.case_decisions (tenant, case_id, number, record)
  select tenant, case_id, number::int, record from ${decisionColumns.source}
  on conflict do nothing`;

const documentColumns = columns<CaseDocument>({
  tenant: (document) => document.tenant,
  document_id: (document) => document.documentId,
  case_id: (document) => document.caseId,
  record,
});

const insertDocuments = `
  insert into herkomst.case_documents (tenant, document_id, case_id, record)
  select tenant, document_id, case_id, record from ${documentColumns.source}
  order by nth
  on conflict do nothing`;

export async function writeCases(
  session: SqlSession,
  tenant: string,
  writes: CaseWrites,
): Promise<void> {
  // Of an id named twice the last stands; one statement can not replace a row twice.
  const cases = lastOf(writes.cases, (one) => one.caseId);
  const alerts = lastOf(writes.alerts, (alert) => alert.alertId);
  const suppressions = lastOf(writes.suppressions, (one) => one.suppressionId);
  await run(session, upsertCases, caseColumns, cases);
  await run(session, upsertAlerts, alertColumns, alerts);
  await run(session, deleteCovered, alertColumns, alerts);
  const covered = alerts.flatMap((alert) =>
    alert.suppressed.map(({ suppressionId }) => [alert, suppressionId] as const),
  );
  await run(session, insertCovered, coveredColumns, covered);
  await run(session, upsertSuppressions, suppressionColumns, suppressions);
  await run(session, insertEnds, endColumns, writes.ends);
  await run(session, insertDecisions, decisionColumns, writes.decisions);
  await run(session, insertDocuments, documentColumns, writes.documents);
  await appendAudit(session, tenant, writes.audit);
}

async function run<Row>(
  session: SqlSession,
  statement: string,
  { parameters }: Columns<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length > 0) await session.query(statement, parameters(rows));
}

function lastOf<Row>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}
