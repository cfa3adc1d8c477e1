/**
 * Whether a match may raise an alert by itself.
 *
 * Probability alone is not asked: a contradiction that a person would want to look at keeps a match
 * in the candidate tier however well the rest fits, unless an identifier decides.
 */
import type { MatchTier } from '@herkomst/core';
import type { Comparison } from '../score/comparison.ts';
import type { Hit } from '../search.ts';
import type { Share } from './rivals.ts';

const automaticAt = 0.7;
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
  (!identical &&
    (place === 'conflict' || number === 'conflict' || brand.neighbours || brand.hanziDiffers));

export const decideTier = (hit: Hit, { probability }: Share): MatchTier => {
  const { comparison, identifiers } = hit;
  if (identifiers.relation === 'equal') return 'automatic';
  if (identifiers.relation === 'differs' || probability < automaticAt) return 'candidate';
  if (isContradicted(comparison)) return 'candidate';
  if (!isSupported(comparison) && comparison.brand.shared < tellingBits) return 'candidate';
  return 'automatic';
};
