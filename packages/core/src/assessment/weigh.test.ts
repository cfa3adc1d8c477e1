import { describe, expect, test } from 'vitest';
import type { RawFinding } from '../findings/finder.ts';
import { plainFinding } from '../findings/finding.ts';
import { definitionForTests } from '../testing/definition.ts';
import { scoreOf, weigh } from './weigh.ts';

/** In the test rulebook the group 'goods' has a cap of 2 and a damping of 0.5. */
const sign = (weight: number, path = 'a', group = 'goods'): RawFinding =>
  plainFinding({
    factor: 'goods.priority-sector',
    group,
    summary: path,
    path,
    matched: path,
    weight,
    because: ['sign', 'as told'],
    claim: { kind: 'risk-goods' },
  });
const contributions = (...raw: RawFinding[]): number[] =>
  weigh(raw, definitionForTests).map(({ finding }) => finding.contribution);

describe('signs of one kind', () => {
  test('count in full, then in part, then no more than the cap', () => {
    expect(contributions(sign(1, 'a'), sign(1, 'b'), sign(1, 'c'))).toEqual([1, 0.5, 0.25]);
    expect(contributions(sign(1.5, 'a'), sign(1.5, 'b'), sign(1.5, 'c'))).toEqual([1.5, 0.5, 0]);
  });

  test('count alike whatever order they were found in', () => {
    const signs = [sign(0.4, 'x'), sign(1, 'b'), sign(1, 'a'), sign(0.7, 'y')];
    const turned = weigh(signs.toReversed(), definitionForTests);
    expect(turned).toEqual(weigh(signs, definitionForTests));
  });

  test('leave those of another kind alone', () => {
    expect(contributions(sign(2, 'a'), sign(2, 'b', 'contradiction'))).toEqual([2, 2]);
  });

  test('that speak against are damped and capped apart from those that speak for', () => {
    const against = (weight: number, path: string) => sign(weight, path, 'counter');
    expect(contributions(against(-1, 'a'), against(-1, 'b'), against(-1, 'c'))).toEqual([
      0, -0.5, -1,
    ]);
    expect(contributions(against(-3, 'a'), against(1, 'b'))).toEqual([1, -1.5]);
  });

  test('have pieces that say what was taken away and why', () => {
    const [, second] = weigh([sign(1.8, 'a'), sign(1.8, 'b')], definitionForTests);
    expect(second?.finding.pieces).toEqual([
      { explanation: 'as told', label: 'sign', weight: 1.8 },
      { explanation: expect.stringContaining('goods'), label: 'told before', weight: -0.9 },
      { explanation: expect.stringContaining('cap'), label: 'cap', weight: -0.7 },
    ]);
  });

  test('that are the same to the letter have ids of their own', () => {
    const ids = weigh([sign(1), sign(1)], definitionForTests).map(({ finding }) => finding.id);
    expect(new Set(ids).size).toBe(2);
  });
});

test('pieces add up to the contribution in ten-thousandths, for any weights', () => {
  const whole = (value: number): number => Math.round(value * 10_000);
  // Weights that do not fall on four decimals, spread over both sides of zero.
  for (let seed = 1; seed <= 500; seed += 1) {
    const raw = [0, 1, 2, 3].map((n) =>
      sign(Math.sin(seed * 12.9898 + n * 78.233) * 5, `p${n}`, n % 2 === 0 ? 'goods' : 'place'),
    );
    for (const { finding } of weigh(raw, definitionForTests)) {
      const sum = finding.pieces.reduce((total, { weight }) => total + whole(weight), 0);
      expect(sum).toBe(whole(finding.contribution));
    }
  }
});

test('a group the rulebook does not know is an error that names it', () => {
  expect(() => weigh([sign(1, 'a', 'hearsay')], definitionForTests)).toThrow(/hearsay/);
});

describe('the score', () => {
  test('is the logistic of the calibrated sum', () => {
    expect(scoreOf(0, [], { intercept: 0, slope: 1 })).toBe(0.5);
    expect(scoreOf(-3.8918, [], { intercept: 0, slope: 1 })).toBe(0.02);
    expect(scoreOf(-1, [3], { intercept: -1, slope: 0.5 })).toBe(0.5);
  });

  test('does not drift over many small steps', () => {
    const steps = Array.from({ length: 1000 }, () => 0.0001);
    expect(scoreOf(-0.1, steps, { intercept: 0, slope: 1 })).toBe(0.5);
  });
});
