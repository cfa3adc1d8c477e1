/** The clocks that run for an alert: what its regimes give, and the arrival of its shipment. */
import type { Clock } from '@herkomst/core';
import { isLive, type CaseAlert, type Deadline } from './case.ts';
import type { CasePolicy } from './policy.ts';

const day = 86_400_000;

/** Empty for an alert that is not live. Goods that are held have been decided on before arrival. */
export function deadlinesOf(alert: CaseAlert, policy: CasePolicy): readonly Deadline[] {
  if (!isLive(alert)) return [];
  const deadlines: Deadline[] = [];
  for (const { regime, clock } of alert.regimes) {
    const start = clock === null ? null : startOf(alert, regime, policy);
    if (clock === null || start === null) continue;
    deadlines.push({
      clock: regime,
      dueAt: after(start.at, clock),
      alertId: alert.alertId,
      basis:
        `${clock.amount} ${clock.unit.replace('-', ' ')} from ${clock.startsWith}, ` +
        `counted from ${start.what} of ${start.at.slice(0, 10)}`,
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
  regime: string,
  { clockStarts, otherClockStarts }: CasePolicy,
): { readonly at: string; readonly what: string } | null {
  const times = {
    detention: { at: alert.detainedAt, what: 'the detention' },
    arrival: { at: alert.estimatedArrivalAt, what: 'the estimated arrival' },
    alert: { at: alert.raisedAt, what: 'the alert' },
  };
  for (const each of clockStarts[regime] ?? otherClockStarts) {
    const { at, what } = times[each];
    if (at !== null) return { at, what };
  }
  return null;
}

function after(at: string, { amount, unit }: Pick<Clock, 'amount' | 'unit'>): string {
  const end = addTime(new Date(at), amount, unit).toISOString();
  // A fifth digit of the year would come with a sign, and sort before all.
  return end.startsWith('+') ? '9999-12-31T23:59:59.999Z' : end;
}

function addTime(date: Date, amount: number, unit: Clock['unit']): Date {
  switch (unit) {
    case 'days':
      return new Date(date.getTime() + amount * day);
    case 'working-days':
      return addWorkingDays(date, amount);
    case 'months':
      return addMonths(date, amount);
  }
}

/** Monday to Friday; without the holidays, which differ by place and would only give more time. */
function addWorkingDays(date: Date, amount: number): Date {
  let end = date;
  for (let left = amount; left > 0;) {
    end = new Date(end.getTime() + day);
    if (end.getUTCDay() !== 0 && end.getUTCDay() !== 6) left -= 1;
  }
  return end;
}

/** Three months from 30 November end on the last of February. */
function addMonths(date: Date, amount: number): Date {
  const end = new Date(date);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + amount);
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(date.getUTCDate(), last));
  return end;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
