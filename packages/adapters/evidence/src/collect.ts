/**
 * Reads all there is on a case: the case, its alerts with what they were raised on, what was decided
 * and attached, and the audit log from the case's first entry to the end.
 */
import type { Assessment, Shipment } from '@herkomst/core';
import {
  caseSubject,
  linkOf,
  readSubject,
  sha256,
  type AuditEntry,
  type AuditHead,
  type AuditLink,
  type CaseAlert,
  type CaseDecision,
  type CaseDocument,
  type CaseRecord,
  type CaseStore,
  type Page,
  type PageRequest,
  type ScreeningRecord,
  type Suppression,
} from '@herkomst/runtime';

export interface EvidenceAlert {
  /** As the case has it. */
  readonly alert: CaseAlert;
  /** The alert event as JSON text; null when the store of screening no longer has it. */
  readonly document: string | null;
  /** Null when the store of screening no longer has it, as after the time it is kept for. */
  readonly assessment: Assessment | null;
  readonly shipment: Shipment | null;
}

export interface CaseEvidence {
  readonly case: CaseRecord;
  /** Last joined first. */
  readonly alerts: readonly EvidenceAlert[];
  readonly decisions: readonly CaseDecision[];
  readonly documents: readonly CaseDocument[];
  readonly suppressions: readonly Suppression[];
  /** The case's entries whole and all others between and after them as links, in order. */
  readonly audit: readonly (AuditEntry | AuditLink)[];
  readonly auditHead: AuditHead;
}

export interface EvidenceStores {
  readonly cases: CaseStore;
  readonly screening: ScreeningRecord;
}

const attempts = 10;

/**
 * All of one moment: a case that changes while it is read is read again. Null when the tenant has no
 * such case. Rejects with the code 'case-busy' when it never stands still.
 */
export async function collectEvidence(
  stores: EvidenceStores,
  tenant: string,
  caseId: string,
): Promise<CaseEvidence | null> {
  for (let left = attempts; left > 0; left -= 1) {
    const one = await stores.cases.case(tenant, caseId);
    if (one === null) return null;
    const evidence = await readEvidence(stores, tenant, one);
    const now = await stores.cases.case(tenant, caseId);
    if (now?.version === one.version && now.changedAt === one.changedAt) return evidence;
  }
  throw Object.assign(new Error(`case ${caseId} changes faster than it can be read`), {
    code: 'case-busy',
  });
}

async function readEvidence(
  { cases, screening }: EvidenceStores,
  tenant: string,
  one: CaseRecord,
): Promise<CaseEvidence> {
  const { caseId } = one;
  const alerts: EvidenceAlert[] = [];
  for (const alert of await all((page) => cases.caseAlerts(tenant, caseId, page))) {
    const stored = await screening.alert(alert.alertId);
    const subject = await readSubject(screening, alert);
    alerts.push({
      alert,
      document: stored?.document ?? null,
      assessment: subject?.assessment ?? null,
      shipment: subject?.shipment ?? null,
    });
  }
  const audit = await readAudit(cases, tenant, caseSubject(caseId));
  const last = audit.at(-1);
  return {
    case: one,
    alerts,
    decisions: await cases.decisions(tenant, caseId),
    documents: await cases.documents(tenant, caseId),
    suppressions: await all((page) => cases.suppressions(tenant, { caseId }, page)),
    audit,
    auditHead:
      last === undefined
        ? await cases.auditHead(tenant)
        : { sequence: last.sequence, hash: last.hash },
  };
}

async function readAudit(
  cases: CaseStore,
  tenant: string,
  subject: string,
): Promise<readonly (AuditEntry | AuditLink)[]> {
  const { rows } = await cases.audit(tenant, { subject }, { limit: 1 });
  const [first] = rows;
  if (first === undefined) return [];
  const query = { afterSequence: first.sequence - 1 };
  const entries = await all(
    (page) => cases.audit(tenant, query, page),
    (entry) => (entry.subject === subject ? entry : linkOf(entry, sha256)),
  );
  return entries;
}

async function all<Row>(read: (page: PageRequest) => Promise<Page<Row>>): Promise<Row[]>;
async function all<Row, Kept>(
  read: (page: PageRequest) => Promise<Page<Row>>,
  keep: (row: Row) => Kept,
): Promise<Kept[]>;
async function all<Row>(
  read: (page: PageRequest) => Promise<Page<Row>>,
  keep: (row: Row) => unknown = (row) => row,
): Promise<unknown[]> {
  const kept: unknown[] = [];
  let after: string | null = null;
  do {
    const page: Page<Row> = await read({ limit: 1000, ...(after === null ? {} : { after }) });
    kept.push(...page.rows.map(keep));
    after = page.next;
  } while (after !== null);
  return kept;
}
