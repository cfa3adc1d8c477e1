/**
 * Whether a match may raise an alert by itself.
 *
 * Probability alone is not asked: a contradiction that a person would want to look at keeps a match
 * in the candidate tier however well the rest fits, unless an identifier decides.
 */
import type { MatchTier } from '@herkomst/core';
import type { Hit } from '../search.ts';
import type { Share } from './rivals.ts';

const automaticAt = 0.7;
/** Bits of surprise under which a brand alone cannot carry an automatic match. */
const tellingBits = 9;

export const decideTier = (hit: Hit, { probability }: Share): MatchTier => {
  const { comparison, identifiers } = hit;
  if (identifiers.relation === 'equal') return 'automatic';
  if (identifiers.relation === 'differs' || probability < automaticAt) return 'candidate';
  const { brand, place, industry, number, country } = comparison;
  if (comparison.identical) return country === 'differs' ? 'candidate' : 'automatic';
  if (place === 'conflict' || number === 'conflict' || country === 'differs') return 'candidate';
  if (brand.neighbours || brand.hanziDiffers) return 'candidate';
  const supported =
    place === 'equal' ||
    place === 'within' ||
    comparison.address === 'equal' ||
    comparison.address === 'within' ||
    industry.relation === 'equal' ||
    industry.relation === 'within' ||
    number === 'equal';
  if (!supported && brand.shared < tellingBits) return 'candidate';
  return 'automatic';
};
