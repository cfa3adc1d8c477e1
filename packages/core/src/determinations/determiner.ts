/**
 * The shape every determination has: a rule of law applied to what was found. Deterministic and
 * apart from the score: a presumption does not get weaker because the goods are cheap.
 */
import type { Determination, Gap } from '../assessment/assessment.ts';
import type { Weighed } from '../assessment/weigh.ts';
import type { Claim } from '../findings/finder.ts';
import type { Shipment } from '../shipment/schema.ts';

export interface DetermineContext {
  readonly shipment: Shipment;
  readonly weighed: readonly Weighed[];
  readonly gaps: readonly Gap[];
  readonly date: string;
}

export type Determiner = (context: DetermineContext) => Determination;

/** Ids of the findings whose claim passes the test, heaviest first. */
export function findingsWhere(
  context: DetermineContext,
  test: (claim: Claim) => boolean,
): readonly string[] {
  return context.weighed.filter(({ raw }) => test(raw.claim)).map(({ finding }) => finding.id);
}

/** Joins with commas and a last 'and'. */
export function enumerate(words: readonly string[]): string {
  const unique = [...new Set(words)];
  const last = unique.pop();
  if (last === undefined) return '';
  return unique.length === 0 ? last : `${unique.join(', ')} and ${last}`;
}
