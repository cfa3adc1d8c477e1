/**
 * Deciding a case: at once, or by a proposal that a second person approves. A proposal stands on
 * the facts it was made on; a change of them voids it, see `voidProposal`.
 */
import type { AuditRecord } from '../audit/entry.ts';
import {
  isLive,
  type CaseAlert,
  type CaseDecision,
  type CaseRecord,
  type Person,
  type Proposal,
} from './case.ts';
import {
  accepted,
  recordOf,
  refused,
  refusePerson,
  refuseReason,
  type ActContext,
  type Refused,
  type Ruling,
} from './changes.ts';
import type { CaseCommand } from './commands.ts';
import type { CommandKnown } from './machine.ts';
import { needsApproval, refuseSecond } from './policy.ts';
import { isFinal, mayBeDecided, workingStatus } from './status.ts';
import { summarise } from './summary.ts';

type Command<Kind> = Extract<CaseCommand, { kind: Kind }>;

export function decide(
  { decision, reason, seenVersion }: Command<'decide'>,
  known: CommandKnown,
  context: ActContext,
): Ruling {
  const { case: before, alerts } = known;
  const refusal =
    refusePerson(context.by) ?? refuseReason(reason) ?? refuseUnseen(before, seenVersion);
  if (refusal !== null) return refusal;
  if (!mayBeDecided(before)) {
    return refused(
      'wrong-status',
      before.status === 'decided'
        ? 'the case is decided; reopen it first'
        : 'a proposal awaits approval; it must be approved, rejected or withdrawn first',
    );
  }
  const by = personOf(context);
  const proposal: Proposal = { decision, reason, by, at: context.now };
  if (!needsApproval(decision, alerts.filter(isLive), context.policy)) {
    return conclude(known, proposal, null, context, {});
  }
  return accepted({
    cases: [
      {
        ...before,
        status: 'awaiting-approval',
        proposal,
        version: before.version + 1,
        changedAt: context.now,
      },
    ],
    records: [recordOf(context, before.caseId, 'decision-proposed', { decision, reason })],
  });
}

export function approve(
  { seenVersion, remark }: Command<'approve'>,
  known: CommandKnown,
  context: ActContext,
): Ruling {
  const { proposal } = known.case;
  if (proposal === null) return noProposal;
  const refusal =
    refuseUnseen(known.case, seenVersion) ??
    asSecond(context, proposal) ??
    refusePerson(context.by);
  if (refusal !== null) return refusal;
  return conclude(known, proposal, personOf(context), context, { remark });
}

export function reject(
  { reason, seenVersion }: Command<'reject'>,
  { case: before }: CommandKnown,
  context: ActContext,
): Ruling {
  const { proposal } = before;
  if (proposal === null) return noProposal;
  const refusal =
    refuseReason(reason) ?? refuseUnseen(before, seenVersion) ?? asSecond(context, proposal);
  if (refusal !== null) return refusal;
  return accepted({
    cases: [withoutProposal(before, context)],
    records: [recordOf(context, before.caseId, 'proposal-rejected', { proposal, reason })],
  });
}

export function withdrawProposal({ case: before }: CommandKnown, context: ActContext): Ruling {
  const { proposal } = before;
  if (proposal === null) return noProposal;
  if (proposal.by.id !== context.by.id) {
    return refused('not-allowed', 'only whoever made the proposal takes it back');
  }
  return accepted({
    cases: [withoutProposal(before, context)],
    records: [recordOf(context, before.caseId, 'proposal-withdrawn', { proposal })],
  });
}

/** Opens a decided case again, with the alerts that the decision was about. */
export function reopen(
  { reason }: Command<'reopen'>,
  { case: before, alerts }: CommandKnown,
  context: ActContext,
): Ruling {
  const refusal = refusePerson(context.by) ?? refuseReason(reason);
  if (refusal !== null) return refusal;
  if (before.status !== 'decided') return refused('wrong-status', 'the case is not decided');
  const opened = alerts.map((alert): CaseAlert =>
    alert.standing === 'closed' || alert.standing === 'held'
      ? { ...alert, standing: 'open', standingBy: null }
      : alert,
  );
  return accepted({
    cases: [
      {
        ...before,
        ...summarise(before, opened, context.policy),
        ...reopened(before),
        version: before.version + 1,
        changedAt: context.now,
      },
    ],
    alerts: opened.filter((alert, index) => alert !== alerts[index]),
    records: [
      recordOf(context, before.caseId, 'case-reopened', {
        reason,
        alertIds: opened.filter(isLive).map(({ alertId }) => alertId),
      }),
    ],
  });
}

export function reopened(
  before: CaseRecord,
): Pick<CaseRecord, 'status' | 'active' | 'timesReopened'> {
  return {
    status: workingStatus(before),
    active: true,
    timesReopened: before.timesReopened + 1,
  };
}

/**
 * The case with its proposal void, because the facts it was made on changed, and the record of
 * that; the case as it is, and none, when it has no proposal.
 */
export function voidProposal(
  before: CaseRecord,
  why: string,
  context: Parameters<typeof recordOf>[0],
): { readonly case: CaseRecord; readonly records: readonly AuditRecord[] } {
  const { proposal } = before;
  if (proposal === null) return { case: before, records: [] };
  return {
    case: { ...before, status: workingStatus(before), proposal: null },
    records: [recordOf(context, before.caseId, 'proposal-voided', { proposal, why })],
  };
}

function conclude(
  { case: before, alerts }: CommandKnown,
  { decision, reason, by, at }: Proposal,
  approvedBy: Person | null,
  context: ActContext,
  remarks: { readonly remark?: string | null },
): Ruling {
  const number = (before.decision?.number ?? 0) + 1;
  const live = alerts.filter(isLive);
  const settled = live.map((alert): CaseAlert => {
    if (decision === 'request-evidence') return alert;
    return { ...alert, standing: isFinal(decision) ? 'closed' : 'held', standingBy: `${number}` };
  });
  const row: CaseDecision = {
    tenant: before.tenant,
    caseId: before.caseId,
    number,
    decision,
    reason,
    by,
    at,
    approvedBy,
    approvedAt: approvedBy === null ? null : context.now,
    alertIds: live
      .toSorted((a, b) => (a.joinedAt < b.joinedAt ? -1 : a.joinedAt > b.joinedAt ? 1 : 0))
      .map(({ alertId }) => alertId),
  };
  const { tenant: _tenant, caseId: _caseId, ...told } = row;
  return accepted({
    cases: [
      {
        ...before,
        ...summarise(before, settled, context.policy),
        status: decision === 'request-evidence' ? 'awaiting-evidence' : 'decided',
        active: !isFinal(decision),
        proposal: null,
        decision: { number, decision, by, at, approvedBy },
        version: before.version + 1,
        changedAt: context.now,
      },
    ],
    alerts: settled.filter((alert, index) => alert !== live[index]),
    decisions: [row],
    records: [recordOf(context, before.caseId, 'decision-made', { ...told, ...remarks })],
  });
}

function withoutProposal(before: CaseRecord, context: ActContext): CaseRecord {
  return {
    ...before,
    status: workingStatus(before),
    proposal: null,
    version: before.version + 1,
    changedAt: context.now,
  };
}

function personOf({ by: { id, name } }: ActContext): Person {
  return { id, name };
}

function asSecond(context: ActContext, proposal: Proposal): Refused | null {
  const refusal = refuseSecond(context.by, proposal.by, context.policy);
  return refusal === null ? null : refused(refusal.code, refusal.message);
}

function refuseUnseen({ version }: CaseRecord, seen: number): Refused | null {
  return seen === version
    ? null
    : refused('case-changed', `the case is at version ${version}, not ${seen}: look again`);
}

const noProposal = refused('wrong-status', 'no proposal awaits approval');
