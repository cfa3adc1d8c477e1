/** What a decision of any kind comes to: rows to write and records for the audit log, or a refusal. */
import { canonicalJson } from '@herkomst/core';
import { caseSubject, type AuditRecord } from '../audit/entry.ts';
import type { CaseWrites } from '../ports/case-store.ts';
import type { Actor } from './case.ts';
import type { CasePolicy } from './policy.ts';

/** As `CaseWrites`, with the audit records not yet chained. */
export interface CaseChanges extends Omit<CaseWrites, 'audit'> {
  readonly records: readonly AuditRecord[];
}

export const noChanges: CaseChanges = {
  cases: [],
  alerts: [],
  suppressions: [],
  ends: [],
  decisions: [],
  documents: [],
  records: [],
};

/**
 * 'unknown-case', 'unknown-alert', 'unknown-suppression': there is none. 'not-allowed': the role
 * does not suffice. 'person-needed': a key can not do this. 'same-person': four-eyes. 'reason-missing'.
 * 'case-changed': decided on another version than stands. 'wrong-status': not from here.
 * 'nothing-changed': it is so already. 'not-asked': no alert of the case asks for such a document.
 * 'not-a-match': the finding took no declared party for a list entry. 'wrong-time': a time in the
 * future, past, or too far off.
 */
export type RefusalCode =
  | 'unknown-case'
  | 'unknown-alert'
  | 'unknown-suppression'
  | 'not-allowed'
  | 'person-needed'
  | 'same-person'
  | 'reason-missing'
  | 'case-changed'
  | 'wrong-status'
  | 'nothing-changed'
  | 'not-asked'
  | 'not-a-match'
  | 'wrong-time';

export interface Refused {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly message: string;
}

export interface Accepted {
  readonly kind: 'accepted';
  readonly changes: CaseChanges;
}

export type Ruling = Accepted | Refused;

export interface ActContext {
  readonly by: Actor;
  readonly now: string;
  readonly policy: CasePolicy;
}

export function refused(code: RefusalCode, message: string): Refused {
  return { kind: 'refused', code, message };
}

export function accepted(changes: Partial<CaseChanges>): Accepted {
  return { kind: 'accepted', changes: { ...noChanges, ...changes } };
}

export function recordOf(
  { by: { kind, id, name }, now }: Pick<ActContext, 'now'> & { readonly by: Omit<Actor, 'roles'> },
  caseId: string,
  action: string,
  details: object,
): AuditRecord {
  return {
    at: now,
    actor: { kind, id, name },
    action,
    subject: caseSubject(caseId),
    details: canonicalJson(details),
  };
}

/** Why this actor may change no case at all, or null. */
export function refuseActor({ roles }: Actor): Refused | null {
  return roles.some((role) => role !== 'viewer')
    ? null
    : refused('not-allowed', 'a viewer reads and changes nothing');
}

export function refusePerson({ kind }: Actor): Refused | null {
  return kind === 'person'
    ? null
    : refused('person-needed', 'a person must sign this; a key stands for nobody');
}

export function refuseReason(reason: string): Refused | null {
  return reason.trim() === ''
    ? refused('reason-missing', 'nothing is decided without a reason')
    : null;
}
