import { describe, expect, test } from 'vitest';
import type { Claim } from '../findings/finder.ts';
import { plainFinding } from '../findings/finding.ts';
import { definitionForTests } from '../testing/definition.ts';
import { uflpaForTests } from '../testing/rulebook.ts';
import type { Determination, DeterminationStatus, Gap } from './assessment.ts';
import { severityOf, verdictOf } from './verdict.ts';
import { weigh } from './weigh.ts';

const ruled = (status: DeterminationStatus, regime = 'us-uflpa'): Determination => ({
  regime,
  status,
  basis: '',
  explanation: '',
  findings: [],
  recommendedAction: '',
  documents: [],
  clock: null,
  url: '',
});
const gap: Gap = { factor: 'entity.listed', path: 'data.parties', reason: 'nobody is named' };
const claimed = (claim: Claim) =>
  weigh(
    [
      plainFinding({
        factor: 'entity.listed',
        group: 'entity',
        summary: '',
        path: 'a',
        matched: 'a',
        weight: 0.1,
        because: ['', ''],
        claim,
      }),
    ],
    definitionForTests,
  );
const candidate = (inForce: boolean, goodsCovered = true) =>
  claimed({
    kind: 'listed-entity',
    entity: uflpaForTests.entities[0] as (typeof uflpaForTests.entities)[number],
    list: 'us-uflpa',
    role: 'exporter',
    automatic: false,
    inForce,
    goodsCovered,
  });
const verdict = (
  score: number,
  gaps: readonly Gap[] = [],
  determinations: readonly Determination[] = [],
  weighed: ReturnType<typeof claimed> = [],
) => verdictOf(score, gaps, weighed, determinations, definitionForTests);

describe('the verdict', () => {
  test.each([
    [0.1, 'clear'],
    [0.25, 'review'],
    [0.7, 'alert'],
  ])('by a score of %d is %s', (score, expected) => {
    expect(verdict(score)).toBe(expected);
  });

  test.each(['us-uflpa', 'us-cbp-wro', 'oecd-due-diligence'])(
    'is an alert where %s applies, whatever the score, and with gaps too',
    (regime) => {
      expect(verdict(0.01, [gap], [ruled('applies', regime)])).toBe('alert');
    },
  );

  test.each<DeterminationStatus>([
    'advisory',
    'indicated',
    'not-indicated',
    'not-applicable',
    'undetermined',
  ])('is none where a rule is %s', (status) => {
    expect(verdict(0.1, [], [ruled(status)])).toBe('clear');
  });

  test('with a gap is never clear, and never a review that would hide it', () => {
    expect(verdict(0.01, [gap])).toBe('unknown');
    expect(verdict(0.5, [gap])).toBe('unknown');
    expect(verdict(0.9, [gap])).toBe('alert');
  });

  test('is a review where somebody on a list may be meant, however little it weighs', () => {
    expect(verdict(0.01, [], [], candidate(true))).toBe('review');
    expect(verdict(0.01, [], [], candidate(false))).toBe('clear');
    expect(verdict(0.01, [], [], candidate(true, false))).toBe('clear');
  });
});

describe('the severity', () => {
  test.each([
    [0.1, 'low'],
    [0.5, 'medium'],
    [0.8, 'high'],
    [0.95, 'critical'],
  ])('by a score of %d is %s', (score, expected) => {
    expect(severityOf(score, [], definitionForTests)).toBe(expected);
  });

  test('is at least high where a rule applies', () => {
    expect(severityOf(0.1, [ruled('applies')], definitionForTests)).toBe('high');
    expect(severityOf(0.1, [ruled('indicated')], definitionForTests)).toBe('low');
  });
});
