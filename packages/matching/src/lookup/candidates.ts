/**
 * The names most worth comparing with a queried one: the most telling keys first, within a budget.
 *
 * Each shared key adds its worth; place and trade, from two small rows, break ties among the many
 * firms of a common brand. What is kept is then compared in full.
 */
import type { ParsedName } from '../parse/parsed.ts';
import { tradeBits } from './build-index.ts';
import { type MatchIndex, nameMark } from './match-index.ts';
import { bucketOf } from './postings.ts';
import { emitKeys, keyWorth } from './terms.ts';

/** How many bucket entries one name may cost. */
const budget = 16_000;
/** A bucket with more entries than this for each point it is worth says too little for its price. */
const mostPerWorth = 150;
const samePlace = 10;
const sameTrade = 8;
const otherTrade = 4;
const mostScore = 1023;
/** Added to the score of a name that shares the whole brand, while hints are read. */
const settled = 0x4000;
/** Set in such a score once a hint is shared too. One key alone may be another that shares a bucket. */
const borneOut = 0x2000;
const unlikely = 30;
/** Shorter brands have no hints. */
const shortestHinted = 4;
/** Names compared in full; twice as many where none shares a whole brand, as after two slips. */
const mostCompared = 40;
const clearScore = 110;
/** The whole brand with its place and its trade: what only hints at a name is not read any more. */
const certainScore = keyWorth.whole + keyWorth.placed + keyWorth.traded;
/** Keys of less worth only hint at a name. */
const hint = 40;
/** An equal word shares all its hints: what goes beyond this counts for an eighth. */
const manyHints = 110;
/** Names with less than this share of the best score are not compared, past the first few. */
const leastShare = 0.45;
const fewest = 10;
/** A better score than this says no more. */
const plentiful = 160;

/** Scratch space of one index, reused between queries; zero outside `findCandidates`. */
export interface Scratch {
  readonly scores: Uint16Array;
  readonly touched: Uint32Array;
  readonly histogram: Uint32Array;
}

export const makeScratch = (index: MatchIndex): Scratch => ({
  scores: new Uint16Array(index.entityOfName.length),
  touched: new Uint32Array(index.entityOfName.length),
  histogram: new Uint32Array(mostScore + 1),
});

interface KeyToRead {
  readonly bucket: number;
  readonly size: number;
  readonly worth: number;
}

/** Keys of the whole brand, and those that only hint at it; what tells most for its price first. */
const keysToRead = (
  index: MatchIndex,
  name: ParsedName,
  further: readonly (readonly [key: number, worth: number])[],
): { readonly whole: KeyToRead[]; readonly hints: KeyToRead[] } => {
  const { postings } = index;
  const worths = new Map<number, number>();
  const add = (key: number, worth: number): void => {
    const bucket = bucketOf(postings, key);
    const known = worths.get(bucket);
    if (known === undefined || worth > known) worths.set(bucket, worth);
  };
  emitKeys(name, add, true);
  for (const [key, worth] of further) add(key, worth);
  const whole: KeyToRead[] = [];
  const hints: KeyToRead[] = [];
  for (const [bucket, worth] of worths) {
    const size = (postings.starts[bucket + 1] ?? 0) - (postings.starts[bucket] ?? 0);
    if (size > 0) (worth < hint ? hints : whole).push({ bucket, size, worth });
  }
  const byPrice = (a: KeyToRead, b: KeyToRead): number =>
    a.size * b.worth - b.size * a.worth || b.worth - a.worth || a.bucket - b.bucket;
  return { whole: whole.sort(byPrice), hints: hints.sort(byPrice) };
};

/** Adds the worth of each key to the names in its bucket; returns how many names are touched. */
const readBuckets = (
  index: MatchIndex,
  { scores, touched }: Scratch,
  keys: readonly KeyToRead[],
  from: number,
  left: number,
): { readonly count: number; readonly spent: number } => {
  const { starts, names } = index.postings;
  let count = from;
  let spent = 0;
  for (const { bucket, size, worth } of keys) {
    if (spent + size > left || size > worth * mostPerWorth) continue;
    spent += size;
    const first = starts[bucket] ?? 0;
    for (let at = first; at < first + size; at++) {
      const name = names[at] as number;
      const before = scores[name] as number;
      // A whole brand shares its hints as well: that it does bears it out, how many says no more.
      if (before >= settled) {
        scores[name] = before | borneOut;
        continue;
      }
      if (before === 0) touched[count++] = name;
      scores[name] = before + worth;
    }
  }
  return { count, spent };
};

/** Marks the names that share the whole brand as settled; returns the best score so far. */
const settle = ({ scores, touched }: Scratch, count: number): number => {
  let best = 0;
  for (let at = 0; at < count; at++) {
    const name = touched[at] as number;
    const score = scores[name] as number;
    if (score > best) best = score;
    if (score >= keyWorth.whole) scores[name] = score + settled;
  }
  return best;
};

/** Adds place and trade and counts how many names reach each score; returns the highest. */
const rankTouched = (
  index: MatchIndex,
  { scores, touched, histogram }: Scratch,
  { places, industries, core }: ParsedName,
  count: number,
  hintsRead: boolean,
): number => {
  const { placeOfName, tradesOfName } = index;
  const trades = tradeBits(industries);
  let best = 0;
  histogram.fill(0);
  for (let at = 0; at < count; at++) {
    const name = touched[at] as number;
    let score = scores[name] as number;
    if (score >= settled) {
      const isBorneOut = (score & borneOut) !== 0 || !hintsRead || core.length < shortestHinted;
      score &= borneOut - 1;
      if (!isBorneOut && score <= keyWorth.plain) score = unlikely;
    } else if (score > manyHints) score = manyHints + ((score - manyHints) >> 3);
    if (places.includes(placeOfName[name] as number)) score += samePlace;
    const theirs = tradesOfName[name] as number;
    if ((theirs & trades) !== 0) score += sameTrade;
    else if (theirs !== 0 && trades !== 0) score = Math.max(1, score - otherTrade);
    if (score > mostScore) score = mostScore;
    scores[name] = score;
    histogram[score] = (histogram[score] as number) + 1;
    if (score > best) best = score;
  }
  return best;
};

/** The best of the names touched, as many as are worth comparing. */
const takeBest = (
  index: MatchIndex,
  { scores, touched, histogram }: Scratch,
  count: number,
  highest: number,
): number[] => {
  const clear = highest >= clearScore;
  const most = clear ? mostCompared : mostCompared * 2;
  const low = clear ? Math.floor(Math.min(highest, plentiful) * leastShare) : 0;
  let kept = 0;
  let cutoff = highest;
  for (; cutoff > 0; cutoff--) {
    kept += histogram[cutoff] as number;
    if (kept >= most || (kept >= fewest && cutoff <= low)) break;
  }
  const found: { readonly name: number; readonly score: number; readonly mark: number }[] = [];
  for (let at = 0; at < count; at++) {
    const name = touched[at] as number;
    const score = scores[name] as number;
    if (score >= cutoff) found.push({ name, score, mark: nameMark(index, name) });
  }
  found.sort((a, b) => b.score - a.score || a.mark - b.mark || a.name - b.name);
  return found.slice(0, most).map(({ name }) => name);
};

/** Numbers of the names to compare, best first; the same for the same query. */
export const findCandidates = (
  index: MatchIndex,
  scratch: Scratch,
  name: ParsedName,
  further: readonly (readonly [key: number, worth: number])[],
): number[] => {
  const { whole, hints } = keysToRead(index, name, further);
  const first = readBuckets(index, scratch, whole, 0, budget);
  const hintsRead = settle(scratch, first.count) < certainScore;
  const { count } = hintsRead
    ? readBuckets(index, scratch, hints, first.count, budget - first.spent)
    : first;
  const highest = rankTouched(index, scratch, name, count, hintsRead);
  const found = takeBest(index, scratch, count, highest);
  for (let at = 0; at < count; at++) scratch.scores[scratch.touched[at] as number] = 0;
  return found;
};
