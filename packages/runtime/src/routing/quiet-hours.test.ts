import { describe, expect, it } from 'vitest';
import { everyHours, nextDigest } from './digest-times.ts';
import type { QuietHours } from './policy.ts';
import { isQuiet, quietUntil } from './quiet-hours.ts';
import { isTimeZone, nextWallTime } from './wall-clock.ts';

const timeZone = 'Europe/Amsterdam';
const nights: QuietHours = {
  timeZone,
  daily: { from: 22 * 60, to: 7 * 60 },
  days: [],
  unless: null,
};
const noon: QuietHours = { ...nights, daily: { from: 12 * 60, to: 13 * 60 } };

function until(hours: QuietHours, at: string): string | null {
  const end = quietUntil(hours, Date.parse(at));
  return end === null ? null : new Date(end).toISOString();
}

describe('quiet hours', () => {
  it.each([
    ['a winter evening', '2026-01-15T20:59:59.999Z', false],
    ['ten o’clock', '2026-01-15T21:00:00.000Z', true],
    ['past midnight', '2026-01-16T00:30:00.000Z', true],
    ['the last millisecond', '2026-01-16T05:59:59.999Z', true],
    ['seven o’clock', '2026-01-16T06:00:00.000Z', false],
    ['ten o’clock in summer', '2026-07-15T20:00:00.000Z', true],
  ])('know %s', (_, at, quiet) => {
    expect(isQuiet(nights, Date.parse(at))).toBe(quiet);
  });

  it.each([
    ['in winter', '2026-01-15T23:00:00.000Z', '2026-01-16T06:00:00.000Z'],
    ['in summer', '2026-07-15T23:00:00.000Z', '2026-07-16T05:00:00.000Z'],
    // Clocks go from 2:00 to 3:00 on 29 March 2026, from 3:00 to 2:00 on 25 October.
    ['in the night that is an hour shorter', '2026-03-28T21:30:00Z', '2026-03-29T05:00:00.000Z'],
    ['in the night that is an hour longer', '2026-10-24T20:30:00Z', '2026-10-25T06:00:00.000Z'],
    ['not at all by day', '2026-01-15T12:00:00.000Z', '2026-01-15T12:00:00.000Z'],
  ])('end %s', (_, at, end) => {
    expect(until(nights, at)).toBe(end);
  });

  it('end when the clock is set forward over their end', () => {
    const hours = { ...nights, daily: { from: 22 * 60, to: 150 } };
    expect(until(hours, '2026-03-28T23:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(until(hours, '2026-03-27T23:00:00Z')).toBe('2026-03-28T01:30:00.000Z');
  });

  it('are quiet again in the hour that the clock shows twice', () => {
    const hours = { ...nights, daily: { from: 22 * 60, to: 150 } };
    // 2:30 in summer time, then 2:00 to 2:30 in winter time.
    expect(until(hours, '2026-10-24T23:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(until(hours, '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('within a day are as quiet as those past midnight', () => {
    expect(until(noon, '2026-01-15T11:30:00Z')).toBe('2026-01-15T12:00:00.000Z');
    expect(until(noon, '2026-01-15T12:00:00Z')).toBe('2026-01-15T12:00:00.000Z');
  });

  it('of a weekend end with the night after it', () => {
    const hours: QuietHours = { ...nights, days: [6, 0] };
    // Friday 23:00 local until Monday 7:00.
    expect(until(hours, '2026-03-27T22:00:00Z')).toBe('2026-03-30T05:00:00.000Z');
    expect(until({ ...hours, daily: null }, '2026-03-28T10:00:00Z')).toBe(
      '2026-03-29T22:00:00.000Z',
    );
  });

  it('that never end keep nothing back', () => {
    expect(
      until({ ...nights, daily: null, days: [0, 1, 2, 3, 4, 5, 6] }, '2026-01-15T12:00:00Z'),
    ).toBeNull();
  });
});

describe('digests', () => {
  const next = (at: string, times: readonly number[], zone = timeZone) =>
    new Date(nextDigest({ timeZone: zone, at: times, unless: null }, Date.parse(at))).toISOString();

  it('are sent at the next of their times, never at once', () => {
    expect(next('2026-01-15T06:59:00Z', [480, 960])).toBe('2026-01-15T07:00:00.000Z');
    expect(next('2026-01-15T07:00:00Z', [480, 960])).toBe('2026-01-15T15:00:00.000Z');
    expect(next('2026-01-15T15:00:00Z', [480, 960])).toBe('2026-01-16T07:00:00.000Z');
  });

  it('keep their local time when the clock is set', () => {
    expect(next('2026-03-28T07:00:00Z', [480])).toBe('2026-03-29T06:00:00.000Z');
    expect(next('2026-10-24T06:00:00Z', [480])).toBe('2026-10-25T07:00:00.000Z');
  });

  it('every six hours are sent at midnight, six, noon and six', () => {
    expect(everyHours(6)).toEqual([0, 360, 720, 1080]);
    expect(next('2026-01-15T20:00:00Z', everyHours(6))).toBe('2026-01-15T23:00:00.000Z');
    expect(everyHours(24)).toEqual([0]);
  });

  it('go by any place’s clock', () => {
    expect(next('2026-01-15T00:00:00Z', [480], 'Asia/Kathmandu')).toBe('2026-01-15T02:15:00.000Z');
    expect(next('2026-01-15T00:00:00Z', [480], 'America/Los_Angeles')).toBe(
      '2026-01-15T16:00:00.000Z',
    );
    expect(next('2026-01-15T00:00:00.500Z', [0], 'UTC')).toBe('2026-01-16T00:00:00.000Z');
  });
});

describe('the clock on the wall', () => {
  it('knows places, and which are none', () => {
    expect(isTimeZone('Europe/Amsterdam')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
  });

  it('shows every minute of a year at the moment that it says is next', () => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 37 * 3_600_000) {
      const minute = (at / 60_000) % 1440;
      const next = nextWallTime(at, minute, timeZone);
      expect(next).toBeGreaterThan(at);
      expect(next - at).toBeLessThanOrEqual(25 * 3_600_000);
    }
  });
});
