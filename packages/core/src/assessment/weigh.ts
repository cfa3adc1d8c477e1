/**
 * Turns findings into a score in the open: in each group the strongest piece counts in full, each
 * further one is damped, and the group is capped, so that five spellings of one fact do not count
 * five times. What speaks for and what speaks against is damped and capped apart. What damping or
 * the cap took away is written down as a piece of the finding.
 */
import type { RawFinding } from '../findings/finder.ts';
import { isLasting } from '../findings/remember.ts';
import type { RulebookDefinition } from '../rulebook/definition.ts';
import type { Finding, ScorePiece } from './assessment.ts';
import { logistic, round4 } from './log-odds.ts';
import { keepText } from './serialise.ts';

/** A weighed finding beside the raw one it came from. */
export interface Weighed {
  readonly raw: RawFinding;
  readonly finding: Finding;
}

export function weigh(
  raw: readonly RawFinding[],
  definition: RulebookDefinition,
): readonly Weighed[] {
  if (raw.length === 0) return [];
  const heaviestFirst = raw
    .map((finding) => ({
      finding,
      id: weighedBefore.get(finding)?.finding.id ?? idOf(finding),
      weight: round4(finding.weight),
    }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || compare(a.id, b.id));
  const groups = new Map<string, { share: number; left: number }>();
  const ids = new Map<string, number>();
  const weighed = heaviestFirst.map(({ finding, id, weight }): Weighed => {
    const rule = definition.groups[finding.group];
    if (rule === undefined) throw new RangeError(`no group is called "${finding.group}"`);
    const side = `${weight < 0 ? '-' : '+'}${finding.group}`;
    const group = groups.get(side) ?? { share: 1, left: rule.cap };
    const damped = round4(weight * group.share);
    const contribution = round4(Math.sign(damped) * Math.min(Math.abs(damped), group.left));
    groups.set(side, {
      share: group.share * rule.damping,
      left: round4(group.left - Math.abs(contribution)),
    });
    const seen = ids.get(id) ?? 0;
    ids.set(id, seen + 1);
    if (seen > 0) {
      return { raw: finding, finding: write(finding, `${id}#${seen + 1}`, damped, contribution) };
    }
    const before = weighedBefore.get(finding);
    if (before?.damped === damped && before.finding.contribution === contribution) return before;
    const result = { raw: finding, damped, finding: write(finding, id, damped, contribution) };
    if (isLasting(finding)) {
      weighedBefore.set(finding, result);
      keepText(result.finding);
    }
    return result;
  });
  return weighed.toSorted(
    (a, b) =>
      b.finding.contribution - a.finding.contribution || compare(a.finding.id, b.finding.id),
  );
}

/** How a finding that lasts was weighed last: mostly as it will be next. */
const weighedBefore = new WeakMap<RawFinding, Weighed & { readonly damped: number }>();

/** Members in order of their names, as in all of an assessment: see assess.ts. */
function write(raw: RawFinding, id: string, damped: number, contribution: number): Finding {
  const weight = round4(raw.weight);
  return {
    citation: raw.citation,
    contribution,
    factor: raw.factor,
    group: raw.group,
    id,
    match: raw.match,
    matched: raw.matched,
    path: raw.path,
    pieces: [
      ...raw.pieces.map((piece) => ({
        explanation: piece.explanation,
        label: piece.label,
        weight: piece.weight,
      })),
      ...reductions(raw.group, weight, damped, contribution),
    ],
    summary: raw.summary,
    weight,
  };
}

/** logistic(intercept + slope × (baseline + contributions)), four decimals; see assessment.ts. */
export function scoreOf(
  baseline: number,
  contributions: readonly number[],
  { intercept, slope }: RulebookDefinition['calibration'],
): number {
  const sum = contributions.reduce((total, each) => round4(total + each), baseline);
  return round4(logistic(intercept + slope * sum));
}

function reductions(
  group: string,
  weight: number,
  damped: number,
  contribution: number,
): ScorePiece[] {
  const pieces: ScorePiece[] = [];
  const byDamping = round4(damped - weight);
  if (byDamping !== 0) {
    pieces.push({
      explanation: `heavier evidence of the kind "${group}" was counted already`,
      label: 'told before',
      weight: byDamping,
    });
  }
  const byCap = round4(contribution - damped);
  if (byCap !== 0) {
    pieces.push({
      explanation: `evidence of the kind "${group}" has reached its cap`,
      label: 'cap',
      weight: byCap,
    });
  }
  return pieces;
}

function idOf({ factor, path, citation, matched }: RawFinding): string {
  const cited = citation === null ? matched : `${citation.list}:${citation.entry}`;
  return `${factor}|${path}|${cited}`;
}

/** By UTF-16 units: the same on every machine and in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
