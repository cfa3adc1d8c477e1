/** The clocks that run for an alert: what its regimes give, and the arrival of its shipment. */
import { isAtIssue, isLive, type CaseAlert, type Deadline } from './case.ts';
import type { CasePolicy, DeadlineRule } from './policy.ts';

const day = 86_400_000;

/** Empty for an alert that is not live. Goods that are held have been decided on before arrival. */
export function deadlinesOf(alert: CaseAlert, policy: CasePolicy): readonly Deadline[] {
  if (!isLive(alert)) return [];
  const deadlines: Deadline[] = [];
  for (const rule of policy.deadlines) {
    const runs = alert.regimes.some((each) => each.regime === rule.regime && isAtIssue(each));
    const start = runs ? startOf(alert, rule) : null;
    if (start === null) continue;
    deadlines.push({
      clock: rule.regime,
      dueAt: after(start.at, rule),
      alertId: alert.alertId,
      basis: `${writeTime(rule)} from ${start.what} of ${start.at.slice(0, 10)}`,
    });
  }
  if (alert.estimatedArrivalAt !== null && alert.standing === 'open') {
    deadlines.push({
      clock: 'arrival',
      dueAt: alert.estimatedArrivalAt,
      alertId: alert.alertId,
      basis: `the estimated arrival of shipment ${alert.shipmentId}`,
    });
  }
  return deadlines;
}

/** Of many, the soonest of each clock, soonest first. */
export function soonest(deadlines: readonly Deadline[]): readonly Deadline[] {
  const sorted = deadlines.toSorted(
    (a, b) =>
      compare(a.dueAt, b.dueAt) || compare(a.clock, b.clock) || compare(a.alertId, b.alertId),
  );
  const clocks = new Set<string>();
  return sorted.filter(({ clock }) => !clocks.has(clock) && clocks.add(clock));
}

/** RFC 3339 in UTC with milliseconds, so that times sort as text; null for what is no time. */
export function inUtc(time: string | null | undefined): string | null {
  const milliseconds = time === null || time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

export function addDays(at: string, days: number): string {
  return new Date(Date.parse(at) + days * day).toISOString();
}

function startOf(
  alert: CaseAlert,
  { from }: DeadlineRule,
): { readonly at: string; readonly what: string } | null {
  const times = {
    detention: { at: alert.detainedAt, what: 'the detention' },
    arrival: { at: alert.estimatedArrivalAt, what: 'the estimated arrival' },
    alert: { at: alert.raisedAt, what: 'the alert' },
  };
  for (const each of from) {
    const { at, what } = times[each];
    if (at !== null) return { at, what };
  }
  return null;
}

function after(at: string, { days = 0, months = 0 }: DeadlineRule): string {
  const date = new Date(addDays(at, days));
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  // Three months from 30 November end on the last of February.
  date.setUTCDate(Math.min(dayOfMonth, last));
  const end = date.toISOString();
  // A fifth digit of the year would come with a sign, and sort before all.
  return end.startsWith('+') ? '9999-12-31T23:59:59.999Z' : end;
}

function writeTime({ days, months }: DeadlineRule): string {
  return [
    ...(months === undefined ? [] : [`${months} months`]),
    ...(days === undefined ? [] : [`${days} days`]),
  ].join(' and ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
