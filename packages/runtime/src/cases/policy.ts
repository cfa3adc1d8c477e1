/**
 * What a house may set for itself: which decisions need a second person, which clocks run, how long
 * a suppression may last.
 */
import { type Actor, type CaseAlert, type DecisionKind, type Person } from './case.ts';
import type { Role } from './case.ts';

export interface ApprovalRule {
  readonly decision: DecisionKind;
  /** Only where one of these regimes applies or is indicated; 'any' for always. */
  readonly regimes: 'any' | readonly string[];
}

export type ClockStart = 'detention' | 'arrival' | 'alert';

export interface CasePolicy {
  readonly approvals: readonly ApprovalRule[];
  /** Lists whose matches only two people together may suppress. */
  readonly suppressionApprovals: 'any' | readonly string[];
  /** Who may be the second person: one of these roles. */
  readonly approverRoles: readonly Role[];
  /** What the time that a regime gives counts from: the first of these that is known. */
  readonly clockStarts: Readonly<Record<string, readonly ClockStart[]>>;
  /** Of a regime that is not named. */
  readonly otherClockStarts: readonly ClockStart[];
  readonly suppressionMaxDays: number;
}

const usRegimes = ['us-uflpa', 'us-cbp-wro'];

/**
 * A detention notice starts the thirty days of the UFLPA (CBP, UFLPA Operational Guidance for
 * Importers), the import the three months of a Withhold Release Order (19 CFR 12.43). Before either
 * is known, counting from the alert errs on the early side.
 */
export const standardPolicy: CasePolicy = {
  approvals: [
    { decision: 'release', regimes: usRegimes },
    { decision: 'end-relationship', regimes: 'any' },
    { decision: 'report', regimes: 'any' },
  ],
  suppressionApprovals: usRegimes,
  approverRoles: ['lead'],
  clockStarts: { 'us-cbp-wro': ['arrival', 'alert'] },
  otherClockStarts: ['detention', 'alert'],
  suppressionMaxDays: 365,
};

export function needsApproval(
  decision: DecisionKind,
  live: readonly CaseAlert[],
  policy: CasePolicy,
): boolean {
  return policy.approvals.some(
    (rule) =>
      rule.decision === decision &&
      (rule.regimes === 'any' ||
        live.some((alert) => alert.regimes.some(({ regime }) => rule.regimes.includes(regime)))),
  );
}

export function suppressionNeedsApproval(list: string, policy: CasePolicy): boolean {
  return policy.suppressionApprovals === 'any' || policy.suppressionApprovals.includes(list);
}

/** Why this person can not be the second one, or null when they can. */
export function refuseSecond(
  by: Actor,
  first: Person,
  policy: CasePolicy,
): {
  readonly code: 'person-needed' | 'same-person' | 'not-allowed';
  readonly message: string;
} | null {
  if (by.kind !== 'person') {
    return { code: 'person-needed', message: 'only a person can be the second pair of eyes' };
  }
  if (by.id === first.id) {
    return { code: 'same-person', message: 'whoever proposed it can not approve it as well' };
  }
  if (!by.roles.some((role) => policy.approverRoles.includes(role))) {
    return {
      code: 'not-allowed',
      message: `a second person needs the role ${policy.approverRoles.join(' or ')}`,
    };
  }
  return null;
}
