/** The case store over PostgreSQL. The statements are in the files beside this one. */
import type { CaseAlert, CaseRecord, CaseStore, Suppression } from '@herkomst/runtime';
import type { SqlDatabase } from '../database.ts';
import { lockHead, selectAudit, selectHead } from './audit.ts';
import { selectKnownCases } from './known.ts';
import {
  countCases,
  selectCaseAlerts,
  selectCaseDocuments,
  selectCasePage,
  selectDecisions,
  selectOne,
  selectSuppressionPage,
} from './lists.ts';
import { writeCases } from './write.ts';

/** `migrate` must have been called on the database. */
export function createSqlCaseStore(database: SqlDatabase): CaseStore {
  return {
    change: (tenant, keys, decide) =>
      database.transaction(async (session) => {
        const head = await lockHead(session, tenant);
        const { writes, result } = decide(await selectKnownCases(session, tenant, keys, head));
        await writeCases(session, tenant, writes);
        return result;
      }),
    case: (tenant, caseId) =>
      selectOne<CaseRecord>(database, 'herkomst.cases', 'case_id', tenant, caseId),
    cases: (tenant, query, page) => selectCasePage(database, tenant, query, page),
    counts: (tenant, now) => countCases(database, tenant, now),
    caseAlert: (tenant, alertId) =>
      selectOne<CaseAlert>(database, 'herkomst.case_alerts', 'alert_id', tenant, alertId),
    caseAlerts: (tenant, caseId, page) => selectCaseAlerts(database, tenant, caseId, page),
    decisions: (tenant, caseId) => selectDecisions(database, tenant, caseId),
    documents: (tenant, caseId) => selectCaseDocuments(database, tenant, caseId),
    suppression: (tenant, suppressionId) =>
      selectOne<Suppression>(
        database,
        'herkomst.suppressions',
        'suppression_id',
        tenant,
        suppressionId,
      ),
    suppressions: (tenant, query, page) => selectSuppressionPage(database, tenant, query, page),
    audit: (tenant, query, page) => selectAudit(database, tenant, query, page),
    auditHead: (tenant) => selectHead(database, tenant),
  };
}
