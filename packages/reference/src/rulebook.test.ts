import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { loadRulebook, parseRulebook, RulebookError, standardRulebook } from './rulebook.ts';

const standard = readFileSync(standardRulebook, 'utf8');

function faultsOf(text: string) {
  try {
    parseRulebook(text, 'test.yaml');
  } catch (error) {
    if (error instanceof RulebookError) return error.faults;
    throw error;
  }
  return [];
}

describe('the standard rulebook', () => {
  test('is valid', async () => {
    const rulebook = await loadRulebook();
    expect(rulebook.id).toBe('standard');
  });

  test('can not alert on goods alone', async () => {
    const { baseRate, groups, thresholds } = await loadRulebook();
    const cap = groups['goods']?.cap ?? Infinity;
    const odds = (baseRate / (1 - baseRate)) * Math.exp(cap);
    expect(odds / (1 + odds)).toBeLessThan(thresholds.review);
  });
});

describe('a faulty rulebook', () => {
  test('names the line and the path of each fault', () => {
    const text = standard.replace('weight: 7.5', 'weight: heavy').replace('alert: 0.7', 'alert: 7');
    const weight = text.split('\n').findIndex((line) => line.includes('heavy')) + 1;
    const alert = text.split('\n').findIndex((line) => line.includes('alert: 7')) + 1;
    expect(faultsOf(text).map(({ line, path }) => ({ line, path }))).toEqual([
      { line: alert, path: 'thresholds.alert' },
      { line: weight, path: 'factors.entity.listed.weight' },
    ]);
  });

  test('refuses an unknown weight, a group that is not there, thresholds the wrong way round', () => {
    expect(
      faultsOf(standard.replace('damping: 0.1', 'dampening: 0.1')).map(({ path }) => path),
    ).toEqual(['groups.entity.damping', 'groups.entity.dampening']);
    expect(faultsOf(standard.replace('group: place', 'group: palace'))[0]?.message).toContain(
      'palace',
    );
    expect(faultsOf(standard.replace('review: 0.25', 'review: 0.9'))[0]?.path).toBe(
      'thresholds.review',
    );
  });

  test('names the line where the YAML itself is broken', () => {
    expect(faultsOf('id: standard\nversion: [1\ntitle: x\n')[0]?.line).toBeGreaterThanOrEqual(2);
  });

  test('says which file is missing', async () => {
    await expect(loadRulebook('nowhere.yaml')).rejects.toThrow(/nowhere\.yaml/);
  });
});
