/**
 * Finds place names in free text, word by word, so that 'Lop' is found in 'Lop County' and not in
 * 'Philopappou', and says which words of the original it rests on.
 */
import { indexPhrases } from '../text/phrases.ts';
import { hasHan, wordsOf, type Word } from '../text/words.ts';

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

const hanRun = /[\p{Script=Han}\p{N}〇]+/gu;

export function buildGazetteer(places: readonly Place[], rules: NamingRules): Gazetteer {
  const notThePlace = compileRules(rules);
  const patterns = compilePatterns(places, rules);
  const index = indexPhrases(
    places.flatMap((place) => [
      ...place.names.map((text) => ({ text, value: { place, ambiguous: false } })),
      ...place.ambiguousNames.map((text) => ({ text, value: { place, ambiguous: true } })),
    ]),
    { rejectWords: notThePlace.words, rejectHan: notThePlace.han },
  );
  return {
    find(text) {
      const found = index
        .find(text)
        .map(({ value, matched, start }) => ({ start, mention: { ...value, matched } }));
      if (patterns.length > 0 && hasHan(text)) found.push(...findPatterns(patterns, text));
      return found.toSorted((a, b) => a.start - b.start).map((each) => each.mention);
    },
  };
}

function findPatterns(
  patterns: readonly NamePattern[],
  text: string,
): { start: number; mention: PlaceMention }[] {
  return [...text.matchAll(hanRun)].flatMap((run) =>
    patterns.flatMap(({ regex, place }) =>
      [...run[0].matchAll(regex)].map((match) => ({
        start: run.index + match.index,
        mention: { place, matched: match[0], ambiguous: false },
      })),
    ),
  );
}

interface NotThePlace {
  /** Whether the words from `next` on turn the name before them into another thing's. */
  readonly words: (name: readonly string[], words: readonly Word[], next: number) => boolean;
  readonly han: (name: string, rest: string) => boolean;
}

function compileRules({ streetWords, directionWords, productWords }: NamingRules): NotThePlace {
  const streets = new Set(streetWords);
  const directions = new Set(directionWords);
  const hanStreets = streetWords.filter(hasHan);
  const hanStreet =
    hanStreets.length === 0
      ? null
      : new RegExp(
          `^(?:${directionWords.filter(hasHan).join('|')})?(?:${hanStreets.join('|')})`,
          'u',
        );
  const products = new Map(
    Object.entries(productWords).map(([name, words]) => [
      hasHan(name)
        ? name
        : wordsOf(name)
            .map((word) => word.text)
            .join(' '),
      words,
    ]),
  );
  return {
    words(name, words, next) {
      const follower = words[next];
      if (follower === undefined) return false;
      // 'Lop, East Road 5' is a street in Lop; 'Lop East Road 5' may be anywhere.
      if (follower.start - (words[next - 1]?.end ?? 0) > 1) return false;
      const first = follower.text;
      if (products.get(name.join(' '))?.includes(first)) return true;
      return (
        streets.has(first) || (directions.has(first) && streets.has(words[next + 1]?.text ?? ''))
      );
    },
    han: (name, rest) =>
      hanStreet?.test(rest) === true ||
      (products.get(name)?.some((word) => rest.startsWith(word)) ?? false),
  };
}

interface NamePattern {
  readonly regex: RegExp;
  readonly place: Place;
}

function compilePatterns(places: readonly Place[], { patterns }: NamingRules): NamePattern[] {
  return patterns.map(({ regex, placeCode }) => {
    const place = places.find(({ code }) => code === placeCode);
    if (place === undefined) throw new RangeError(`no place has the code "${placeCode}"`);
    return { regex: new RegExp(regex, 'gu'), place };
  });
}
