/** A whole case store in memory, for tests of what stands above the port; see memory-store.ts. */
import { emptyChain, type AuditEntry, type AuditHead } from '../audit/entry.ts';
import type { AlertEnd, CaseAlert, CaseDecision, CaseDocument, CaseRecord } from '../cases/case.ts';
import { isLive } from '../cases/case.ts';
import { orderKey } from '../cases/order.ts';
import type { Suppression } from '../cases/suppression.ts';
import type {
  CaseCounts,
  CaseKeys,
  CaseKnown,
  CaseQuery,
  CaseStore,
  CaseWrites,
} from '../ports/case-store.ts';
import type { Page, PageRequest } from '../ports/store.ts';

/** Maps keep the order in which ids first came; replacing a row leaves its place. */
interface Tables {
  readonly cases: Map<string, CaseRecord>;
  readonly alerts: Map<string, CaseAlert>;
  readonly suppressions: Map<string, Suppression>;
  readonly ends: Map<string, AlertEnd>;
  readonly decisions: Map<string, CaseDecision>;
  readonly documents: Map<string, CaseDocument>;
  readonly audit: AuditEntry[];
}

export function createMemoryCaseStore(): CaseStore {
  const tenants = new Map<string, Tables>();

  function tablesOf(tenant: string): Tables {
    const tables: Tables = tenants.get(tenant) ?? {
      cases: new Map(),
      alerts: new Map(),
      suppressions: new Map(),
      ends: new Map(),
      decisions: new Map(),
      documents: new Map(),
      audit: [],
    };
    tenants.set(tenant, tables);
    return tables;
  }

  return {
    change: async (tenant, keys, decide) => {
      const tables = tablesOf(tenant);
      const { writes, result } = decide(read(tables, keys));
      refuseFork(headOf(tables), writes.audit);
      write(tables, writes);
      return result;
    },
    case: async (tenant, caseId) => tablesOf(tenant).cases.get(caseId) ?? null,
    cases: async (tenant, query, page) => {
      const rows = [...tablesOf(tenant).cases.values()].filter((one) => matches(one, query));
      const keyed = rows.map((row) => ({ row, key: orderKey(query.order, row) }));
      keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
      const { after } = page;
      const left = after === undefined ? keyed : keyed.filter(({ key }) => key > after);
      const taken = left.slice(0, page.limit);
      const last = left.length > page.limit ? taken.at(-1) : undefined;
      return { rows: taken.map(({ row }) => row), next: last?.key ?? null };
    },
    counts: async (tenant, now) => count([...tablesOf(tenant).cases.values()], now),
    caseAlert: async (tenant, alertId) => tablesOf(tenant).alerts.get(alertId) ?? null,
    caseAlerts: async (tenant, caseId, page) =>
      newestFirst([...tablesOf(tenant).alerts.values()], page, (row) => row.caseId === caseId),
    decisionsFrom: async (tenant, from, limit) =>
      [...tablesOf(tenant).decisions.values()]
        .filter(({ at }) => at >= from)
        .toSorted((a, b) => (a.at > b.at ? -1 : 1))
        .slice(0, limit),
    decisions: async (tenant, caseId) =>
      [...tablesOf(tenant).decisions.values()].filter((row) => row.caseId === caseId),
    documents: async (tenant, caseId) =>
      [...tablesOf(tenant).documents.values()].filter((row) => row.caseId === caseId),
    suppression: async (tenant, id) => tablesOf(tenant).suppressions.get(id) ?? null,
    suppressions: async (tenant, { status, caseId }, page) =>
      newestFirst(
        [...tablesOf(tenant).suppressions.values()],
        page,
        (row) =>
          (status === undefined || row.status === status) &&
          (caseId === undefined || row.caseId === caseId),
      ),
    audit: async (tenant, { subject, afterSequence = 0 }, page) => {
      const from = page.after === undefined ? afterSequence : position(page.after);
      const rows = tablesOf(tenant).audit.filter(
        (entry) => entry.sequence > from && (subject === undefined || entry.subject === subject),
      );
      const taken = rows.slice(0, page.limit);
      const last = rows.length > page.limit ? taken.at(-1) : undefined;
      return { rows: taken, next: last === undefined ? null : String(last.sequence) };
    },
    auditHead: async (tenant) => headOf(tablesOf(tenant)),
    tenants: async () =>
      [...tenants]
        .filter(([, { audit }]) => audit.length > 0)
        .map(([tenant]) => tenant)
        .toSorted(),
  };
}

function read(tables: Tables, keys: CaseKeys): CaseKnown {
  const asked = new Set(keys.suppressionIds);
  const parties = new Set(keys.partyKeys);
  const suppressions = [...tables.suppressions.values()].filter(
    ({ suppressionId, status, scope }) =>
      asked.has(suppressionId) || (status === 'active' && parties.has(scope.party.key)),
  );
  const alertIds = new Set(keys.alertIds);
  const alerts = [...tables.alerts.values()].filter(
    ({ alertId, suppressed }) =>
      alertIds.has(alertId) || suppressed.some(({ suppressionId }) => asked.has(suppressionId)),
  );
  const caseIds = new Set(keys.caseIds);
  for (const { caseId } of [...alerts, ...suppressions]) caseIds.add(caseId);
  const cases = [...tables.cases.values()].filter(({ caseId }) => caseIds.has(caseId));
  const listed = new Set(alerts);
  const others = keys.caseAlerts
    ? [...tables.alerts.values()].filter(
        (alert) => !listed.has(alert) && caseIds.has(alert.caseId) && counts(alert),
      )
    : [];
  function counts(alert: CaseAlert): boolean {
    const latest = tables.cases.get(alert.caseId)?.decision?.number;
    return isLive(alert) || (alert.standing === 'closed' && alert.standingBy === String(latest));
  }
  return {
    auditHead: headOf(tables),
    cases,
    alerts: [...alerts, ...others],
    ends: [...tables.ends.values()].filter(({ alertId }) => alertIds.has(alertId)),
    documents: [...new Set(keys.documentIds)]
      .map((id) => tables.documents.get(id))
      .filter((row) => row !== undefined),
    suppressions,
  };
}

/** Before anything is written, so that a refused change leaves no trace. */
function refuseFork(head: AuditHead, entries: readonly AuditEntry[]): void {
  let { sequence, hash } = head;
  for (const entry of entries) {
    if (entry.sequence !== sequence + 1 || entry.previous !== hash) {
      throw Object.assign(new Error(`audit entry ${entry.sequence} does not follow ${sequence}`), {
        code: 'audit-conflict',
      });
    }
    ({ sequence, hash } = entry);
  }
}

function write(tables: Tables, writes: CaseWrites): void {
  for (const one of writes.cases) tables.cases.set(one.caseId, one);
  for (const alert of writes.alerts) tables.alerts.set(alert.alertId, alert);
  for (const suppression of writes.suppressions) {
    tables.suppressions.set(suppression.suppressionId, suppression);
  }
  addNew(tables.ends, writes.ends, (end) => end.alertId);
  addNew(tables.decisions, writes.decisions, ({ caseId, number }) => `${number} ${caseId}`);
  addNew(tables.documents, writes.documents, (document) => document.documentId);
  tables.audit.push(...writes.audit);
}

function addNew<Row>(
  table: Map<string, Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): void {
  for (const row of rows) {
    const key = keyOf(row);
    if (!table.has(key)) table.set(key, row);
  }
}

function headOf({ audit }: Tables): AuditHead {
  const last = audit.at(-1);
  return last === undefined ? emptyChain : { sequence: last.sequence, hash: last.hash };
}

function matches(one: CaseRecord, query: CaseQuery): boolean {
  const { active, status, severity, assignee, partyKey, commodityKey } = query;
  return (
    (active === undefined || one.active === active) &&
    (status === undefined || one.status === status) &&
    (severity === undefined || one.severity === severity) &&
    (assignee === undefined || one.assignee === assignee) &&
    (partyKey === undefined || one.party.key === partyKey) &&
    (commodityKey === undefined || one.commodity.key === commodityKey)
  );
}

function count(cases: readonly CaseRecord[], now: string): CaseCounts {
  const byStatus = new Map<string, number>();
  const bySeverity = new Map<string, number>();
  let overdue = 0;
  let unassigned = 0;
  for (const { active, status, severity, deadlines, assignee } of cases) {
    if (!active) continue;
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    bySeverity.set(severity, (bySeverity.get(severity) ?? 0) + 1);
    const due = deadlines[0]?.dueAt;
    if (due !== undefined && due < now) overdue += 1;
    if (assignee === null) unassigned += 1;
  }
  return {
    byStatus: Object.fromEntries(byStatus),
    bySeverity: Object.fromEntries(bySeverity),
    overdue,
    unassigned,
  };
}

/** Nothing is ever deleted: an index is a lasting cursor. */
function newestFirst<Row>(
  table: readonly Row[],
  page: PageRequest,
  wanted: (row: Row) => boolean,
): Page<Row> {
  let index = page.after === undefined ? table.length : position(page.after);
  const rows: Row[] = [];
  let next: string | null = null;
  while (index > 0) {
    const row = table[index - 1] as Row;
    if (wanted(row)) {
      if (rows.length === page.limit) {
        next = String(index);
        break;
      }
      rows.push(row);
    }
    index -= 1;
  }
  return { rows, next };
}

function position(cursor: string): number {
  const index = Number(cursor);
  if (!Number.isSafeInteger(index) || index < 0) throw new Error(`not a page: ${cursor}`);
  return index;
}
