/**
 * Compares places, trades and numbers: what agrees, what one side leaves out, what conflicts.
 *
 * Leaving out is common on papers and means little; conflict means much. All are symmetric.
 */
import { industries } from '../parse/lexicon.ts';
import { liesIn, places, provinceOf, unknownPlace } from '../parse/places.ts';

export const setRelations = [
  'none',
  'queried-only',
  'listed-only',
  'equal',
  'within',
  'overlap',
  'related',
  'sibling',
  'conflict',
  'unknown',
] as const;
export type SetRelation = (typeof setRelations)[number];

/**
 * The towns a name speaks of, without the provinces around them: Hotan of 'Xinjiang Hotan'. Of the
 * towns that share a spelling, those in a province named beside it: 'Taizhou, Jiangsu' is one.
 */
const innermost = (ids: readonly number[]): readonly number[] => {
  if (ids.length < 2) return ids;
  const liesInAnother = (id: number): boolean =>
    id < unknownPlace && ids.some((other) => other !== id && liesIn(id, other));
  const isOuter = (id: number): boolean =>
    ids.some((other) => other !== id && other < unknownPlace && liesIn(other, id));
  const isNamesake = (id: number): boolean =>
    !liesInAnother(id) &&
    ids.some(
      (other) => other !== id && places[other]?.label === places[id]?.label && liesInAnother(other),
    );
  return ids.filter((id) => !isOuter(id) && !isNamesake(id));
};

const missingOf = (
  a: readonly unknown[],
  b: readonly unknown[],
): 'none' | 'queried-only' | 'listed-only' | undefined => {
  if (a.length > 0) return b.length > 0 ? undefined : 'queried-only';
  return b.length > 0 ? 'listed-only' : 'none';
};

const sameProvince = (x: number, y: number): boolean =>
  provinceOf(x) === provinceOf(y) && places[provinceOf(x)]?.level === 'province';

/**
 * 'equal', 'within' where one place holds the other, 'sibling' for two places of one province or
 * names that share a place and have another each, 'conflict' for places of two provinces.
 */
export const comparePlaces = (a: readonly number[], b: readonly number[]): SetRelation => {
  const missing = missingOf(a, b);
  if (missing !== undefined) return missing;
  if (a.length === 1 && b.length === 1 && a[0] === b[0]) return 'equal';
  const inner = innermost(a);
  const other = innermost(b);
  const isShared = (id: number, among: readonly number[]): boolean =>
    among.some(
      (near) => near === id || (id < unknownPlace && near < unknownPlace && liesIn(id, near)),
    );
  let equal = false;
  let within = false;
  let sibling = false;
  let unknown = false;
  for (const x of inner) {
    for (const y of other) {
      if (x === y) equal = true;
      else if (x >= unknownPlace || y >= unknownPlace) unknown = true;
      else if (liesIn(x, y) || liesIn(y, x)) within = true;
      else if (sameProvince(x, y)) sibling = true;
    }
  }
  if (equal) {
    // A spelling of two places stands for either; two spellings that differ contradict each other.
    const apart =
      inner.some((id) => !isShared(id, other)) && other.some((id) => !isShared(id, inner));
    return apart ? 'sibling' : 'equal';
  }
  if (within) return 'within';
  if (sibling) return 'sibling';
  return unknown ? 'unknown' : 'conflict';
};

export interface SetComparison {
  readonly relation: SetRelation;
  /** Shared members as a share of all. */
  readonly share: number;
}

/** Plain sets: 'within' where one holds the other, 'overlap' where each has more. */
export const compareSets = <T>(a: readonly T[], b: readonly T[]): SetComparison => {
  const missing = missingOf(a, b);
  if (missing !== undefined) return { relation: missing, share: 0 };
  let common = 0;
  for (const x of a) if (b.includes(x)) common++;
  const share = common / (a.length + b.length - common);
  if (share === 1) return { relation: 'equal', share };
  if (common === 0) return { relation: 'conflict', share };
  return { relation: common === Math.min(a.length, b.length) ? 'within' : 'overlap', share };
};

/** Trades: as sets, but two of one sector are 'related' and not in conflict. */
export const compareIndustries = (a: readonly number[], b: readonly number[]): SetComparison => {
  const compared = compareSets(a, b);
  if (compared.relation !== 'conflict') return compared;
  const related = a.some((x) => b.some((y) => industries[y]?.sector === industries[x]?.sector));
  return related ? { relation: 'related', share: 0 } : compared;
};
