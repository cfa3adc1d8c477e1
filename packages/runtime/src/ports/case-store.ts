/**
 * The record of what people did about alerts: cases, suppressions and the audit log.
 *
 * As with the store of screening, all decisions are made by the runtime, in pure functions. An
 * implementer reads, writes and keeps transactions whole. Every call names a tenant and sees nothing
 * of another's.
 */
import type { AuditEntry, AuditHead } from '../audit/entry.ts';
import type {
  AlertEnd,
  CaseAlert,
  CaseDecision,
  CaseDocument,
  CaseRecord,
  CaseStatus,
} from '../cases/case.ts';
import type { Suppression, SuppressionStatus } from '../cases/suppression.ts';
import type { Severity } from '@herkomst/core';
import type { Page, PageRequest } from './store.ts';

/** What `change` must read before it asks for a decision. */
export interface CaseKeys {
  readonly caseIds: readonly string[];
  readonly alertIds: readonly string[];
  readonly documentIds: readonly string[];
  readonly suppressionIds: readonly string[];
  /** Keys of declared parties, for the active suppressions that speak of them. */
  readonly partyKeys: readonly string[];
  /**
   * Whether to read all alerts of the cases known that are open or held, or that were closed by
   * their case's latest decision.
   */
  readonly caseAlerts: boolean;
}

/** Each row once, in no promised order. */
export interface CaseKnown {
  /** Where the tenant's audit log ends; `emptyChain` when it has no entry. */
  readonly auditHead: AuditHead;
  /** Those asked for, those of the asked alerts, and those of the suppressions known. */
  readonly cases: readonly CaseRecord[];
  /** Those asked for, those with a finding that an asked suppression covers; see `caseAlerts`. */
  readonly alerts: readonly CaseAlert[];
  /** Of the asked alerts. */
  readonly ends: readonly AlertEnd[];
  /** Those asked for. */
  readonly documents: readonly CaseDocument[];
  /** Those asked for, and the active ones of the asked parties. */
  readonly suppressions: readonly Suppression[];
}

export interface CaseWrites {
  /** Inserted, or replacing the row of the same id, as are alerts and suppressions. */
  readonly cases: readonly CaseRecord[];
  readonly alerts: readonly CaseAlert[];
  readonly suppressions: readonly Suppression[];
  /** Inserted; one whose id is known already is left as it was. */
  readonly ends: readonly AlertEnd[];
  readonly decisions: readonly CaseDecision[];
  readonly documents: readonly CaseDocument[];
  /** Appended to the tenant's log; the first must follow its head. */
  readonly audit: readonly AuditEntry[];
}

/**
 * 'deadline': soonest due first, those without one last, then by score. 'risk': by severity, score
 * and deadline. 'changed': latest change first.
 */
export type CaseOrder = 'deadline' | 'risk' | 'changed';

export interface CaseQuery {
  readonly order: CaseOrder;
  /** Those on the queue, or those off it; both when absent. */
  readonly active?: boolean;
  readonly status?: CaseStatus;
  readonly severity?: Severity;
  /** A person's id, or null for the cases that nobody has. */
  readonly assignee?: string | null;
  readonly partyKey?: string;
  readonly commodityKey?: string;
}

export interface SuppressionQuery {
  readonly status?: SuppressionStatus;
  readonly caseId?: string;
}

export interface AuditQuery {
  /** Only entries with this subject. */
  readonly subject?: string;
  /** Only entries after this place in the chain; 0 by default. */
  readonly afterSequence?: number;
}

export interface CaseCounts {
  /** Of the cases on the queue. */
  readonly byStatus: Readonly<Record<string, number>>;
  readonly bySeverity: Readonly<Record<string, number>>;
  /** On the queue with a deadline before the time asked about. */
  readonly overdue: number;
  readonly unassigned: number;
}

export interface CaseStore {
  /**
   * One transaction: reads what is known of the keys, calls `decide` with it, writes what it
   * returns and resolves to its result. All or nothing. Calls of one tenant take effect one after
   * another: each decides on what the former left, and appends to the audit log where the former
   * ended. `decide` is pure and may be called again when the engine asks for a retry. Rejects with
   * the code 'audit-conflict', having written nothing, when an entry of the audit log does not
   * follow the one before. Not the implementer's job: who may do what, or what follows from it.
   */
  change<Result>(
    tenant: string,
    keys: CaseKeys,
    decide: (known: CaseKnown) => { readonly writes: CaseWrites; readonly result: Result },
  ): Promise<Result>;

  /** Null when the tenant has no such case. */
  case(tenant: string, caseId: string): Promise<CaseRecord | null>;

  /** In the order asked for; ties by case id. A case that moves while pages are read may be missed or come twice. */
  cases(tenant: string, query: CaseQuery, page: PageRequest): Promise<Page<CaseRecord>>;

  counts(tenant: string, now: string): Promise<CaseCounts>;

  /** The alert as its case has it; null when it came to no case. */
  caseAlert(tenant: string, alertId: string): Promise<CaseAlert | null>;

  /** Last joined first. */
  caseAlerts(tenant: string, caseId: string, page: PageRequest): Promise<Page<CaseAlert>>;

  /** Oldest first. */
  decisions(tenant: string, caseId: string): Promise<readonly CaseDecision[]>;

  /**
   * Of all cases, those made at a time ('2026-11-24', '2026-11-24T08:00:00.000Z') or later, at most
   * so many, the last made first.
   */
  decisionsFrom(tenant: string, from: string, limit: number): Promise<readonly CaseDecision[]>;

  /** Oldest first. */
  documents(tenant: string, caseId: string): Promise<readonly CaseDocument[]>;

  /** Null when the tenant has no such suppression. */
  suppression(tenant: string, suppressionId: string): Promise<Suppression | null>;

  /** Last proposed first. */
  suppressions(
    tenant: string,
    query: SuppressionQuery,
    page: PageRequest,
  ): Promise<Page<Suppression>>;

  /** Oldest first. */
  audit(tenant: string, query: AuditQuery, page: PageRequest): Promise<Page<AuditEntry>>;

  auditHead(tenant: string): Promise<AuditHead>;

  /** Tenants whose audit log has an entry, in order of their names. */
  tenants(): Promise<readonly string[]>;
}
