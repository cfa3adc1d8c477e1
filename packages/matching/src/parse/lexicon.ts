/**
 * The tables as one dictionary of space-less spellings, which the parser cuts names by.
 *
 * Keys carry no spaces, so that 'Hong Kong', 'HONGKONG' and 'hong-kong' are one look-up. The
 * dictionary is made once, on first use.
 */
import { heavyIndustryWords, genericBusinessWords } from '../tables/industry-heavy.ts';
import { textileAndFoodWords } from '../tables/industry-textile-food.ts';
import { chineseLegalForms } from '../tables/legal-forms-china.ts';
import { worldLegalForms } from '../tables/legal-forms-world.ts';
import { firmOrganisationWords, looseOrganisationWords } from '../tables/organisation-words.ts';
import { slipsBetween } from '../text/distance.ts';
import { wordsOf } from '../text/fold.ts';
import { isHanzi, pinyinOf } from '../text/hanzi.ts';
import { isPinyin } from '../text/syllables.ts';
import { placeSpellings } from './places.ts';

export type WordClass = 'place' | 'industry' | 'business' | 'loose' | 'body' | 'legal' | 'division';

export interface LexiconEntry {
  readonly wordClass: WordClass;
  /** Place ids, or one concept number. */
  readonly ids: readonly number[];
  readonly label: string;
  /** A pinyin word that may as well be a brand: counts only behind one. */
  readonly weak: boolean;
}

export interface Lexicon {
  readonly latin: ReadonlyMap<string, LexiconEntry>;
  readonly hanzi: ReadonlyMap<string, LexiconEntry>;
  readonly longestHanzi: number;
  /** The first letters of all Latin keys, few and more, to stop early by. */
  readonly starts: ReadonlySet<string>;
  /** Latin keys in order, for words cut off at their end. */
  readonly sorted: readonly string[];
}

/** A trade and the sector it is of. */
export interface Concept {
  readonly label: string;
  readonly sector: string;
}

export const industries: Concept[] = [];
export const legalKinds: { kind: string; country: string }[] = [];

const divisionWords =
  'county|city|prefecture|district|province|town|township|village|municipality|autonomous prefecture|autonomous region|autonomous county|shi|xian|' +
  '省|市|县|区|地区|州|自治区|自治州|自治县|镇|乡|村|街道|盟|旗|viloyati|shehiri|nahiyisi|wilayiti|rayoni';

/** A spelling that needs no folding, as nearly all do. */
const plainSpelling = /^[a-z0-9 ]+$/;

/** The space-less key of a spelling, or Hanzi. */
const keyOf = (spelling: string): { key: string; hanzi: boolean } => {
  if (plainSpelling.test(spelling)) return { key: spelling.replaceAll(' ', ''), hanzi: false };
  const words = wordsOf(spelling);
  return { key: words.map((word) => word.text).join(''), hanzi: words.every((word) => word.hanzi) };
};

export const shortStart = 4;
export const longStart = 8;

let built: Lexicon | undefined;

const build = (): Lexicon => {
  const latin = new Map<string, LexiconEntry>();
  const hanzi = new Map<string, LexiconEntry>();
  let longestHanzi = 1;
  const put = (spelling: string, entry: LexiconEntry): void => {
    const { key, hanzi: han } = keyOf(spelling);
    if (key === '') return;
    const table = han ? hanzi : latin;
    const known = table.get(key);
    if (known === undefined) {
      table.set(key, entry);
    } else if (known.wordClass === 'place' && entry.wordClass === 'place') {
      const more = entry.ids.filter((id) => !known.ids.includes(id));
      if (more.length > 0) table.set(key, { ...known, ids: [...known.ids, ...more] });
    }
    if (han) longestHanzi = Math.max(longestHanzi, key.length);
  };
  const putWords = (wordClass: WordClass, id: number, label: string, spellings: string): void => {
    for (const spelling of spellings.split('|')) {
      put(spelling, { wordClass, ids: [id], label, weak: false });
    }
  };
  for (const form of [...chineseLegalForms, ...worldLegalForms]) {
    legalKinds.push({ kind: form.kind, country: form.country ?? '' });
    putWords('legal', legalKinds.length - 1, form.kind, form.forms);
  }
  for (const { spelling, place } of placeSpellings) {
    put(spelling, { wordClass: 'place', ids: [place], label: spelling, weak: false });
  }
  putWords('division', 0, 'division', divisionWords);
  const numbered = (rows: readonly string[], wordClass: WordClass): void => {
    for (const [id, row] of rows.entries()) {
      putWords(wordClass, id, row.split('|')[0] ?? row, row);
    }
  };
  numbered(looseOrganisationWords, 'loose');
  numbered(firmOrganisationWords, 'body');
  const further: [string, LexiconEntry][] = [];
  for (const row of [...textileAndFoodWords, ...heavyIndustryWords]) {
    const [sector = '', concept = '', ...spellings] = row.split('|');
    industries.push({ sector, label: concept });
    const id = industries.length - 1;
    for (const spelling of spellings) {
      put(spelling, { wordClass: 'industry', ids: [id], label: concept, weak: false });
      if (isHanzi(spelling) && spelling.length > 1) {
        further.push([spelling, { wordClass: 'industry', ids: [id], label: concept, weak: true }]);
      }
    }
  }
  for (const [id, row] of genericBusinessWords.entries()) {
    const [label = '', ...spellings] = row.split('|');
    for (const spelling of [label, ...spellings]) {
      put(spelling, { wordClass: 'business', ids: [id], label, weak: false });
      if (isHanzi(spelling) && spelling.length > 1) {
        further.push([spelling, { wordClass: 'business', ids: [id], label, weak: true }]);
      }
    }
  }
  for (const [spelling, entry] of further) put(pinyinOf(keyOf(spelling).key), entry);
  const starts = new Set<string>();
  for (const key of latin.keys()) {
    starts.add(key.slice(0, shortStart));
    starts.add(key.slice(0, longStart));
  }
  return { latin, hanzi, longestHanzi, starts, sorted: [...latin.keys()].toSorted() };
};

export const lexicon = (): Lexicon => (built ??= build());

let losses: Map<string, string[]> | undefined;
const shortestFuzzy = 6;

const lossesOf = function* (word: string): Generator<string> {
  yield word;
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
};

/**
 * Of two words that a mistyped one may stand for: two places stand for either ('Shannxi' is Shanxi
 * or Shaanxi, and neither for certain); of other words the first is taken.
 */
const eitherOf = (
  known: LexiconEntry | undefined,
  next: LexiconEntry | undefined,
): LexiconEntry | undefined => {
  if (known === undefined || next === undefined) return known ?? next;
  if (known.wordClass !== 'place' || next.wordClass !== 'place') return known;
  const more = next.ids.filter((id) => !known.ids.includes(id));
  return more.length === 0 ? known : { ...known, ids: [...known.ids, ...more] };
};

const fuzzyCache = new Map<string, LexiconEntry | undefined>();
const fuzzyCacheLimit = 20_000;

/** The table word that a mistyped one stands for; none for a word that reads as pinyin. */
export const mistypedWord = (word: string): LexiconEntry | undefined => {
  if (word.length < shortestFuzzy || word.length > 24) return undefined;
  if (fuzzyCache.has(word)) return fuzzyCache.get(word);
  const { latin } = lexicon();
  if (losses === undefined) {
    losses = new Map();
    for (const [key, entry] of latin) {
      if (key.length < shortestFuzzy || key.length > 24 || entry.weak) continue;
      for (const loss of lossesOf(key)) {
        const known = losses.get(loss);
        if (known === undefined) losses.set(loss, [key]);
        else known.push(key);
      }
    }
  }
  let found: LexiconEntry | undefined;
  if (!isPinyin(word)) {
    for (const loss of lossesOf(word)) {
      for (const key of losses.get(loss) ?? []) {
        if (slipsBetween(word, key, 1) <= 1) found = eitherOf(found, latin.get(key));
      }
    }
  }
  if (fuzzyCache.size >= fuzzyCacheLimit) fuzzyCache.clear();
  fuzzyCache.set(word, found);
  return found;
};

/** The class and, where all agree, the entry of table words that begin so. */
export const wordsBeginning = (
  start: string,
): { entry: LexiconEntry | undefined; classes: ReadonlySet<WordClass> } => {
  const { sorted, latin } = lexicon();
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const classes = new Set<WordClass>();
  let entry: LexiconEntry | undefined;
  let agree = true;
  for (let at = low; at < sorted.length && (sorted[at] ?? '').startsWith(start); at++) {
    const next = latin.get(sorted[at] ?? '');
    if (next === undefined || next.weak) continue;
    classes.add(next.wordClass);
    if (entry === undefined) entry = next;
    else if (entry.wordClass !== next.wordClass || entry.ids[0] !== next.ids[0]) agree = false;
  }
  return { entry: agree ? entry : undefined, classes };
};
