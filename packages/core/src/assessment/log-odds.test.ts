import { describe, expect, test } from 'vitest';
import { logistic, logit, round4, temper } from './log-odds.ts';

test('log-odds and probability turn into one another', () => {
  for (const p of [0.001, 0.02, 0.5, 0.97]) expect(logistic(logit(p))).toBeCloseTo(p, 12);
});

test('rounding keeps four decimals and knows no negative zero', () => {
  expect(round4(1.23456)).toBe(1.2346);
  expect(Object.is(round4(-0.00001), 0)).toBe(true);
});

describe('evidence that is only probable', () => {
  const baseline = logit(0.02);

  test('makes the score the mean of both cases', () => {
    const weight = temper(8, 0.5, baseline);
    const mean = 0.5 * logistic(baseline + 8) + 0.5 * 0.02;
    expect(logistic(baseline + weight)).toBeCloseTo(mean, 12);
  });

  test('counts in full when sure, for nothing when impossible', () => {
    expect(temper(8, 1, baseline)).toBeCloseTo(8, 10);
    expect(temper(8, 0, baseline)).toBeCloseTo(0, 10);
  });
});
