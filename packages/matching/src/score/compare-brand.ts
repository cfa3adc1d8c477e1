/**
 * Compares two brands: equal, another reading, another order, mistyped, partly shared or unlike.
 *
 * Symmetric in its arguments but for which side has words to spare. Two valid pinyin brands one
 * syllable apart are neighbours, not typos of each other: that is kept apart as `neighbours`.
 */
import { slipsBetween } from '../text/distance.ts';
import { isPinyin } from '../text/syllables.ts';
import type { Comparable } from './comparable.ts';
import { surprise, surpriseOf } from './surprise.ts';

export type BrandRelation =
  | 'hanzi'
  | 'equal'
  | 'reading'
  | 'order'
  | 'typo'
  | 'partial'
  | 'differs'
  | 'generic'
  | 'missing';

export interface BrandComparison {
  readonly relation: BrandRelation;
  /** Slips between the cores where the relation is 'typo'. */
  readonly slips: number;
  /** Both read as pinyin although they differ: more likely two brands than one mistyped. */
  readonly neighbours: boolean;
  /** Both in Hanzi, and not the same characters. */
  readonly hanziDiffers: boolean;
  /** Bits shared, and bits only the queried or only the listed name has. */
  readonly shared: number;
  readonly queriedOnly: number;
  readonly listedOnly: number;
  /** Bits of the whole queried brand: what is rare is sooner a slip than another firm's. */
  readonly queriedBits: number;
  /** How many words of the queried brand the listed one has, slips and all. */
  readonly sharedWords: number;
  /** Words found with a slip among those shared. */
  readonly slipped: number;
}

const allowed = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : 2);

/** Shares words of two brands out among each other. */
const align = (
  queried: readonly string[],
  listed: readonly string[],
  queriedCut: boolean,
  listedCut: boolean,
): {
  shared: number;
  queriedOnly: number;
  listedOnly: number;
  slipped: number;
  sharedWords: number;
} => {
  let shared = 0;
  let queriedOnly = 0;
  let slipped = 0;
  let sharedWords = 0;
  let used = 0;
  const take = (text: string, from: number): number => {
    for (let at = 0; at < listed.length; at++) {
      if ((used & (1 << at)) === 0 && listed[at] === text) {
        used |= 1 << at;
        return 1;
      }
    }
    // Two listed words are one here.
    for (let at = 0; at + 1 < listed.length; at++) {
      const pair = 3 << at;
      if ((used & pair) === 0 && (listed[at] ?? '') + (listed[at + 1] ?? '') === text) {
        used |= pair;
        return 1;
      }
    }
    // Two of these are one there.
    const next = queried[from + 1];
    if (next !== undefined) {
      const join = text + next;
      for (let at = 0; at < listed.length; at++) {
        if ((used & (1 << at)) === 0 && listed[at] === join) {
          used |= 1 << at;
          return 2;
        }
      }
    }
    return 0;
  };
  const rest: string[] = [];
  for (let at = 0; at < queried.length; at++) {
    const text = queried[at] ?? '';
    const took = take(text, at);
    if (took === 0) {
      rest.push(text);
      continue;
    }
    sharedWords++;
    shared += surprise(text);
    if (took === 2) shared += surprise(queried[++at] ?? '');
  }
  for (let index = 0; index < rest.length; index++) {
    const text = rest[index] ?? '';
    let found = -1;
    const last = index === rest.length - 1;
    for (let at = 0; at < listed.length && found < 0; at++) {
      if ((used & (1 << at)) !== 0) continue;
      const other = listed[at] ?? '';
      const shorter = Math.min(text.length, other.length);
      const limit = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
      const slip = limit > 0 && slipsBetween(text, other, limit) <= limit;
      const neighbour = slip && isPinyin(text) && isPinyin(other);
      if (slip && !neighbour) found = at;
      else if (last && queriedCut && text.length >= 2 && other.startsWith(text)) found = at;
      else if (
        at === listed.length - 1 &&
        listedCut &&
        other.length >= 2 &&
        text.startsWith(other)
      ) {
        found = at;
      }
    }
    if (found < 0) {
      queriedOnly += surprise(text);
    } else {
      used |= 1 << found;
      sharedWords++;
      shared += 0.8 * surprise(text);
      slipped++;
    }
  }
  let listedOnly = 0;
  for (let at = 0; at < listed.length; at++) {
    if ((used & (1 << at)) === 0) listedOnly += surprise(listed[at] ?? '');
  }
  return { shared, queriedOnly, listedOnly, slipped, sharedWords };
};

export const compareBrands = (queried: Comparable, listed: Comparable): BrandComparison => {
  const a = queried.core;
  const b = listed.core;
  const hanziDiffers =
    queried.hanzi !== '' && listed.hanzi !== '' && queried.hanzi !== listed.hanzi;
  const queriedBits = surpriseOf(queried.brand);
  const whole = (relation: BrandRelation, slips = 0, neighbours = false): BrandComparison => {
    const bits = Math.min(queriedBits, surpriseOf(listed.brand));
    return {
      queriedBits,
      relation,
      slips,
      neighbours,
      hanziDiffers,
      shared: bits,
      queriedOnly: 0,
      listedOnly: 0,
      slipped: slips,
      sharedWords: queried.brand.length,
    };
  };
  if (a === '' || b === '') {
    return {
      relation: a === b ? 'generic' : 'missing',
      slips: 0,
      neighbours: false,
      hanziDiffers,
      shared: 0,
      slipped: 0,
      sharedWords: 0,
      queriedBits,
      queriedOnly: queriedBits,
      listedOnly: surpriseOf(listed.brand),
    };
  }
  if (queried.hanzi !== '' && queried.hanzi === listed.hanzi) return whole('hanzi');
  if (a === b) return whole('equal');
  if (
    listed.readings.includes(a) ||
    queried.readings.includes(b) ||
    queried.readings.some((reading) => listed.readings.includes(reading))
  ) {
    return whole('reading');
  }
  if (
    queried.brand.length > 1 &&
    queried.brand.length === listed.brand.length &&
    [...queried.brand].toSorted().join('') === [...listed.brand].toSorted().join('')
  ) {
    return whole('order');
  }
  const limit = allowed(Math.min(a.length, b.length));
  const slips = limit === 0 ? 1 : slipsBetween(a, b, limit);
  if (slips <= limit) {
    return whole('typo', slips, isPinyin(a) && isPinyin(b));
  }
  const parts = align(queried.brand, listed.brand, queried.cut, listed.cut);
  if (parts.shared > 0) {
    return {
      relation: 'partial',
      slips: 0,
      neighbours: false,
      hanziDiffers,
      queriedBits,
      ...parts,
    };
  }
  // Glued to something no table holds: the whole of one core inside the other.
  const shorter = a.length < b.length ? a : b;
  const longer = a.length < b.length ? b : a;
  const cutOff =
    (a.length < b.length ? queried.cut : listed.cut) &&
    longer.startsWith(shorter) &&
    shorter.length >= 3;
  if (cutOff || (shorter.length >= 5 && longer.includes(shorter))) {
    const bits = surprise(shorter) * 0.8;
    const over = cutOff ? 2 : Math.max(surprise(longer) - surprise(shorter), 6);
    return {
      relation: 'partial',
      slips: 0,
      neighbours: false,
      hanziDiffers,
      queriedBits,
      shared: bits,
      slipped: 0,
      sharedWords: 0,
      queriedOnly: shorter === b ? over : 0,
      listedOnly: shorter === a ? over : 0,
    };
  }
  return { relation: 'differs', slips: 0, neighbours: false, hanziDiffers, queriedBits, ...parts };
};
