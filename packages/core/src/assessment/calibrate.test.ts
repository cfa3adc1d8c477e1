import { describe, expect, test } from 'vitest';
import { fitCalibration, type LabelledSum } from './calibrate.ts';
import { logistic } from './log-odds.ts';

/** Cases whose truth follows the given calibration: at each sum as many tainted as it says. */
function casesOf(slope: number, intercept: number): LabelledSum[] {
  return [-6, -4, -2, -1, 0, 1, 2, 4, 6].flatMap((sum) => {
    const tainted = Math.round(2000 * logistic(intercept + slope * sum));
    return Array.from({ length: 2000 }, (_each, n) => ({ sum, tainted: n < tainted }));
  });
}

describe('a calibration', () => {
  test.each([
    [1, 0],
    [0.5, -1],
    [1.8, 0.7],
  ])('finds back a slope of %d and an intercept of %d', (slope, intercept) => {
    const found = fitCalibration(casesOf(slope, intercept));
    expect(found.slope).toBeCloseTo(slope, 1);
    expect(found.intercept).toBeCloseTo(intercept, 1);
  });

  test('stays finite where the cases fall apart cleanly', () => {
    const found = fitCalibration([
      { sum: -3, tainted: false },
      { sum: -2, tainted: false },
      { sum: 2, tainted: true },
      { sum: 3, tainted: true },
    ]);
    expect(found.slope).toBeGreaterThan(0);
    expect(found.slope).toBeLessThan(5);
  });

  test('needs both kinds of case', () => {
    expect(() => fitCalibration([{ sum: 1, tainted: true }])).toThrow(/both kinds/);
  });
});
