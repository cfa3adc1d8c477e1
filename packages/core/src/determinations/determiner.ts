/**
 * The shape every determination has: a rule of law applied to what was found. Deterministic and
 * apart from the score: a presumption does not get weaker because the goods are cheap.
 */
import type { Clock, Determination, DocumentRequest, Gap } from '../assessment/assessment.ts';
import { isConstant } from '../assessment/serialise.ts';
import type { Weighed } from '../assessment/weigh.ts';
import type { ShipmentFacts } from '../facts/facts.ts';
import type { Claim } from '../findings/finder.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Shipment } from '../shipment/schema.ts';

export interface DetermineContext {
  readonly shipment: Shipment;
  readonly rulebook: Rulebook;
  readonly facts: ShipmentFacts;
  readonly weighed: readonly Weighed[];
  readonly gaps: readonly Gap[];
  /** The day the law is asked about, 'YYYY-MM-DD'. */
  readonly date: string;
  /** What to ask for of these goods, worked out when first asked. */
  readonly documents: () => readonly DocumentRequest[];
}

export interface Determiner {
  /** 'us-uflpa'. */
  readonly regime: string;
  /** The page the rule is explained on. */
  readonly url: string;
  readonly determine: (context: DetermineContext) => Ruling;
}

/** What a determiner says; the rest of a determination is the same for all. */
export interface Ruling {
  readonly status: Determination['status'];
  readonly basis: string;
  readonly explanation: string;
  readonly findings?: readonly string[];
  readonly recommendedAction: string;
  readonly documents?: readonly DocumentRequest[];
  readonly clock?: Clock;
}

/** What a rule that finds nothing says is a constant: one determination serves for all. */
const constants = new WeakMap<Ruling, Determination>();

/** Members in order of their names, as in all of an assessment: see assessment/assess.ts. */
export function writeDetermination(
  determiner: Pick<Determiner, 'regime' | 'url'>,
  ruling: Ruling,
): Determination {
  if (!isConstant(ruling)) return inOrder(determiner, ruling);
  const known = constants.get(ruling);
  if (known !== undefined) return known;
  const determination = inOrder(determiner, ruling);
  constants.set(ruling, determination);
  return determination;
}

function inOrder(
  { regime, url }: Pick<Determiner, 'regime' | 'url'>,
  ruling: Ruling,
): Determination {
  return {
    basis: ruling.basis,
    clock: ruling.clock ?? null,
    documents: ruling.documents ?? [],
    explanation: ruling.explanation,
    findings: ruling.findings ?? [],
    recommendedAction: ruling.recommendedAction,
    regime,
    status: ruling.status,
    url,
  };
}

/** Ids of the findings whose claim passes the test, heaviest first. */
export function findingsWhere(
  { weighed }: Pick<DetermineContext, 'weighed'>,
  test: (claim: Claim) => boolean,
): readonly string[] {
  let ids: string[] | null = null;
  for (const { raw, finding } of weighed) {
    if (test(raw.claim)) (ids ??= []).push(finding.id);
  }
  return ids ?? noIds;
}

const noIds: readonly string[] = [];

/** Each id once, in the order given. */
export function union(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}

/** Why not everything could be evaluated, for an undetermined ruling. */
export function writeGaps(gaps: readonly Gap[]): string {
  const [first, ...others] = gaps;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `Not all that the rule asks could be evaluated: ${first?.reason ?? ''}${more}.`;
}
