import type { AlertData } from '@herkomst/core';
import { describe, expect, it } from 'vitest';
import { everythingAtOnce, noFilter, type DeliveryPolicy } from './policy.ts';
import { arrivalPriority } from './priority.ts';
import { route, type Predecessor } from './route.ts';
import { alertData, determination, raisedEntry, withdrawnEntry } from './samples.testing.ts';
import { predecessorOf, readSubject, type NoticeSubject } from './subject.ts';

const now = Date.parse('2026-01-15T23:00:00.000Z');
const quietHours = {
  timeZone: 'Europe/Amsterdam',
  daily: { from: 22 * 60, to: 7 * 60 },
  days: [],
  unless: 'critical',
} as const;
const digest = { timeZone: 'Europe/Amsterdam', at: [6 * 60, 8 * 60], unless: 'critical' } as const;
const morning = '2026-01-16T06:00:00.000Z';

function policy(some: Partial<DeliveryPolicy>): DeliveryPolicy {
  return { ...everythingAtOnce, ...some };
}
const filtering = (filter: Partial<DeliveryPolicy['filter']>) =>
  policy({ filter: { ...noFilter, ...filter } });

function raised(some: Partial<AlertData> = {}): NoticeSubject {
  return { kind: 'raised', alert: alertData(some) };
}
const withdrawn: NoticeSubject = { kind: 'withdrawn', alertId: 'a0' };

function decide(
  subject: NoticeSubject,
  rules: DeliveryPolicy | undefined,
  predecessor: Predecessor | null = null,
) {
  return route({ subject, predecessor, now }, rules);
}

describe('a receiver without rules', () => {
  it('is told of everything at once', () => {
    for (const subject of [raised(), withdrawn, { kind: 'other' } as const]) {
      expect(decide(subject, undefined)).toEqual({ kind: 'due' });
    }
  });
});

describe('a filter', () => {
  const cotton = { name: 'cotton', hsPrefixes: ['5201'], titles: ['Cotton'] };
  const hair = { name: '6704', hsPrefixes: ['6704'], titles: [] };

  it.each<[string, DeliveryPolicy, Partial<AlertData>, string | null]>([
    ['severity', filtering({ severity: 'high' }), { severity: 'high' }, null],
    ['severity', filtering({ severity: 'high' }), { severity: 'critical' }, null],
    [
      'severity',
      filtering({ severity: 'high' }),
      { severity: 'medium' },
      'its severity medium is below high',
    ],
    [
      'a severity that nobody knows',
      filtering({ severity: 'high' }),
      { severity: 'odd' as 'low' },
      null,
    ],
    [
      'regime',
      filtering({ regimes: ['us-uflpa'] }),
      { determinations: [determination('us-uflpa', 'indicated')] },
      null,
    ],
    [
      'a regime that could not be determined',
      filtering({ regimes: ['us-uflpa'] }),
      { determinations: [determination('us-uflpa', 'undetermined')] },
      null,
    ],
    [
      'a regime that does not bind',
      filtering({ regimes: ['us-uflpa', 'us-caatsa'] }),
      { determinations: [determination('us-uflpa', 'not-applicable')] },
      'none of us-uflpa, us-caatsa is at issue',
    ],
    ['commodity code', filtering({ commodities: [cotton, hair] }), {}, null],
    ['commodity', filtering({ commodities: [cotton] }), {}, 'its goods are none of cotton'],
    [
      'what the goods were taken for',
      filtering({ commodities: [cotton] }),
      {
        determinations: [
          determination('us-uflpa', 'applies', {
            documents: [{ commodity: 'Cotton', documents: [], lines: [1] }],
          }),
        ],
      },
      null,
    ],
    ['source', filtering({ sources: ['urn:broker'] }), {}, null],
    ['source', filtering({ sources: ['urn:other'] }), {}, 'it comes from urn:broker'],
  ])('by %s', (_, rules, alert, reason) => {
    expect(decide(raised(alert), rules)).toEqual(
      reason === null ? { kind: 'due' } : { kind: 'filtered', reason },
    );
  });

  it('lets through what it can not judge', () => {
    expect(decide({ kind: 'other' }, filtering({ severity: 'critical' }))).toEqual({ kind: 'due' });
  });
});

describe('a withdrawal', () => {
  const high = filtering({ severity: 'high' });
  const low = alertData({ severity: 'low' });

  it('goes to whoever was told of the alert, on whatever rules', () => {
    for (const state of ['due', 'taken', 'given-up'] as const) {
      const delivery = { state, heldUntil: null, gathered: false, reason: null };
      expect(decide(withdrawn, high, { alert: low, delivery })).toEqual({ kind: 'due' });
    }
  });

  it('goes to nobody who was not', () => {
    const delivery = {
      state: 'filtered',
      heldUntil: null,
      gathered: false,
      reason: 'its severity low is below high',
    } as const;
    expect(decide(withdrawn, high, { alert: alertData(), delivery })).toEqual({
      kind: 'filtered',
      reason: 'it was not told of the alert: its severity low is below high',
    });
  });

  it('goes by the alert where nothing is known of the telling', () => {
    expect(decide(withdrawn, high, { alert: alertData(), delivery: null })).toEqual({
      kind: 'due',
    });
    expect(decide(withdrawn, high, { alert: low, delivery: null }).kind).toBe('filtered');
    expect(decide(withdrawn, high, { alert: null, delivery: null })).toEqual({ kind: 'due' });
  });

  it('waits with the alert', () => {
    const delivery = {
      state: 'held',
      heldUntil: morning,
      gathered: true,
      reason: 'digest',
    } as const;
    expect(decide(withdrawn, undefined, { alert: alertData(), delivery })).toEqual({
      kind: 'gathered',
      until: morning,
      reason: 'digest',
    });
  });
});

describe('an alert that replaces another', () => {
  it('goes to whoever was told of that, be it ever so small', () => {
    const high = filtering({ severity: 'high' });
    const taken = { state: 'taken', heldUntil: null, gathered: false, reason: null } as const;
    const filteredOut = { ...taken, state: 'filtered' } as const;
    const small = raised({ severity: 'low', supersedes: 'a0' });
    expect(decide(small, high, { alert: alertData(), delivery: taken })).toEqual({ kind: 'due' });
    expect(decide(small, high, { alert: alertData(), delivery: filteredOut })).toEqual({
      kind: 'filtered',
      reason: 'its severity low is below high',
    });
    expect(
      decide(raised({ supersedes: 'a0' }), high, { alert: null, delivery: filteredOut }),
    ).toEqual({ kind: 'due' });
  });

  it('does not wait with it where it is grave', () => {
    const delivery = {
      state: 'held',
      heldUntil: morning,
      gathered: false,
      reason: 'quiet hours',
    } as const;
    const grave = raised({ severity: 'critical', supersedes: 'a0' });
    expect(decide(grave, policy({ quietHours }), { alert: alertData(), delivery })).toEqual({
      kind: 'due',
    });
  });
});

describe('quiet hours and digests', () => {
  it('hold what is not grave, and let through what is', () => {
    const rules = policy({ quietHours });
    expect(decide(raised(), rules)).toEqual({
      kind: 'held',
      until: morning,
      reason: 'quiet hours',
    });
    expect(decide(raised({ severity: 'critical' }), rules)).toEqual({ kind: 'due' });
  });

  it('gather for the next digest, and let through what is grave', () => {
    const rules = policy({ digest });
    const six = '2026-01-16T05:00:00.000Z';
    expect(decide(raised(), rules)).toEqual({ kind: 'gathered', until: six, reason: 'digest' });
    expect(decide(raised({ severity: 'critical' }), rules)).toEqual({ kind: 'due' });
  });

  it('send no digest into quiet hours', () => {
    expect(decide(raised(), policy({ digest, quietHours }))).toMatchObject({ until: morning });
  });
});

describe('the urgency of an alert', () => {
  it('is that of the shipment that arrives first, and of one that nobody knows about', () => {
    const raisedAt = '2026-01-15T00:00:00Z';
    const soon = arrivalPriority('2026-01-16T00:00:00Z', raisedAt);
    expect(soon).toBeLessThan(arrivalPriority('2026-01-16T00:15:00+00:00', raisedAt));
    expect(arrivalPriority(null, raisedAt)).toBeLessThan(soon);
    expect(arrivalPriority('no time', raisedAt)).toBe(arrivalPriority(null, raisedAt));
    expect(arrivalPriority('1999-01-01T00:00:00Z', raisedAt)).toBe(1);
    expect(arrivalPriority('2999-01-01T00:00:00Z', raisedAt)).toBe(2 ** 21 - 1);
  });
});

describe('a notice', () => {
  it('is read for what it is about, and never refused', () => {
    expect(readSubject(raisedEntry('a1', { supersedes: 'a0' }))).toMatchObject({ kind: 'raised' });
    expect(predecessorOf(readSubject(raisedEntry('a1', { supersedes: 'a0' })))).toBe('a0');
    expect(predecessorOf(readSubject(withdrawnEntry('a1')))).toBe('a1');
    for (const document of ['', '{}', 'null', '{"data":{"severity":"high"}}']) {
      expect(readSubject({ type: 'org.herkomst.alert.raised.v1', document })).toEqual({
        kind: 'other',
      });
    }
  });
});
