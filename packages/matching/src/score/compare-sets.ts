/**
 * Compares places, trades and numbers: what agrees, what one side leaves out, what conflicts.
 *
 * Leaving out is common on papers and means little; conflict means much. All are symmetric.
 */
import { industries } from '../parse/lexicon.ts';
import { liesIn, places, provinceOf, unknownPlace } from '../parse/places.ts';

export type SetRelation =
  | 'none'
  | 'missing'
  | 'equal'
  | 'overlap'
  | 'related'
  | 'within'
  | 'sibling'
  | 'conflict';

/** The places that hold no other of the same name: Hotan of 'Xinjiang Hotan'. */
const innermost = (ids: readonly number[]): readonly number[] =>
  ids.length < 2
    ? ids
    : ids.filter(
        (id) => !ids.some((other) => other !== id && other < unknownPlace && liesIn(other, id)),
      );

export const comparePlaces = (a: readonly number[], b: readonly number[]): SetRelation => {
  if (a.length === 0 && b.length === 0) return 'none';
  if (a.length === 0 || b.length === 0) return 'missing';
  const inner = innermost(a);
  const other = innermost(b);
  let within = false;
  let sibling = false;
  let unknown = false;
  for (const x of inner) {
    for (const y of other) {
      if (x === y) return 'equal';
      if (x >= unknownPlace || y >= unknownPlace) {
        unknown = true;
        continue;
      }
      if (liesIn(x, y) || liesIn(y, x)) within = true;
      else if (provinceOf(x) === provinceOf(y) && places[provinceOf(x)]?.level === 'province')
        sibling = true;
    }
  }
  if (within) return 'within';
  if (sibling) return 'sibling';
  return unknown ? 'missing' : 'conflict';
};

/** Trades: equal sets, some shared, one sector, or nothing in common. */
export const compareIndustries = (
  a: readonly number[],
  b: readonly number[],
): { relation: SetRelation; share: number } => {
  if (a.length === 0 && b.length === 0) return { relation: 'none', share: 0 };
  if (a.length === 0 || b.length === 0) return { relation: 'missing', share: 0 };
  let common = 0;
  let related = false;
  for (const x of a) {
    if (b.includes(x)) common++;
    else if (b.some((y) => industries[y]?.sector === industries[x]?.sector)) related = true;
  }
  const share = common / (a.length + b.length - common);
  if (share === 1) return { relation: 'equal', share };
  if (common > 0) return { relation: 'overlap', share };
  return { relation: related ? 'related' : 'conflict', share: 0 };
};

/** Plain sets, such as business words or kinds of body. */
export const compareSets = <T>(
  a: readonly T[],
  b: readonly T[],
): { relation: SetRelation; share: number } => {
  if (a.length === 0 && b.length === 0) return { relation: 'none', share: 0 };
  if (a.length === 0 || b.length === 0) return { relation: 'missing', share: 0 };
  let common = 0;
  for (const x of a) if (b.includes(x)) common++;
  const share = common / (a.length + b.length - common);
  if (share === 1) return { relation: 'equal', share };
  return { relation: common > 0 ? 'overlap' : 'conflict', share };
};
