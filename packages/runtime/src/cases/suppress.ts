/**
 * Signing, approving and ending suppressions. Pure. A suppression is signed over one match of one
 * live alert; once in force it is applied to the live alerts of that case, and to new alerts as
 * they come (see plan-cases.ts). When it ends otherwise than by expiring, what rested on it is open
 * again.
 */
import type { Rulebook } from '@herkomst/core';
import type { AuditRecord } from '../audit/entry.ts';
import {
  applySuppressions,
  suppressionGround,
  type SuppressionSubject,
} from './apply-suppressions.ts';
import { isLive, type CaseAlert, type CaseRecord, type Person } from './case.ts';
import {
  accepted,
  recordOf,
  refuseActor,
  refused,
  refusePerson,
  refuseReason,
  type ActContext,
  type CaseChanges,
  type Ruling,
} from './changes.ts';
import type { SuppressionCommand } from './commands.ts';
import { addDays, inUtc } from './deadlines.ts';
import { reopened, voidProposal } from './decide.ts';
import { declaredPartyKey } from './facts.ts';
import { refuseSecond, suppressionNeedsApproval } from './policy.ts';
import { summarise } from './summary.ts';
import type { Suppression } from './suppression.ts';

export interface SuppressContext extends ActContext {
  readonly rulebook: Rulebook;
  /** What the case's alerts were raised on, by alert id; one that is not here is left alone. */
  readonly subjects: ReadonlyMap<string, SuppressionSubject>;
}

export interface SuppressKnown {
  readonly case: CaseRecord;
  /** That one, and those of all alerts that the suppression covers. */
  readonly cases: readonly CaseRecord[];
  /** All live alerts of these cases, and all that the suppression covers. */
  readonly alerts: readonly CaseAlert[];
  /** Null for one that is yet to be signed. */
  readonly suppression: Suppression | null;
  /** All that are in force for the parties of the case's alerts, this one aside. */
  readonly others: readonly Suppression[];
}

type Command<Kind> = Extract<SuppressionCommand, { kind: Kind }>;

export function ruleSuppression(
  command: SuppressionCommand,
  known: SuppressKnown,
  context: SuppressContext,
): Ruling {
  const refusal = refuseActor(context.by) ?? refusePerson(context.by);
  if (refusal !== null) return refusal;
  if (command.kind === 'suppress') return suppress(command, known, context);
  const { suppression } = known;
  if (suppression === null) {
    return refused('unknown-suppression', `no suppression "${command.suppressionId}"`);
  }
  return command.kind === 'approve-suppression'
    ? approve(suppression, known, context)
    : end(command, suppression, known, context);
}

/** Derived from whom and what it speaks of and when it was signed. */
export function suppressionIdOf(
  caseId: string,
  { alertId, findingId }: Pick<Command<'suppress'>, 'alertId' | 'findingId'>,
  now: string,
  { sha256 }: Pick<Rulebook, 'sha256'>,
): string {
  return `suppression-${sha256(JSON.stringify([caseId, alertId, findingId, now])).slice(0, 32)}`;
}

function suppress(
  command: Command<'suppress'>,
  known: SuppressKnown,
  context: SuppressContext,
): Ruling {
  const { alertId, findingId, goods, reason } = command;
  const { now, policy, rulebook } = context;
  const before = known.case;
  const missing = refuseReason(reason);
  if (missing !== null) return missing;
  const alert = known.alerts.find((each) => each.alertId === alertId && isLive(each));
  const subject = context.subjects.get(alertId);
  if (alert === undefined || subject === undefined) {
    return refused('unknown-alert', `no alert "${alertId}" is live in this case`);
  }
  const ground = suppressionGround(subject, findingId, rulebook);
  if (ground === null) {
    return refused(
      'not-a-match',
      `"${findingId}" is no finding of this alert that took a party for an entry now on a list`,
    );
  }
  if (!subject.shipment.items.every(({ commodityCode }) => isWithin(commodityCode, goods))) {
    return refused('not-a-match', 'the goods named do not cover the goods of this alert');
  }
  const expiresAt = inUtc(command.expiresAt);
  if (
    expiresAt === null ||
    expiresAt <= now ||
    expiresAt > addDays(now, policy.suppressionMaxDays)
  ) {
    return refused(
      'wrong-time',
      `a suppression ends in the future, within ${policy.suppressionMaxDays} days`,
    );
  }
  const { party, entry, basis } = ground;
  const { id, name } = context.by;
  const waits = suppressionNeedsApproval(entry.list, policy);
  const suppression: Suppression = {
    tenant: before.tenant,
    suppressionId: suppressionIdOf(before.caseId, command, now, rulebook),
    version: 1,
    caseId: before.caseId,
    alertId,
    scope: {
      party: {
        key: declaredPartyKey(party),
        name: party.name,
        country: party.address?.country ?? null,
      },
      entry,
      goods,
    },
    basis,
    reason,
    status: waits ? 'proposed' : 'active',
    proposedBy: { id, name },
    proposedAt: now,
    approvedBy: null,
    expiresAt,
    ended: null,
  };
  const told = recordOf(context, before.caseId, 'suppression-proposed', {
    ...suppression,
    findingId,
  });
  return waits
    ? accepted({ suppressions: [suppression], records: [told] })
    : accepted(takeEffect(suppression, known, context, [told]));
}

function approve(suppression: Suppression, known: SuppressKnown, context: SuppressContext): Ruling {
  if (suppression.status !== 'proposed') {
    return refused('wrong-status', `the suppression is ${suppression.status}, not proposed`);
  }
  const refusal = refuseSecond(context.by, suppression.proposedBy, context.policy);
  if (refusal !== null) return refused(refusal.code, refusal.message);
  if (suppression.expiresAt <= context.now) {
    return refused('wrong-time', 'it has expired before it was approved');
  }
  const { id, name } = context.by;
  const signed: Suppression = {
    ...suppression,
    version: suppression.version + 1,
    status: 'active',
    approvedBy: { id, name },
  };
  return accepted(takeEffect(signed, known, context, []));
}

function end(
  { reason }: Command<'end-suppression'>,
  suppression: Suppression,
  known: SuppressKnown,
  context: SuppressContext,
): Ruling {
  const missing = refuseReason(reason);
  if (missing !== null) return missing;
  if (suppression.status === 'ended') {
    return refused('nothing-changed', 'the suppression has ended already');
  }
  const { id, name } = context.by;
  const why = suppression.status === 'proposed' ? 'rejected' : 'revoked';
  return accepted(
    endSuppression(suppression, known, context, { why, by: { id, name }, details: { reason } }),
  );
}

/**
 * The suppression's end, with all that rested on it open again, in whatever case it is. `known`
 * holds the suppression's case and those of the alerts it covers, with all their live alerts.
 */
export function endSuppression(
  suppression: Suppression,
  known: { readonly cases: readonly CaseRecord[]; readonly alerts: readonly CaseAlert[] },
  context: Pick<ActContext, 'now' | 'policy'> & { readonly by: Omit<ActContext['by'], 'roles'> },
  how: {
    readonly why: NonNullable<Suppression['ended']>['why'];
    readonly by: Person | null;
    readonly details: object;
  },
): CaseChanges {
  const { suppressionId } = suppression;
  const { why, by, details } = how;
  const { now, policy } = context;
  const ended: Suppression = {
    ...suppression,
    version: suppression.version + 1,
    status: 'ended',
    ended: { why, at: now, by },
  };
  const action = by === null ? 'suppression-lapsed' : `suppression-${why}`;
  const records = [
    recordOf(context, suppression.caseId, action, { suppressionId, why, ...details }),
  ];
  const reopen = (alert: CaseAlert): CaseAlert => {
    // What expired held for its time; the alerts of that time are not asked about again.
    if (why === 'expired' || alert.standing !== 'suppressed') return alert;
    const left = alert.suppressed.filter((each) => each.suppressionId !== suppressionId);
    return left.length === alert.suppressed.length
      ? alert
      : { ...alert, standing: 'open', standingBy: null, suppressed: left };
  };
  const cases: CaseRecord[] = [];
  const alerts: CaseAlert[] = [];
  for (const before of known.cases) {
    const mine = known.alerts.filter(({ caseId }) => caseId === before.caseId);
    const after = mine.map(reopen);
    const opened = after.filter((alert, index) => alert !== mine[index]);
    if (opened.length === 0) continue;
    const alertIds = opened.map(({ alertId }) => alertId);
    const voided = voidProposal(before, `suppression ${suppressionId} ended`, context);
    records.push(
      ...voided.records,
      recordOf(context, before.caseId, 'alerts-reopened', { alertIds, suppressionId }),
    );
    alerts.push(...opened);
    cases.push({
      ...voided.case,
      ...summarise(before, after, policy),
      ...(before.status === 'decided' ? reopened(before) : {}),
      version: before.version + 1,
      changedAt: now,
    });
  }
  return {
    cases,
    alerts,
    suppressions: [ended],
    ends: [],
    decisions: [],
    documents: [],
    records,
  };
}

/** In force, and applied to the live alerts of the case it was signed over. */
function takeEffect(
  suppression: Suppression,
  { case: before, alerts: known, others }: SuppressKnown,
  context: SuppressContext,
  told: readonly AuditRecord[],
): Pick<CaseChanges, 'cases' | 'alerts' | 'suppressions' | 'records'> {
  const { now, policy, rulebook, subjects } = context;
  const { caseId } = before;
  const { suppressionId, approvedBy } = suppression;
  const records = [
    ...told,
    recordOf(context, caseId, 'suppression-active', { suppressionId, approvedBy }),
  ];
  const alerts = known.filter((alert) => alert.caseId === caseId);
  const after = alerts.map((alert): CaseAlert => {
    const subject = subjects.get(alert.alertId);
    if (subject === undefined || !isLive(alert)) return alert;
    const effect = applySuppressions(subject, [suppression, ...others], { now, rulebook });
    if (!effect.suppressed.some((each) => each.suppressionId === suppressionId)) return alert;
    const covered = { ...alert, suppressed: effect.suppressed };
    return effect.whole
      ? { ...covered, standing: 'suppressed', standingBy: suppressionId }
      : covered;
  });
  const changed = after.filter((alert, index) => alert !== alerts[index]);
  for (const { alertId, standing } of changed) {
    if (standing !== 'suppressed') continue;
    records.push(recordOf(context, caseId, 'alert-suppressed', { alertId, by: suppressionId }));
  }
  const voided = voidProposal(before, `suppression ${suppressionId} took effect`, context);
  return {
    cases: [
      {
        ...voided.case,
        ...summarise(before, after, policy),
        version: before.version + 1,
        changedAt: now,
      },
    ],
    alerts: changed,
    suppressions: [suppression],
    records: [...records, ...voided.records],
  };
}

function isWithin(code: string, prefixes: readonly string[]): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => code.startsWith(prefix));
}
