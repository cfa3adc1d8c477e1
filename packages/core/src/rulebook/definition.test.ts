import { expect, test } from 'vitest';
import { definitionForTests } from '../testing/definition.ts';
import { rulebookSchema } from './definition.ts';

const faults = (changes: object) =>
  rulebookSchema
    .safeParse({ ...definitionForTests, ...changes })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('a rulebook reads back as itself', () => {
  expect(rulebookSchema.parse(JSON.parse(JSON.stringify(definitionForTests)))).toEqual(
    definitionForTests,
  );
});

test.each<[string, object, RegExp]>([
  ['a group that is not there', { groups: {} }, /no group is called "entity"/],
  [
    'thresholds the wrong way round',
    { thresholds: { review: 0.8, alert: 0.7 } },
    /above the one for alert/,
  ],
  [
    'severities that do not rise',
    { severity: { medium: 0.9, high: 0.8, critical: 0.95 } },
    /must rise/,
  ],
  [
    'a calibration that turns evidence round',
    { calibration: { slope: -1, intercept: 0 } },
    /calibration\.slope/,
  ],
  [
    'a weight for what speaks against that speaks for',
    {
      factors: {
        ...definitionForTests.factors,
        'against.inputs-known': { group: 'counter', weight: 0.5 },
      },
    },
    /against\.inputs-known\.weight/,
  ],
  [
    'a factor nobody knows',
    { factors: { ...definitionForTests.factors, 'place.moon': {} } },
    /place\.moon/,
  ],
])('%s is refused', (_what, changes, fault) => {
  expect(faults(changes).join('\n')).toMatch(fault);
});
