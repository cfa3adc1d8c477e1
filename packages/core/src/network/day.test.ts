import { describe, expect, test } from 'vitest';
import { dateOf, dayOf, noDay } from './day.ts';

describe('days', () => {
  test('agree with the calendar, day by day over four centuries of it', () => {
    for (let day = -80_000; day < 80_000; day += 41) {
      const date = dateOf(day) ?? '';
      expect(dayOf(date)).toBe(day);
      expect(Date.parse(date) / 86_400_000).toBe(day);
    }
    expect(dayOf('2000-02-29')).toBe(Date.parse('2000-02-29') / 86_400_000);
  });

  test('an absent date is no day', () => {
    expect(dayOf(undefined)).toBe(noDay);
    expect(dateOf(noDay)).toBeUndefined();
  });

  test.each([
    '',
    '2026',
    '2026-1-01',
    '2026-13-01',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026/01/01',
    '2026-01-01T00:00:00Z',
    'abcd-ef-gh',
  ])('refuses %j', (text) => {
    expect(() => dayOf(text)).toThrow(RangeError);
  });
});
