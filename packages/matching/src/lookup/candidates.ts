/**
 * The names most worth comparing with a queried one: rarest keys first, within a budget.
 *
 * Each shared key adds its worth; place and trade, from two small rows, break ties among the many
 * firms of a common brand. What is kept is then compared in full.
 */
import type { ParsedName } from '../parse/parsed.ts';
import { tradeBits } from './build-index.ts';
import { type MatchIndex, nameMark } from './match-index.ts';
import { bucketOf } from './postings.ts';
import { emitKeys } from './terms.ts';

/** How many bucket entries one name may cost. */
const budget = 16_000;
/** A bucket with more entries than this for each point it is worth says too little for its price. */
const mostPerWorth = 150;
const samePlace = 10;
const sameTrade = 8;
const otherTrade = 4;
const mostScore = 1023;
/** Names compared in full; twice as many where none shares a whole brand, as after two slips. */
const mostCompared = 40;
const clearScore = 90;
/** Names with less than this share of the best score are not compared, past the first few. */
const leastShare = 0.25;
const fewest = 10;
/** An equal brand shares its losses and runs as well; a better score than this says no more. */
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

const keysToRead = (
  index: MatchIndex,
  name: ParsedName,
  further: readonly (readonly [key: number, worth: number])[],
): KeyToRead[] => {
  const { postings } = index;
  const worths = new Map<number, number>();
  const add = (key: number, worth: number): void => {
    const bucket = bucketOf(postings, key);
    const known = worths.get(bucket);
    if (known === undefined || worth > known) worths.set(bucket, worth);
  };
  emitKeys(name, add);
  for (const [key, worth] of further) add(key, worth);
  const keys: KeyToRead[] = [];
  for (const [bucket, worth] of worths) {
    const size = (postings.starts[bucket + 1] ?? 0) - (postings.starts[bucket] ?? 0);
    if (size > 0) keys.push({ bucket, size, worth });
  }
  return keys.sort((a, b) => a.size - b.size || b.worth - a.worth || a.bucket - b.bucket);
};

/** Numbers of the names to compare, best first; the same for the same query. */
export const findCandidates = (
  index: MatchIndex,
  scratch: Scratch,
  name: ParsedName,
  further: readonly (readonly [key: number, worth: number])[],
): number[] => {
  const { postings, placeOfName, tradesOfName } = index;
  const { scores, touched, histogram } = scratch;
  let count = 0;
  let spent = 0;
  for (const { bucket, size, worth } of keysToRead(index, name, further)) {
    if (spent + size > budget || size > worth * mostPerWorth) continue;
    spent += size;
    const from = postings.starts[bucket] ?? 0;
    for (let at = from; at < from + size; at++) {
      const candidate = postings.names[at] as number;
      const before = scores[candidate] as number;
      if (before === 0) touched[count++] = candidate;
      scores[candidate] = before + worth;
    }
  }
  const places = name.places;
  const trades = tradeBits(name.industries);
  const highest = rankTouched();
  const clear = highest >= clearScore;
  const most = clear ? mostCompared : mostCompared * 2;
  const low = clear ? Math.floor(Math.min(highest, plentiful) * leastShare) : 0;
  let kept = 0;
  let cutoff = highest;
  for (; cutoff > 0; cutoff--) {
    kept += histogram[cutoff] as number;
    if (kept >= most || (kept >= fewest && cutoff <= low)) break;
  }
  const found: number[] = [];
  for (let at = 0; at < count; at++) {
    const candidate = touched[at] as number;
    if ((scores[candidate] as number) >= cutoff) found.push(candidate);
  }
  found.sort(
    (a, b) =>
      (scores[b] as number) - (scores[a] as number) ||
      nameMark(index, a) - nameMark(index, b) ||
      a - b,
  );
  if (found.length > most) found.length = most;
  for (let at = 0; at < count; at++) scores[touched[at] as number] = 0;
  return found;

  /** Adds place and trade and counts how many names reach each score; returns the highest. */
  function rankTouched(): number {
    let top = 0;
    histogram.fill(0);
    for (let at = 0; at < count; at++) {
      const candidate = touched[at] as number;
      let score = scores[candidate] as number;
      if (places.includes(placeOfName[candidate] as number)) score += samePlace;
      const theirs = tradesOfName[candidate] as number;
      if ((theirs & trades) !== 0) score += sameTrade;
      else if (theirs !== 0 && trades !== 0) score = Math.max(1, score - otherTrade);
      if (score > mostScore) score = mostScore;
      scores[candidate] = score;
      histogram[score] = (histogram[score] as number) + 1;
      if (score > top) top = score;
    }
    return top;
  }
};
