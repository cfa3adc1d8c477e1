/**
 * Whether a match may raise an alert by itself.
 *
 * Probability alone is not asked: a contradiction that a person would want to look at keeps a match
 * in the candidate tier however well the rest fits, unless an identifier decides.
 */
import type { MatchTier } from '@herkomst/core';
import type { Comparison } from '../score/comparison.ts';
import { type EvidenceClass, evidenceClassOf } from '../score/features.ts';
import type { Hit } from '../search.ts';
import type { Share } from './rivals.ts';

/**
 * The least probability by class of evidence, chosen on the half of firms that the weights are fitted
 * on. A brand that is found stands for itself; where none is told, or all is told alike, a namesake is
 * what makes a match wrong, and a brand one syllable apart is what makes a slip one.
 */
const automaticAt: Readonly<Record<EvidenceClass, number>> = {
  identical: 0.65,
  same: 0.5,
  typo: 0.5,
  partial: 0.5,
  generic: 0.65,
  unlike: 0.5,
};
const automaticBesideNeighbours = 0.6;
/** Thousands bear one name, and another letter is another name: people need more than firms do. */
const automaticForPeople = 0.9;

const leastFor = ({ comparison, kind }: Hit): number => {
  if (kind === 'person') return automaticForPeople;
  const least = automaticAt[evidenceClassOf(comparison)];
  const neighbours = comparison.brand.neighbours || comparison.bothPinyin;
  return neighbours && !comparison.identical ? Math.max(least, automaticBesideNeighbours) : least;
};

/** Bits of surprise under which a brand alone cannot carry an automatic match. */
const tellingBits = 9;

/** What stands beside the brand and fits. */
const isSupported = ({
  place,
  address,
  industry,
  number,
  country,
  identical,
}: Comparison): boolean =>
  place === 'equal' ||
  place === 'within' ||
  address === 'equal' ||
  address === 'within' ||
  industry.relation === 'equal' ||
  industry.relation === 'within' ||
  number === 'equal' ||
  (identical && country === 'equal');

/** What a person would want to look at before anything is held up. */
const isContradicted = ({ brand, place, number, country, identical }: Comparison): boolean =>
  country === 'differs' ||
  (!identical && (place === 'conflict' || number === 'conflict' || brand.hanziDiffers));

export const decideTier = (hit: Hit, { probability }: Share): MatchTier => {
  const { comparison, identifiers } = hit;
  if (identifiers.relation === 'equal') return 'automatic';
  if (identifiers.relation === 'differs' || probability < leastFor(hit)) return 'candidate';
  if (isContradicted(comparison)) return 'candidate';
  if (!isSupported(comparison) && comparison.brand.shared < tellingBits) return 'candidate';
  return 'automatic';
};
