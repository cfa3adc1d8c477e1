/** How the alerts of a case show on the case itself, by which the queue is ranked. */
import { severities } from '@herkomst/core';
import { isLive, type CaseAlert, type CaseRecord } from './case.ts';
import { deadlinesOf, soonest } from './deadlines.ts';
import type { CasePolicy } from './policy.ts';

type Summary = Pick<CaseRecord, 'severity' | 'score' | 'liveAlerts' | 'deadlines'>;

/** From all live alerts; without one, rank stays as it was and no clock runs. */
export function summarise(
  before: CaseRecord,
  alerts: readonly CaseAlert[],
  policy: CasePolicy,
): Summary {
  const live = alerts.filter(isLive);
  const { severity, score } = live.reduce<Pick<Summary, 'severity' | 'score'>>(
    highest,
    live[0] ?? before,
  );
  return {
    severity,
    score,
    liveAlerts: live.length,
    deadlines: soonest(live.flatMap((alert) => deadlinesOf(alert, policy))),
  };
}

/** The same with one live alert more, without reading the others again. */
export function summariseJoined(
  before: CaseRecord,
  joined: CaseAlert,
  policy: CasePolicy,
): Summary {
  const { severity, score } = before.liveAlerts === 0 ? joined : highest(before, joined);
  return {
    severity,
    score,
    liveAlerts: before.liveAlerts + 1,
    deadlines: soonest([...before.deadlines, ...deadlinesOf(joined, policy)]),
  };
}

function highest(
  a: Pick<Summary, 'severity' | 'score'>,
  b: Pick<Summary, 'severity' | 'score'>,
): Pick<Summary, 'severity' | 'score'> {
  const { severity } = severities.indexOf(a.severity) >= severities.indexOf(b.severity) ? a : b;
  return { severity, score: Math.max(a.score, b.score) };
}
