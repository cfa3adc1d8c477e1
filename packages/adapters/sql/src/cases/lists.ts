/** Lists and single rows as people read them. */
import type {
  CaseAlert,
  CaseCounts,
  CaseDecision,
  CaseDocument,
  CaseOrder,
  CaseQuery,
  CaseRecord,
  Page,
  PageRequest,
  Suppression,
  SuppressionQuery,
} from '@herkomst/runtime';
import type { SqlParameter, SqlSession } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { keyDigest } from './keys.ts';
import { pageByKey, pageNewestFirst, type Selection } from './pages.ts';
import { releaseRecords, type RecordRow } from './records.ts';

const orderColumns: Readonly<Record<CaseOrder, string>> = {
  deadline: 'by_deadline',
  risk: 'by_risk',
  changed: 'by_changed',
};

export async function selectOne<Row>(
  session: SqlSession,
  table: string,
  column: string,
  tenant: string,
  id: string,
): Promise<Row | null> {
  const rows = await session.query<RecordRow>(
    `select record from ${table} where tenant = $1 and ${column} = $2`,
    [holdText(tenant), holdText(id)],
  );
  return releaseRecords<Row>(rows)[0] ?? null;
}

export async function selectCasePage(
  session: SqlSession,
  tenant: string,
  query: CaseQuery,
  page: PageRequest,
): Promise<Page<CaseRecord>> {
  const { active, status, severity, assignee, partyKey, commodityKey, order } = query;
  const selection = new SelectionOf('herkomst.cases', tenant);
  // Written out, not handed over, as the index of the queue is of active cases only.
  if (active !== undefined) selection.conditions.push(active ? 'active' : 'not active');
  if (status !== undefined) selection.where('status = ?', holdText(status));
  if (severity !== undefined) selection.where('severity = ?', holdText(severity));
  if (assignee === null) selection.conditions.push('assignee is null');
  else if (assignee !== undefined) selection.where('assignee = ?', holdText(assignee));
  if (partyKey !== undefined) {
    selection.where(`party_key = decode(?, 'hex')`, keyDigest(partyKey));
  }
  if (commodityKey !== undefined) {
    selection.where(`commodity_key = decode(?, 'hex')`, keyDigest(commodityKey));
  }
  return await pageByKey<CaseRecord>(session, selection, orderColumns[order], page);
}

export async function selectCaseAlerts(
  session: SqlSession,
  tenant: string,
  caseId: string,
  page: PageRequest,
): Promise<Page<CaseAlert>> {
  const selection = new SelectionOf('herkomst.case_alerts', tenant);
  selection.where('case_id = ?', holdText(caseId));
  return await pageNewestFirst<CaseAlert>(session, selection, page);
}

export async function selectSuppressionPage(
  session: SqlSession,
  tenant: string,
  { status, caseId }: SuppressionQuery,
  page: PageRequest,
): Promise<Page<Suppression>> {
  const selection = new SelectionOf('herkomst.suppressions', tenant);
  if (status !== undefined) selection.where('status = ?', holdText(status));
  if (caseId !== undefined) selection.where('case_id = ?', holdText(caseId));
  return await pageNewestFirst<Suppression>(session, selection, page);
}

export async function selectDecisions(
  session: SqlSession,
  tenant: string,
  caseId: string,
): Promise<readonly CaseDecision[]> {
  const rows = await session.query<RecordRow>(
    `select record from herkomst.case_decisions
    where tenant = $1 and case_id = $2 order by number`,
    [holdText(tenant), holdText(caseId)],
  );
  return releaseRecords<CaseDecision>(rows);
}

export async function selectDecisionsFrom(
  session: SqlSession,
  tenant: string,
  from: string,
  limit: number,
): Promise<readonly CaseDecision[]> {
  const rows = await session.query<RecordRow>(
    `select record from herkomst.case_decisions
    where tenant = $1 and record::json ->> 'at' >= $2
    order by record::json ->> 'at' desc limit $3::text::int`,
    [holdText(tenant), holdText(from), String(limit)],
  );
  return releaseRecords<CaseDecision>(rows);
}

export async function selectCaseDocuments(
  session: SqlSession,
  tenant: string,
  caseId: string,
): Promise<readonly CaseDocument[]> {
  const rows = await session.query<RecordRow>(
    `select record from herkomst.case_documents
    where tenant = $1 and case_id = $2 order by seq`,
    [holdText(tenant), holdText(caseId)],
  );
  return releaseRecords<CaseDocument>(rows);
}

interface CountRow {
  readonly status: string;
  readonly severity: string;
  readonly cases: number;
  readonly overdue: number;
  readonly unassigned: number;
}

export async function countCases(
  session: SqlSession,
  tenant: string,
  now: string,
): Promise<CaseCounts> {
  const rows = await session.query<CountRow>(
    `select status, severity, count(*)::int as cases,
      count(*) filter (where due_at < $2)::int as overdue,
      count(*) filter (where assignee is null)::int as unassigned
    from herkomst.cases where tenant = $1 and active
    group by status, severity`,
    [holdText(tenant), holdText(now)],
  );
  const byStatus = new Map<string, number>();
  const bySeverity = new Map<string, number>();
  let overdue = 0;
  let unassigned = 0;
  for (const row of rows) {
    add(byStatus, releaseText(row.status), row.cases);
    add(bySeverity, releaseText(row.severity), row.cases);
    overdue += row.overdue;
    unassigned += row.unassigned;
  }
  return {
    byStatus: Object.fromEntries(byStatus),
    bySeverity: Object.fromEntries(bySeverity),
    overdue,
    unassigned,
  };
}

function add(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

class SelectionOf implements Selection {
  readonly table: string;
  readonly conditions: string[] = ['tenant = $1'];
  readonly parameters: SqlParameter[];

  constructor(table: string, tenant: string) {
    this.table = table;
    this.parameters = [holdText(tenant)];
  }

  /** `?` stands for the value. */
  where(condition: string, value: string): void {
    this.parameters.push(value);
    this.conditions.push(condition.replace('?', `$${this.parameters.length}`));
  }
}
