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

/** Null when the tenant has no such case. What is written meanwhile may or may not be in it. */
export async function collectEvidence(
  { cases, screening }: { readonly cases: CaseStore; readonly screening: ScreeningRecord },
  tenant: string,
  caseId: string,
): Promise<CaseEvidence | null> {
  const one = await cases.case(tenant, caseId);
  if (one === null) return null;
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
