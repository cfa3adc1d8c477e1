/**
 * Decides what notices of alerts change: which case an alert opens, joins or opens again, which it
 * leaves, and whether it rests on nothing but matches signed off as wrong. Pure.
 *
 * Notices may come twice and in any order. An alert that has its place changes nothing; one that
 * fell before it came is put in its case as fallen. A suppressed alert is put in a case and on the
 * audit log like any other; it asks for nobody's attention, and that is all.
 */
import type { Rulebook, Severity } from '@herkomst/core';
import { chainAudit, type AuditRecord } from '../audit/entry.ts';
import type { CaseKeys, CaseKnown, CaseWrites } from '../ports/case-store.ts';
import type { StoredAlert } from '../ports/store.ts';
import {
  applySuppressions,
  type SuppressionEffect,
  type SuppressionSubject,
} from './apply-suppressions.ts';
import { gatherAsked } from './asked-documents.ts';
import {
  isAtIssue,
  isLive,
  type AlertEnd,
  type CaseAlert,
  type CaseCommodity,
  type CaseParty,
  type CaseRecord,
} from './case.ts';
import { recordOf } from './changes.ts';
import { inUtc } from './deadlines.ts';
import { reopened, voidProposal } from './decide.ts';
import { commodityOf, matchedPartyKeys, partyOf } from './facts.ts';
import type { CasePolicy } from './policy.ts';
import { summarise, summariseJoined } from './summary.ts';

export type CaseNotice =
  | {
      readonly kind: 'raised';
      readonly alert: StoredAlert;
      /** The alert whose place it takes; null when none. */
      readonly supersedes: string | null;
      readonly subject: SuppressionSubject;
    }
  | {
      readonly kind: 'withdrawn';
      readonly alertId: string;
      /** The event that withdrew it. */
      readonly by: string;
    };

export interface CasePlanContext {
  readonly tenant: string;
  readonly now: string;
  readonly policy: CasePolicy;
  readonly rulebook: Rulebook;
}

const worker = { kind: 'service', id: 'cases', name: 'case worker' } as const;

export function caseIdOf(
  tenant: string,
  party: CaseParty,
  commodity: CaseCommodity,
  { sha256 }: Pick<Rulebook, 'sha256'>,
): string {
  return `case-${sha256(JSON.stringify([tenant, party.key, commodity.key])).slice(0, 32)}`;
}

/** What must be known to plan for these notices. */
export function caseKeysOf(
  notices: readonly CaseNotice[],
  { tenant, rulebook }: CasePlanContext,
): CaseKeys {
  const caseIds: string[] = [];
  const alertIds: string[] = [];
  const partyKeys: string[] = [];
  let caseAlerts = false;
  for (const notice of notices) {
    if (notice.kind === 'withdrawn') {
      alertIds.push(notice.alertId);
      caseAlerts = true;
      continue;
    }
    const { alert, supersedes, subject } = notice;
    const { shipment, assessment } = subject;
    const party = partyOf(shipment, assessment);
    caseIds.push(caseIdOf(tenant, party, commodityOf(shipment, assessment), rulebook));
    alertIds.push(alert.alertId);
    if (supersedes !== null) {
      alertIds.push(supersedes);
      caseAlerts = true;
    }
    partyKeys.push(...matchedPartyKeys(shipment, assessment));
  }
  return { caseIds, alertIds, documentIds: [], suppressionIds: [], partyKeys, caseAlerts };
}

export function planCases(
  notices: readonly CaseNotice[],
  known: CaseKnown,
  context: CasePlanContext,
): CaseWrites {
  const { tenant, now, policy, rulebook } = context;
  const told = { by: worker, now };
  const cases = new Map(known.cases.map((one) => [one.caseId, one]));
  const alerts = new Map(known.alerts.map((alert) => [alert.alertId, alert]));
  const ends = new Map(known.ends.map((end) => [end.alertId, end]));
  const changedCases = new Set<string>();
  const changedAlerts = new Set<string>();
  const newEnds: AlertEnd[] = [];
  const records: AuditRecord[] = [];

  for (const notice of notices) {
    if (notice.kind === 'withdrawn') {
      end({ tenant, alertId: notice.alertId, kind: 'withdrawn', by: notice.by, at: now });
    } else if (!alerts.has(notice.alert.alertId)) {
      // First, so that the case does not for a moment look as if it had both.
      if (notice.supersedes !== null) {
        const by = notice.alert.alertId;
        end({ tenant, alertId: notice.supersedes, kind: 'superseded', by, at: now });
      }
      place(notice);
    }
  }

  /** The alert stands no more: noted where it is, or remembered for when it comes. */
  function end(ended: AlertEnd): void {
    const { alertId, kind, by } = ended;
    const alert = alerts.get(alertId);
    if (alert === undefined) {
      if (!ends.has(alertId)) newEnds.push(ended);
      ends.set(alertId, ends.get(alertId) ?? ended);
      return;
    }
    if (alert.standing === 'superseded' || alert.standing === 'withdrawn') return;
    setAlert({ ...alert, standing: kind, standingBy: by });
    const before = cases.get(alert.caseId);
    if (before === undefined) return;
    records.push(recordOf(told, alert.caseId, `alert-${kind}`, { alertId, by }));
    if (!isLive(alert)) return;
    const voided = voidProposal(before, `alert ${alertId} was ${kind}`, told);
    records.push(...voided.records);
    const others = [...alerts.values()].filter(({ caseId }) => caseId === alert.caseId);
    setCase({ ...voided.case, ...summarise(before, others, policy) });
  }

  function place(notice: Extract<CaseNotice, { kind: 'raised' }>): void {
    const { shipment, assessment } = notice.subject;
    const party = partyOf(shipment, assessment);
    const commodity = commodityOf(shipment, assessment);
    const own = caseIdOf(tenant, party, commodity, rulebook);
    const effect = applySuppressions(notice.subject, known.suppressions, { now, rulebook });
    const signedOver = known.suppressions.find(
      ({ suppressionId }) => suppressionId === effect.suppressed[0]?.suppressionId,
    );
    // Not worth a case of its own: it goes to the one that the suppression was signed over.
    const caseId =
      effect.whole && !cases.has(own) && signedOver !== undefined ? signedOver.caseId : own;
    const alert = caseAlertOf(notice, caseId, effect);
    setAlert(alert);
    const before = cases.get(caseId);
    const asked = gatherAsked(before?.asked ?? [], assessment, rulebook.sha256);
    if (before === undefined) {
      setCase({ ...openCase(alert, party, commodity), asked });
      records.push(recordOf(told, caseId, 'case-opened', { party, commodity }));
    } else if (isLive(alert)) {
      const voided = voidProposal(before, `alert ${alert.alertId} joined`, told);
      const again = before.status === 'decided';
      setCase({
        ...voided.case,
        ...summariseJoined(before, alert, policy),
        ...(again ? reopened(before) : {}),
        alerts: before.alerts + 1,
        asked,
      });
      records.push(...voided.records);
      if (again) {
        const { alertId } = alert;
        records.push(recordOf(told, caseId, 'case-reopened', { reason: 'a new alert', alertId }));
      }
    } else {
      setCase({ ...before, alerts: before.alerts + 1, asked });
    }
    records.push(recordOf(told, caseId, 'alert-joined', describe(notice, effect)));
    if (!isLive(alert)) {
      const { alertId, standing, standingBy } = alert;
      records.push(recordOf(told, caseId, `alert-${standing}`, { alertId, by: standingBy }));
    }
  }

  function caseAlertOf(
    { alert, supersedes, subject }: Extract<CaseNotice, { kind: 'raised' }>,
    caseId: string,
    effect: SuppressionEffect,
  ): CaseAlert {
    const { source, shipmentId, declarationKind, alertId, version, score, raisedAt } = alert;
    const ended = ends.get(alertId);
    const standing = ended?.kind ?? (effect.whole ? 'suppressed' : 'open');
    return {
      tenant,
      alertId,
      caseId,
      source,
      shipmentId,
      declarationKind,
      version,
      severity: alert.severity as Severity,
      score,
      raisedAt,
      joinedAt: now,
      regimes: subject.assessment.determinations
        .filter(isAtIssue)
        .map(({ regime, status, clock }) => ({ regime, status, clock })),
      estimatedArrivalAt: inUtc(subject.shipment.transport.estimatedArrivalAt),
      // A corrected declaration does not undo that its goods were detained.
      detainedAt: supersedes === null ? null : (alerts.get(supersedes)?.detainedAt ?? null),
      standing,
      standingBy:
        ended?.by ?? (effect.whole ? (effect.suppressed[0]?.suppressionId ?? null) : null),
      suppressed: effect.suppressed,
    };
  }

  function openCase(alert: CaseAlert, party: CaseParty, commodity: CaseCommodity): CaseRecord {
    const empty: CaseRecord = {
      tenant,
      caseId: alert.caseId,
      version: 0,
      party,
      commodity,
      status: 'open',
      active: true,
      severity: alert.severity,
      score: alert.score,
      assignee: null,
      openedAt: now,
      changedAt: now,
      liveAlerts: 0,
      alerts: 1,
      deadlines: [],
      asked: [],
      proposal: null,
      decision: null,
      timesReopened: 0,
    };
    return isLive(alert) ? { ...empty, ...summariseJoined(empty, alert, policy) } : empty;
  }

  function setCase(one: CaseRecord): void {
    // Once a batch, however much of it concerns the case.
    const version = changedCases.has(one.caseId) ? one.version : one.version + 1;
    cases.set(one.caseId, { ...one, version, changedAt: now });
    changedCases.add(one.caseId);
  }

  function setAlert(alert: CaseAlert): void {
    alerts.set(alert.alertId, alert);
    changedAlerts.add(alert.alertId);
  }

  return {
    cases: [...cases.values()].filter(({ caseId }) => changedCases.has(caseId)),
    alerts: [...alerts.values()].filter(({ alertId }) => changedAlerts.has(alertId)),
    // One that came after all, later in the batch, carries its end itself.
    ends: newEnds.filter(({ alertId }) => !alerts.has(alertId)),
    suppressions: [],
    decisions: [],
    documents: [],
    audit: chainAudit(tenant, known.auditHead, records, rulebook.sha256),
  };

  function describe(
    { alert, subject }: Extract<CaseNotice, { kind: 'raised' }>,
    effect: SuppressionEffect,
  ): object {
    const { alertId, source, shipmentId, declarationKind, version, severity, score } = alert;
    return {
      alertId,
      source,
      shipmentId,
      declarationKind,
      version,
      severity,
      score,
      alertDigest: rulebook.sha256(alert.document),
      assessmentHash: subject.assessment.hash,
      suppressed: effect.suppressed,
      suppressionsLapsed: effect.lapsed,
      scoreUnsuppressed: effect.score,
    };
  }
}
