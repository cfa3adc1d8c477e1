/** Rows for the contract suite of the case store. */
import { chainAudit, type AuditEntry, type AuditHead } from '../audit/entry.ts';
import type { AlertEnd, CaseAlert, CaseDecision, CaseDocument, CaseRecord } from '../cases/case.ts';
import type { Suppression } from '../cases/suppression.ts';
import type { CaseKeys, CaseWrites } from '../ports/case-store.ts';
import { sha256 } from '../sha256.ts';

export const tenant = 'acme';
const at = '2026-03-02T08:00:00.000Z';
const person = { id: 'p1', name: 'Ada Visser' };

export function caseKeys(some: Partial<CaseKeys>): CaseKeys {
  return {
    caseIds: [],
    alertIds: [],
    documentIds: [],
    suppressionIds: [],
    partyKeys: [],
    caseAlerts: false,
    ...some,
  };
}

export function caseWrites(some: Partial<CaseWrites>): CaseWrites {
  return {
    cases: [],
    alerts: [],
    suppressions: [],
    ends: [],
    decisions: [],
    documents: [],
    audit: [],
    ...some,
  };
}

export function caseRecord(caseId: string, some: Partial<CaseRecord> = {}): CaseRecord {
  return {
    tenant,
    caseId,
    version: 1,
    party: { key: 'party:hotan wigs|CN', name: 'Hotan Wigs', country: 'CN', entity: null },
    commodity: { key: 'hs:6704', title: 'HS 6704' },
    status: 'open',
    active: true,
    severity: 'high',
    score: 0.9,
    assignee: null,
    openedAt: at,
    changedAt: at,
    liveAlerts: 1,
    alerts: 1,
    deadlines: [],
    asked: [],
    proposal: null,
    decision: null,
    timesReopened: 0,
    ...some,
  };
}

/** Due then, by one clock. */
export function dueAt(time: string): Pick<CaseRecord, 'deadlines'> {
  return {
    deadlines: [{ clock: 'arrival', dueAt: time, alertId: 'a', basis: 'the estimated arrival' }],
  };
}

export function caseAlert(
  alertId: string,
  caseId: string,
  some: Partial<CaseAlert> = {},
): CaseAlert {
  return {
    tenant,
    alertId,
    caseId,
    source: 'urn:sender',
    shipmentId: `shipment of ${alertId}`,
    declarationKind: 'import',
    version: 1,
    severity: 'high',
    score: 0.9,
    raisedAt: at,
    joinedAt: at,
    regimes: [{ regime: 'us-uflpa', status: 'applies', clock: null }],
    estimatedArrivalAt: null,
    detainedAt: null,
    standing: 'open',
    standingBy: null,
    suppressed: [],
    ...some,
  };
}

export function alertEnd(alertId: string, some: Partial<AlertEnd> = {}): AlertEnd {
  return { tenant, alertId, kind: 'withdrawn', by: 'urn:sender e2', at, ...some };
}

export function caseDecision(
  caseId: string,
  number: number,
  some: Partial<CaseDecision> = {},
): CaseDecision {
  return {
    tenant,
    caseId,
    number,
    decision: 'report',
    reason: 'traced to the gin',
    by: person,
    at,
    approvedBy: { id: 'p2', name: 'Bo Smit' },
    approvedAt: at,
    alertIds: ['a1', 'a2'],
    ...some,
  };
}

export function caseDocument(
  documentId: string,
  caseId: string,
  some: Partial<CaseDocument> = {},
): CaseDocument {
  return {
    tenant,
    caseId,
    documentId,
    asked: 'us-uflpa/tracing',
    fileName: 'tracing.pdf',
    mediaType: 'application/pdf',
    bytes: 2 ** 40,
    sha256: sha256(documentId),
    note: null,
    attachedBy: person,
    attachedAt: at,
    ...some,
  };
}

export function suppression(suppressionId: string, some: Partial<Suppression> = {}): Suppression {
  return {
    tenant,
    suppressionId,
    version: 1,
    caseId: 'c1',
    alertId: 'a1',
    scope: {
      party: { key: 'party:hotan wigs|CN', name: 'Hotan Wigs', country: 'CN' },
      entry: { list: 'us-uflpa', entry: 'Hetian Haolin Hair Accessories Co., Ltd.' },
      goods: ['6704'],
    },
    basis: {
      factsDigest: sha256('facts'),
      entryDigest: sha256('entry'),
      rulebook: { id: 'standard', version: '1', digest: sha256('rulebook') },
    },
    reason: 'another firm at another address',
    status: 'active',
    proposedBy: person,
    proposedAt: at,
    approvedBy: null,
    expiresAt: '2027-03-02T08:00:00.000Z',
    ended: null,
    ...some,
  };
}

/** Entries that follow the head, with these words as their actions. */
export function auditEntries(
  head: AuditHead,
  actions: readonly string[],
  some: { readonly tenant?: string; readonly subject?: string; readonly details?: string } = {},
): readonly AuditEntry[] {
  const { subject = 'case/c1', details = '{}' } = some;
  const actor = { kind: 'person', ...person } as const;
  return chainAudit(
    some.tenant ?? tenant,
    head,
    actions.map((action) => ({ at, actor, action, subject, details })),
    sha256,
  );
}
