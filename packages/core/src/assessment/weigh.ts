/**
 * Turns findings into a score in the open: in each group the strongest piece counts in full, each
 * further one is damped, and the group is capped, so that five spellings of one fact do not count
 * five times. What damping or the cap took away is written down as a piece of the finding.
 */
import type { RawFinding } from '../findings/finder.ts';
import type { RulebookDefinition } from '../rulebook/definition.ts';
import type { Finding, ScorePiece } from './assessment.ts';
import { logistic, round4 } from './log-odds.ts';

/** A weighed finding beside the raw one it came from. */
export interface Weighed {
  readonly raw: RawFinding;
  readonly finding: Finding;
}

export function weigh(
  raw: readonly RawFinding[],
  definition: RulebookDefinition,
): readonly Weighed[] {
  const heaviestFirst = raw
    .map((finding) => ({ finding, id: idOf(finding) }))
    .toSorted(
      (a, b) => Math.abs(b.finding.weight) - Math.abs(a.finding.weight) || compare(a.id, b.id),
    );
  const groups = new Map<string, { share: number; left: number }>();
  const ids = new Map<string, number>();
  const weighed = heaviestFirst.map(({ finding, id }): Weighed => {
    const rule = definition.groups[finding.group];
    if (rule === undefined) throw new RangeError(`no group is called "${finding.group}"`);
    const group = groups.get(finding.group) ?? { share: 1, left: rule.cap };
    const damped = round4(finding.weight * group.share);
    const contribution = round4(damped > 0 ? Math.min(damped, group.left) : damped);
    groups.set(finding.group, {
      share: group.share * rule.damping,
      left: round4(group.left - Math.max(contribution, 0)),
    });
    const seen = ids.get(id) ?? 0;
    ids.set(id, seen + 1);
    return {
      raw: finding,
      finding: {
        id: seen === 0 ? id : `${id}#${seen + 1}`,
        factor: finding.factor,
        group: finding.group,
        summary: finding.summary,
        path: finding.path,
        matched: finding.matched,
        weight: round4(finding.weight),
        contribution,
        pieces: [...finding.pieces, ...reductions(finding, damped, contribution)],
        citation: finding.citation,
        match: finding.match,
      },
    };
  });
  return weighed.toSorted(
    (a, b) =>
      b.finding.contribution - a.finding.contribution || compare(a.finding.id, b.finding.id),
  );
}

/** logistic(baseline + contributions), four decimals; see assessment.ts. */
export function scoreOf(baseline: number, contributions: readonly number[]): number {
  const sum = contributions.reduce((total, each) => round4(total + each), baseline);
  return round4(logistic(sum));
}

function reductions(finding: RawFinding, damped: number, contribution: number): ScorePiece[] {
  const pieces: ScorePiece[] = [];
  const byDamping = round4(damped - finding.weight);
  if (byDamping !== 0) {
    pieces.push({
      label: 'told before',
      weight: byDamping,
      explanation: `heavier evidence of the kind "${finding.group}" was counted already`,
    });
  }
  const byCap = round4(contribution - damped);
  if (byCap !== 0) {
    pieces.push({
      label: 'cap',
      weight: byCap,
      explanation: `evidence of the kind "${finding.group}" has reached its cap`,
    });
  }
  return pieces;
}

function idOf({ factor, path, citation, matched }: RawFinding): string {
  const cited = citation === null ? matched : `${citation.list}:${citation.entry}`;
  return `${factor}|${path}|${cited}`;
}

/** Code-point order: the same on every machine and in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
