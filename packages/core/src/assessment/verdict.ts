/**
 * From score, rules of law and gaps to one word. A rule that applies alerts whatever the score; a
 * gap is never clear, and neither is somebody on a list whom nobody has looked at.
 */
import type { Claim } from '../findings/finder.ts';
import type { RulebookDefinition, Severity } from '../rulebook/definition.ts';
import type { Determination, Gap, Verdict } from './assessment.ts';
import type { Weighed } from './weigh.ts';

export function verdictOf(
  score: number,
  gaps: readonly Gap[],
  weighed: readonly Weighed[],
  determinations: readonly Determination[],
  { thresholds }: RulebookDefinition,
): Verdict {
  if (appliesAny(determinations) || score >= thresholds.alert) return 'alert';
  // Before 'review', which would hide that something could not be looked at.
  if (gaps.length > 0) return 'unknown';
  const look = score >= thresholds.review || weighed.some(({ raw }) => needsPerson(raw.claim));
  return look ? 'review' : 'clear';
}

export function severityOf(
  score: number,
  determinations: readonly Determination[],
  { severity }: RulebookDefinition,
): Severity {
  if (score >= severity.critical) return 'critical';
  if (appliesAny(determinations) || score >= severity.high) return 'high';
  return score >= severity.medium ? 'medium' : 'low';
}

function appliesAny(determinations: readonly Determination[]): boolean {
  return determinations.some(({ status }) => status === 'applies');
}

/** A possible match with an entry in force is for a person, whatever speaks against it. */
function needsPerson(claim: Claim): boolean {
  return (
    (claim.kind === 'listed-entity' || claim.kind === 'shared-identity') &&
    claim.inForce &&
    claim.goodsCovered
  );
}
