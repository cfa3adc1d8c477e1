/** What is known of the keys of a change, read under the tenant's lock. */
import type {
  AlertEnd,
  AuditHead,
  CaseAlert,
  CaseDocument,
  CaseKeys,
  CaseKnown,
  CaseRecord,
  Suppression,
} from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlSession } from '../database.ts';
import { holdText } from '../held-text.ts';
import { keyDigest } from './keys.ts';
import { releaseRecords, type RecordRow } from './records.ts';

const given = columns<string>({ id: (id) => id }, 1);
const closing = columns<CaseRecord>(
  {
    case_id: (one) => one.caseId,
    standing_by: (one) => one.decision?.number ?? null,
  },
  1,
);

const byId = (table: string, column: string): string => `
  select record from ${given.source}
  join herkomst.${table} on ${table}.tenant = $1 and ${table}.${column} = given.id`;

const selectCases = byId('cases', 'case_id');
const selectAlerts = byId('case_alerts', 'alert_id');
const selectEnds = byId('alert_ends', 'alert_id');
const selectDocuments = byId('case_documents', 'document_id');
const selectSuppressions = byId('suppressions', 'suppression_id');

/** Decoded before the join, see known.ts of the store. */
const selectOfParties = `
  with wanted as materialized (
    select decode(id, 'hex') as party_key from ${given.source}
  )
  select record from wanted
  join herkomst.suppressions on suppressions.tenant = $1
    and suppressions.party_key = wanted.party_key and suppressions.status = 'active'`;

const selectCovered = `
  select distinct case_alerts.alert_id, record from ${given.source}
  join herkomst.case_alert_suppressions covered
    on covered.tenant = $1 and covered.suppression_id = given.id
  join herkomst.case_alerts
    on case_alerts.tenant = $1 and case_alerts.alert_id = covered.alert_id`;

const selectLive = `
  select record from ${given.source}
  join herkomst.case_alerts on case_alerts.tenant = $1 and case_alerts.case_id = given.id
    and case_alerts.standing in ('open', 'held')`;

const selectClosed = `
  select record from ${closing.source}
  join herkomst.case_alerts on case_alerts.tenant = $1 and case_alerts.case_id = given.case_id
    and case_alerts.standing = 'closed' and case_alerts.standing_by = given.standing_by`;

export async function selectKnownCases(
  session: SqlSession,
  tenant: string,
  keys: CaseKeys,
  auditHead: AuditHead,
): Promise<CaseKnown> {
  const held = holdText(tenant);

  async function select<Row>(statement: string, ids: readonly string[]): Promise<readonly Row[]> {
    const distinct = [...new Set(ids)];
    if (distinct.length === 0) return [];
    const rows = await session.query<RecordRow>(statement, [held, ...given.parameters(distinct)]);
    return releaseRecords<Row>(rows);
  }

  const suppressions = once(
    [
      ...(await select<Suppression>(selectSuppressions, keys.suppressionIds)),
      ...(await select<Suppression>(selectOfParties, keys.partyKeys.map(keyDigest))),
    ],
    (one) => one.suppressionId,
  );
  const asked = [
    ...(await select<CaseAlert>(selectAlerts, keys.alertIds)),
    ...(await select<CaseAlert>(selectCovered, keys.suppressionIds)),
  ];
  const cases = await select<CaseRecord>(selectCases, [
    ...keys.caseIds,
    ...asked.map(({ caseId }) => caseId),
    ...suppressions.map(({ caseId }) => caseId),
  ]);
  const others = keys.caseAlerts
    ? [
        ...(await select<CaseAlert>(
          selectLive,
          cases.map(({ caseId }) => caseId),
        )),
        ...(await closed(cases)),
      ]
    : [];

  async function closed(of: readonly CaseRecord[]): Promise<readonly CaseAlert[]> {
    if (of.length === 0) return [];
    const parameters = [held, ...closing.parameters(of)];
    return releaseRecords<CaseAlert>(await session.query<RecordRow>(selectClosed, parameters));
  }

  return {
    auditHead,
    cases,
    alerts: once([...asked, ...others], (alert) => alert.alertId),
    ends: await select<AlertEnd>(selectEnds, keys.alertIds),
    documents: await select<CaseDocument>(selectDocuments, keys.documentIds),
    suppressions,
  };
}

function once<Row>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}
