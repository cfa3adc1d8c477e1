/**
 * Finds place names in free text, word by word, so that 'Lop' is found in 'Lop County' and not in
 * 'Philopappou', and says which words of the original it rests on.
 */
import { normalise } from '../text/normalise.ts';

export interface Place {
  /** GB/T 2260 division code, or our own for parks: '653224'. */
  readonly code: string;
  /** 'region', 'prefecture', 'county', 'xpcc-division', 'park', ... */
  readonly level: string;
  /** The name to show: 'Lop County'. */
  readonly title: string;
  /** Every spelling that means this place by itself. */
  readonly names: readonly string[];
  /** Spellings that also mean something else, and count only beside a sure sign. */
  readonly ambiguousNames: readonly string[];
}

export interface PlaceMention {
  readonly place: Place;
  /** The words as they stand in the text. */
  readonly matched: string;
  readonly ambiguous: boolean;
}

/**
 * What keeps a name from meaning the place. Every city has streets named after far places: one in
 * Shanghai is called after Urumqi.
 */
export interface NamingRules {
  /** 'road', 'lu', '路': a name before one of these is a street's. */
  readonly streetWords: readonly string[];
  /** 'north', 'zhong', '中': may stand between the name and the street word. */
  readonly directionWords: readonly string[];
  /** By name, the words that make a product of it: 'Hami' before 'melon'. */
  readonly productWords: Readonly<Record<string, readonly string[]>>;
  /** Names with a number in them, such as those of regiments: regular expressions over Hanzi. */
  readonly patterns: readonly { readonly regex: string; readonly placeCode: string }[];
}

export interface Gazetteer {
  /** Every place named, in order of appearance; the longest name wins where names overlap. */
  find(text: string): readonly PlaceMention[];
}

interface Entry {
  readonly place: Place;
  readonly words: readonly string[];
  readonly ambiguous: boolean;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’ʼ`][\p{L}\p{N}\p{M}]+)*/gu;
const han = /\p{Script=Han}/u;
/** Han names are written without spaces, and house numbers and streets run on from them. */
const hanRun = /[\p{Script=Han}\p{N}〇]+/gu;

export function buildGazetteer(places: readonly Place[], rules: NamingRules): Gazetteer {
  const notThePlace = compileRules(rules);
  const patterns = compilePatterns(places, rules);
  const byFirstWord = new Map<string, Entry[]>();
  const byFirstHan = new Map<string, { readonly name: string; readonly entry: Entry }[]>();
  for (const place of places) {
    for (const name of place.names) add(place, name, false);
    for (const name of place.ambiguousNames) add(place, name, true);
  }
  for (const entries of byFirstWord.values()) {
    entries.sort((a, b) => b.words.length - a.words.length);
  }
  for (const entries of byFirstHan.values()) {
    entries.sort((a, b) => b.name.length - a.name.length);
  }

  function add(place: Place, name: string, ambiguous: boolean): void {
    if (han.test(name)) {
      const entry = { place, words: [name], ambiguous };
      const first = name.charAt(0);
      byFirstHan.set(first, [...(byFirstHan.get(first) ?? []), { name, entry }]);
      return;
    }
    const words = wordsOf(name).map((word) => word.text);
    const first = words[0];
    if (first === undefined) return;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { place, words, ambiguous }]);
  }

  function findWords(text: string, into: { start: number; mention: PlaceMention }[]): void {
    const words = wordsOf(text);
    for (let at = 0; at < words.length;) {
      const word = words[at];
      if (word === undefined) break;
      const entry = byFirstWord
        .get(word.text)
        ?.find((candidate) => candidate.words.every((part, i) => words[at + i]?.text === part));
      if (entry === undefined) {
        at += 1;
        continue;
      }
      const last = words[at + entry.words.length - 1] ?? word;
      at += entry.words.length;
      if (notThePlace.words(entry.words, words, at)) continue;
      into.push({
        start: word.start,
        mention: {
          place: entry.place,
          matched: text.slice(word.start, last.end),
          ambiguous: entry.ambiguous,
        },
      });
    }
  }

  function findHan(text: string, into: { start: number; mention: PlaceMention }[]): void {
    for (const run of text.matchAll(hanRun)) {
      const chars = run[0];
      for (let at = 0; at < chars.length;) {
        const hit = byFirstHan
          .get(chars.charAt(at))
          ?.find((candidate) => chars.startsWith(candidate.name, at));
        if (hit === undefined) {
          at += 1;
          continue;
        }
        const start = run.index + at;
        at += hit.name.length;
        if (notThePlace.han(hit.name, chars.slice(at))) continue;
        into.push({
          start,
          mention: {
            place: hit.entry.place,
            matched: hit.name,
            ambiguous: hit.entry.ambiguous,
          },
        });
      }
      for (const { regex, place } of patterns) {
        for (const match of chars.matchAll(regex)) {
          into.push({
            start: run.index + match.index,
            mention: { place, matched: match[0], ambiguous: false },
          });
        }
      }
    }
  }

  return {
    find(text) {
      const found: { start: number; mention: PlaceMention }[] = [];
      findWords(text, found);
      if (han.test(text)) findHan(text, found);
      return found.toSorted((a, b) => a.start - b.start).map((each) => each.mention);
    },
  };
}

interface NotThePlace {
  /** Whether the words from `next` on turn the name before them into another thing's. */
  readonly words: (name: readonly string[], words: readonly Word[], next: number) => boolean;
  readonly han: (name: string, rest: string) => boolean;
}

function compileRules({ streetWords, directionWords, productWords }: NamingRules): NotThePlace {
  const isHan = (word: string): boolean => han.test(word);
  const streets = new Set(streetWords);
  const directions = new Set(directionWords);
  const hanStreet = new RegExp(
    `^(?:${directionWords.filter(isHan).join('|')})?(?:${streetWords.filter(isHan).join('|')})`,
    'u',
  );
  const products = new Map(
    Object.entries(productWords).map(([name, words]) => [
      isHan(name)
        ? name
        : wordsOf(name)
            .map((word) => word.text)
            .join(' '),
      words,
    ]),
  );
  return {
    words(name, words, next) {
      const first = words[next]?.text ?? '';
      if (products.get(name.join(' '))?.includes(first)) return true;
      return (
        streets.has(first) || (directions.has(first) && streets.has(words[next + 1]?.text ?? ''))
      );
    },
    han: (name, rest) =>
      hanStreet.test(rest) || (products.get(name)?.some((word) => rest.startsWith(word)) ?? false),
  };
}

function compilePatterns(
  places: readonly Place[],
  { patterns }: NamingRules,
): { readonly regex: RegExp; readonly place: Place }[] {
  return patterns.map(({ regex, placeCode }) => {
    const place = places.find(({ code }) => code === placeCode);
    if (place === undefined) throw new RangeError(`no place has the code "${placeCode}"`);
    return { regex: new RegExp(regex, 'gu'), place };
  });
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const folded = normalise(match[0]).replaceAll(' ', '');
    if (folded !== '') {
      words.push({ text: folded, start: match.index, end: match.index + match[0].length });
    }
  }
  return words;
}
