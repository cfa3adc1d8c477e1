/**
 * Turns findings into a score in the open: in each group the strongest piece counts in full, each
 * further one is damped, and the group is capped, so that five spellings of one fact do not count
 * five times. What speaks for and what speaks against is damped and capped apart. What damping or
 * the cap took away is written down as a piece of the finding.
 */
import type { RawFinding } from '../findings/finder.ts';
import type { RulebookDefinition } from '../rulebook/definition.ts';
import type { Finding, ScorePiece } from './assessment.ts';
import { logistic, round4 } from './log-odds.ts';

/** A weighed finding beside the raw one it came from. */
export interface Weighed {
  readonly raw: RawFinding;
  readonly finding: Finding;
  /** The finding as JSON, of findings that are kept; else null. */
  readonly text: string | null;
}

/** The findings of a group as they came, and what they weigh beside one another. */
export interface WeighedGroup {
  readonly raw: readonly RawFinding[];
  readonly weighed: readonly Weighed[];
}

export function weigh(
  raw: readonly RawFinding[],
  { groups }: RulebookDefinition,
): readonly Weighed[] {
  const byGroup = new Map<string, RawFinding[]>();
  for (const finding of raw) {
    const group = byGroup.get(finding.group);
    if (group === undefined) byGroup.set(finding.group, [finding]);
    else group.push(finding);
  }
  const weighed: Weighed[] = [];
  for (const [group, findings] of byGroup) {
    const rule = groups[group];
    if (rule === undefined) throw new RangeError(`no group is called "${group}"`);
    for (const each of weighGroup(findings, rule)) weighed.push(each);
  }
  return weighed.sort(
    (a, b) =>
      b.finding.contribution - a.finding.contribution || compare(a.finding.id, b.finding.id),
  );
}

type GroupRule = RulebookDefinition['groups'][string];

/** The same findings weigh the same beside one another: where they are kept, so is that. */
function weighGroup(raw: readonly RawFinding[], rule: GroupRule): readonly Weighed[] {
  const note = raw[0]?.note;
  const before = note?.group ?? null;
  if (before !== null && isSameSequence(before.raw, raw)) return before.weighed;
  const isKept = raw.every((finding) => finding.note !== undefined);
  const weighed = weighAnew(raw, rule, isKept);
  if (note !== undefined && isKept) note.group = { raw, weighed };
  return weighed;
}

function isSameSequence(a: readonly RawFinding[], b: readonly RawFinding[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) {
    if (a[i] !== b[i]) return false;
  }
  return true;
}

function weighAnew(
  raw: readonly RawFinding[],
  { cap, damping }: GroupRule,
  isKept: boolean,
): readonly Weighed[] {
  const heaviestFirst = raw
    .map((finding) => ({ finding, id: idOf(finding), weight: round4(finding.weight) }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || compare(a.id, b.id));
  const sides = { for: { share: 1, left: cap }, against: { share: 1, left: cap } };
  const ids = new Map<string, number>();
  return heaviestFirst.map(({ finding: each, id, weight }): Weighed => {
    const side = sides[weight < 0 ? 'against' : 'for'];
    const damped = round4(weight * side.share);
    const contribution = round4(Math.sign(damped) * Math.min(Math.abs(damped), side.left));
    side.share *= damping;
    side.left = round4(side.left - Math.abs(contribution));
    const seen = ids.get(id) ?? 0;
    ids.set(id, seen + 1);
    const finding = write(
      each,
      seen === 0 ? id : `${id}#${seen + 1}`,
      weight,
      damped,
      contribution,
    );
    return { raw: each, finding, text: isKept ? JSON.stringify(finding) : null };
  });
}

/** Members in order of their names, as in all of an assessment: see assess.ts. */
function write(
  raw: RawFinding,
  id: string,
  weight: number,
  damped: number,
  contribution: number,
): Finding {
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
