import { describe, expect, test } from 'vitest';
import { caseAlert } from '../contract/case-samples.ts';
import type { RegimeAtIssue } from './case.ts';
import { deadlinesOf, inUtc, soonest } from './deadlines.ts';
import { standardPolicy } from './policy.ts';

const raisedAt = '2026-11-30T08:00:00.000Z';
const clock = (amount: number, unit: 'days' | 'months' | 'working-days') => ({
  amount,
  unit,
  startsWith: 'the notice',
  source: 'law',
});
const uflpa: RegimeAtIssue = { regime: 'us-uflpa', status: 'applies', clock: clock(30, 'days') };
const wro: RegimeAtIssue = { regime: 'us-cbp-wro', status: 'applies', clock: clock(3, 'months') };

function due(some: Parameters<typeof caseAlert>[2]): string[] {
  const alert = caseAlert('a1', 'c1', { raisedAt, regimes: [], ...some });
  return deadlinesOf(alert, standardPolicy).map(({ clock, dueAt }) => `${clock} ${dueAt}`);
}

describe('deadlines of an alert', () => {
  test('count the thirty days of the UFLPA from the alert until a detention is known', () => {
    expect(due({ regimes: [uflpa] })).toEqual(['us-uflpa 2026-12-30T08:00:00.000Z']);
    const detainedAt = '2026-12-05T10:00:00.000Z';
    expect(due({ regimes: [uflpa], detainedAt })).toEqual(['us-uflpa 2027-01-04T10:00:00.000Z']);
  });

  test('count the three months of an order from arrival, and end with the month', () => {
    expect(due({ regimes: [wro] })).toEqual(['us-cbp-wro 2027-02-28T08:00:00.000Z']);
    const estimatedArrivalAt = '2026-12-31T00:00:00.000Z';
    expect(due({ regimes: [wro], estimatedArrivalAt, standing: 'held', standingBy: '1' })).toEqual([
      'us-cbp-wro 2027-03-31T00:00:00.000Z',
    ]);
  });

  test('skip weekends where the law counts working days', () => {
    // 30 November 2026 is a Monday.
    const regimes = [{ ...uflpa, clock: clock(6, 'working-days') }];
    expect(due({ regimes })).toEqual(['us-uflpa 2026-12-08T08:00:00.000Z']);
  });

  test('have the arrival as one, until the goods are held', () => {
    const estimatedArrivalAt = '2026-12-02T00:00:00.000Z';
    expect(due({ estimatedArrivalAt })).toEqual(['arrival 2026-12-02T00:00:00.000Z']);
    expect(due({ estimatedArrivalAt, standing: 'held', standingBy: '1' })).toEqual([]);
  });

  test('are none for an alert that is not live or whose regimes give no time', () => {
    const estimatedArrivalAt = '2026-12-02T00:00:00.000Z';
    for (const standing of ['closed', 'superseded', 'withdrawn', 'suppressed'] as const) {
      expect(due({ regimes: [uflpa], estimatedArrivalAt, standing, standingBy: 'x' })).toEqual([]);
    }
    expect(due({ regimes: [{ ...uflpa, clock: null }] })).toEqual([]);
  });

  test('stay sortable as text beyond the last year that is', () => {
    const estimatedArrivalAt = '9999-12-01T00:00:00.000Z';
    expect(due({ regimes: [wro], estimatedArrivalAt })[0]).toBe(
      'us-cbp-wro 9999-12-31T23:59:59.999Z',
    );
  });

  test('of many are the soonest of each clock, soonest first', () => {
    const alerts = [
      caseAlert('a1', 'c1', { raisedAt, regimes: [uflpa, wro] }),
      caseAlert('a2', 'c1', {
        raisedAt: '2026-11-01T08:00:00.000Z',
        regimes: [uflpa],
        estimatedArrivalAt: '2027-02-01T00:00:00.000Z',
      }),
    ];
    const all = soonest(alerts.flatMap((alert) => deadlinesOf(alert, standardPolicy)));
    expect(all.map(({ clock, alertId }) => [clock, alertId])).toEqual([
      ['us-uflpa', 'a2'],
      ['arrival', 'a2'],
      ['us-cbp-wro', 'a1'],
    ]);
  });
});

test('times are written in UTC, and what is none is null', () => {
  expect(inUtc('2026-12-02T01:00:00+02:00')).toBe('2026-12-01T23:00:00.000Z');
  expect(inUtc('2026-12-02')).toBe('2026-12-02T00:00:00.000Z');
  expect(inUtc('soon')).toBeNull();
  expect(inUtc(undefined)).toBeNull();
});
