/** The case store over PostgreSQL. The statements are in the files beside this one. */
import type { CaseAlert, CaseRecord, CaseStore, Suppression } from '@herkomst/runtime';
import type { SqlDatabase } from '../database.ts';
import { asTenant } from '../tenancy/as-tenant.ts';
import { lockHead, selectAudit, selectAuditTenants, selectHead } from './audit.ts';
import { selectKnownCases } from './known.ts';
import {
  countCases,
  selectCaseAlerts,
  selectCaseDocuments,
  selectCasePage,
  selectDecisions,
  selectDecisionsFrom,
  selectOne,
  selectSuppressionPage,
} from './lists.ts';
import { writeCases } from './write.ts';

/** `migrate` must have been called on the database. */
export function createSqlCaseStore(database: SqlDatabase): CaseStore {
  const as = (tenant: string): SqlDatabase => asTenant(database, tenant);
  return {
    change: (tenant, keys, decide) =>
      as(tenant).transaction(async (session) => {
        const head = await lockHead(session, tenant);
        const { writes, result } = decide(await selectKnownCases(session, tenant, keys, head));
        await writeCases(session, tenant, writes);
        return result;
      }),
    case: (tenant, caseId) =>
      selectOne<CaseRecord>(as(tenant), 'herkomst.cases', 'case_id', tenant, caseId),
    cases: (tenant, query, page) => selectCasePage(as(tenant), tenant, query, page),
    counts: (tenant, now) => countCases(as(tenant), tenant, now),
    caseAlert: (tenant, alertId) =>
      selectOne<CaseAlert>(as(tenant), 'herkomst.case_alerts', 'alert_id', tenant, alertId),
    caseAlerts: (tenant, caseId, page) => selectCaseAlerts(as(tenant), tenant, caseId, page),
    decisionsFrom: (tenant, from, limit) => selectDecisionsFrom(as(tenant), tenant, from, limit),
    decisions: (tenant, caseId) => selectDecisions(as(tenant), tenant, caseId),
    documents: (tenant, caseId) => selectCaseDocuments(as(tenant), tenant, caseId),
    suppression: (tenant, suppressionId) =>
      selectOne<Suppression>(
        as(tenant),
        'herkomst.suppressions',
        'suppression_id',
        tenant,
        suppressionId,
      ),
    suppressions: (tenant, query, page) => selectSuppressionPage(as(tenant), tenant, query, page),
    audit: (tenant, query, page) => selectAudit(as(tenant), tenant, query, page),
    auditHead: (tenant) => selectHead(as(tenant), tenant),
    tenants: () => selectAuditTenants(database),
  };
}
