/**
 * The keys under which a name is filed, and under which it is looked for.
 *
 * Only the brand is filed, for place and trade are shared by thousands: its words, its joins, its
 * one-letter losses (which meet those of a mistyped brand) and its runs of four letters. Common
 * brands are filed with place and with trade as well, so that a budget never cuts the right one
 * off. A name without a brand is filed under the pairs of what it has.
 */
import type { ParsedName } from '../parse/parsed.ts';
import { surprise } from '../score/surprise.ts';
import { hasHanzi } from '../text/hanzi.ts';
import { hashStretch, hashText, hashWith } from '../text/hash.ts';
import { wholeKey } from './postings.ts';

/** What a shared key is worth before names are compared, 0..255. */
export const keyWorth = {
  whole: 100,
  /** The whole beside a place or a trade, which says where and which among its namesakes. */
  placed: 40,
  traded: 40,
  /** A word of the brand beside a place or a trade. */
  besideWord: 10,
  hanzi: 20,
  loss: 14,
  /** A loss together with the trade, so that a mistyped common brand is still found. */
  tradedLoss: 8,
  run: 4,
  /** A place, or a place and a trade, beside letters of the brand that a slip may have left. */
  letters: 12,
  /** Names that are the same but for spaces and legal form, or begin alike. */
  plain: 150,
  beginning: 12,
  /** The beginning of a name that its field has cut off: all that is left of it. */
  cutBeginning: 45,
  /** A stretch of six letters over the seam of two words. */
  seam: 9,
  generic: 16,
  /** Names found by these are compared whatever else they share. */
  identifier: 200,
  manufacturer: 12,
} as const;

export type EmitKey = (hash: number, worth: number) => void;

const asWhole = (hash: number): number => (hash | wholeKey) >>> 0;
const asHint = (hash: number): number => hash & ~wholeKey;

const seed = {
  word: 1,
  placed: 2,
  traded: 3,
  hanzi: 4,
  loss: 5,
  run: 6,
  generic: 7,
  identifier: 8,
  manufacturer: 9,
  plain: 10,
  beginning: 11,
  seam: 12,
  placedLetters: 13,
  placedTrade: 14,
};
const mostWords = 5;
const mostSorted = 4;
const shortestLossy = 3;
const longestLossy = 18;
const runLength = 4;
const mostRuns = 14;

const emitLosses = (text: string, trade: number | undefined, emit: EmitKey): void => {
  if (text.length < shortestLossy || text.length > longestLossy) return;
  const put = (hash: number): void => {
    emit(asHint(hash), keyWorth.loss);
    if (trade !== undefined) emit(asHint(hashWith(hash, trade)), keyWorth.tradedLoss);
  };
  put(hashText(text, seed.loss));
  // Two letters left of three are anybody's.
  if (text.length === shortestLossy) return;
  for (let at = 0; at < text.length; at++) {
    // Losing either of a double letter is one loss.
    if (at > 0 && text.charCodeAt(at) === text.charCodeAt(at - 1)) continue;
    put(hashStretch(text, 0, text.length, seed.loss, at));
  }
};

/** Stands for the place of a name that holds none. */
const noPlace = 0xfffe;
/** General words of business count as trades where keys are made. */
export const generalTrade = 0x400;

/** The first trade of a name, or its first general word. */
const tradeOf = ({ industries, business }: ParsedName): number | undefined =>
  industries[0] ?? (business[0] === undefined ? undefined : generalTrade + business[0]);

const emitRuns = (text: string, emit: EmitKey): void => {
  const most = Math.min(text.length - runLength, mostRuns);
  for (let at = 0; at <= most; at++) {
    emit(asHint(hashStretch(text, at, at + runLength, seed.run)), keyWorth.run);
  }
};

/** A single syllable or an everyday word says little of which firm. */
const worthOfWord = (word: string): number =>
  Math.max(6, Math.min(28, Math.round(surprise(word) * 1.6)));

const emitWithContext = (name: ParsedName, text: string, worth: number, emit: EmitKey): void => {
  emit(asWhole(hashText(text, seed.word)), worth);
  const whole = worth === keyWorth.whole;
  const placed = hashText(text, seed.placed);
  for (const place of name.places) {
    emit(asWhole(hashWith(placed, place)), whole ? keyWorth.placed : keyWorth.besideWord);
  }
  if (whole && name.places.length === 0) emit(asWhole(hashWith(placed, noPlace)), keyWorth.placed);
  const traded = hashText(text, seed.traded);
  const put = (trade: number): void =>
    emit(asWhole(hashWith(traded, trade)), whole ? keyWorth.traded : keyWorth.besideWord);
  for (const industry of name.industries) put(industry);
  for (const id of name.business) put(generalTrade + id);
};

const mostPlaces = 2;

/** Two slips seldom spare neither place, nor trade, nor the beginning or the end of the brand. */
const emitLetters = (
  { places, core }: ParsedName,
  trade: number | undefined,
  emit: EmitKey,
): void => {
  if (core.length < 2) return;
  const last = core.length;
  for (const place of places.slice(0, mostPlaces)) {
    const first = hashWith(hashStretch(core, 0, 2, seed.placedLetters), place);
    emit(asHint(first), keyWorth.letters);
    const ending = hashWith(hashStretch(core, last - 2, last, seed.placedLetters + 64), place);
    emit(asHint(ending), keyWorth.letters);
    if (trade === undefined) continue;
    const both = hashWith(hashWith(seed.placedTrade, place), trade);
    emit(asHint(hashWith(both, core.charCodeAt(0))), keyWorth.letters);
    emit(asHint(hashWith(both, core.charCodeAt(last - 1) + 128)), keyWorth.letters);
  }
};

const emitGeneric = (name: ParsedName, emit: EmitKey): void => {
  const pair = (a: number, b: number): void => {
    emit(asHint(hashWith(hashWith(seed.generic, a), b)), keyWorth.generic);
  };
  const things = [
    ...name.industries.map((id) => 0x100000 + id),
    ...name.bodies.map((id) => 0x200000 + id),
    ...name.numbers.map((number) => 0x300000 + (hashText(number, 0) & 0xffff)),
    ...name.business.map((id) => 0x400000 + id),
  ];
  for (const place of name.places) {
    for (const thing of things) pair(place, thing);
    pair(place, 0);
  }
  for (let at = 0; at < things.length; at++) {
    for (let next = at + 1; next < things.length; next++) {
      const [low, high] = [things[at] ?? 0, things[next] ?? 0].toSorted((a, b) => a - b);
      pair(low ?? 0, high ?? 0);
    }
  }
  if (things.length === 1) pair(things[0] ?? 0, 1);
};

const beginnings = [12, 18];
const seamLength = 6;
const mostSeams = 6;

/**
 * Keys that do not ask what the words mean: the whole name, its beginning, and a sample of the
 * six-letter stretches that no single table word holds, the same sample for the same stretches.
 */
const emitPlain = (name: ParsedName, emit: EmitKey): void => {
  const { plain } = name;
  if (plain === '') return;
  emit(asWhole(hashText(plain, seed.plain)), keyWorth.plain);
  for (const length of beginnings) {
    if (plain.length >= length) {
      const worth = name.cut ? keyWorth.cutBeginning : keyWorth.beginning;
      emit(asHint(hashStretch(plain, 0, length, seed.beginning)), worth);
    }
  }
  const seams: number[] = [];
  let from = 0;
  for (const part of name.parts) {
    if (part.partClass === 'legal') continue;
    const size = hasHanzi(part.text) ? 0 : part.text.replaceAll(' ', '').length;
    const to = from + size;
    const own = part.partClass === 'brand' || part.how !== 'exact';
    // Stretches that begin in this part: all of a brand's, of a table word those that leave it.
    for (let at = own ? from : Math.max(from, to - seamLength + 1); at < to; at++) {
      if (at + seamLength <= plain.length) {
        seams.push(hashStretch(plain, at, at + seamLength, seed.seam));
      }
    }
    from = to;
  }
  seams.sort((a, b) => a - b);
  for (const key of seams.slice(0, mostSeams)) emit(asHint(key), keyWorth.seam);
};

/**
 * Emits every key of a name, some of them more than once. A name that is asked for is also looked
 * for among those without a brand: what seems its brand may be a mistyped word of theirs.
 */
export const emitKeys = (name: ParsedName, emit: EmitKey, asked = false): void => {
  const { brand, core } = name;
  emitPlain(name, emit);
  if (core === '') {
    emitGeneric(name, emit);
    return;
  }
  if (asked) emitGeneric(name, emit);
  emitWithContext(name, core, keyWorth.whole, emit);
  for (const reading of name.readings) emitWithContext(name, reading, keyWorth.whole, emit);
  if (name.hanzi !== '') emit(asWhole(hashText(name.hanzi, seed.hanzi)), keyWorth.hanzi);
  const trade = tradeOf(name);
  emitLosses(core, trade, emit);
  emitLetters(name, trade, emit);
  emitRuns(core, emit);
  if (brand.length > 1) {
    if (brand.length <= mostSorted) {
      // The same words in any order, marked off from words that stand so.
      emitWithContext(name, `~${brand.toSorted().join('')}`, keyWorth.whole, emit);
    }
    for (let at = 0; at < Math.min(brand.length, mostWords); at++) {
      const word = brand[at] ?? '';
      if (word.length > 1) emitWithContext(name, word, worthOfWord(word), emit);
      if (word.length >= shortestLossy) emitLosses(word, trade, emit);
      const next = brand[at + 1];
      if (next !== undefined && brand.length > 2) {
        emitWithContext(name, word + next, worthOfWord(word + next), emit);
      }
    }
  }
};

/** The key of a whole brand, to count how many bear it. */
export const brandKey = (core: string): number => asWhole(hashText(core, seed.word));

/** The keys of a brand beside a place, and beside a trade. */
export const placedKey = (core: string, place: number): number =>
  asWhole(hashWith(hashText(core, seed.placed), place));
export const tradedKey = (core: string, trade: number): number =>
  asWhole(hashWith(hashText(core, seed.traded), trade));

export const identifierKey = ({ scheme, value }: { scheme: string; value: string }): number =>
  asWhole(hashText(`${scheme}:${value}`, seed.identifier));

export const manufacturerKey = (namePart: string): number =>
  asHint(hashText(namePart, seed.manufacturer));
