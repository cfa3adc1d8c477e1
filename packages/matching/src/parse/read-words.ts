/**
 * Reads the words of a name into parts, left to right.
 *
 * Longest table word wins, over the space-less join of neighbouring words, so that split and joined
 * spellings meet. What no table holds is brand, unless it is a slip of a table word, a table word
 * cut off at the end of the field, or a place glued to the brand.
 */
import type { Word } from '../text/fold.ts';
import { isPinyin, pinyinSyllables } from '../text/syllables.ts';
import { isWadeGiles } from '../tables/wade-giles.ts';
import { unglue } from './glue.ts';
import {
  lexicon,
  type LexiconEntry,
  longStart,
  mistypedWord,
  shortStart,
  wordsBeginning,
} from './lexicon.ts';
import { cutHanzi } from './parse-hanzi.ts';
import { brandPart, type NamePart, partOf } from './parsed.ts';
import { provinceOf, unknownPlace } from './places.ts';

const mostJoined = 8;
const longestKey = 44;
/** Short forms such as 'sa' or 'ag' count only behind the brand; these also before it. */
const leadingForms = new Set(
  'pt cv ooo oao zao pao ao jsc ip too tov sc ud ctytnhh congtytnhh'.split(' '),
);
/** Short forms that are nothing else. */
const certainForms = new Set('ltd inc llc bhd pvt pte plc'.split(' '));
const numberWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth'.split(
    ' ',
  );
const romanNumbers = new Map([
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['vi', '6'],
  ['vii', '7'],
  ['viii', '8'],
]);
const ordinalEnds = new Set(['st', 'nd', 'rd', 'th']);
const numberMarks = new Set(['no', 'number', 'nr', 'num', 'di']);
interface Found {
  readonly entry: LexiconEntry;
  readonly size: number;
  readonly key: string;
}

/** A place of no table, equal only to itself. */
const unknownPlaceId = (text: string): number => {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return unknownPlace | (hash & 0x7fff);
};

/** Longest table word from `at` on; how many words it takes. */
const longestWord = (words: readonly Word[], at: number): Found | undefined => {
  const { latin, starts } = lexicon();
  let key = '';
  let found: Found | undefined;
  for (let size = 1; size <= mostJoined && at + size <= words.length; size++) {
    const word = words[at + size - 1];
    if (word === undefined || word.hanzi) break;
    key += word.text;
    if (key.length > longestKey) break;
    if (key.length >= shortStart && !starts.has(key.slice(0, shortStart))) break;
    if (key.length >= longStart && !starts.has(key.slice(0, longStart))) break;
    const entry = latin.get(key);
    // 'E CO' is no 'eco': short words are not put together, but of single letters.
    if (size > 1 && key.length <= 3 && key.length > size) continue;
    if (entry !== undefined) found = { entry, size, key };
  }
  return found;
};

/** True where only forms, loose words, places and a form cut off follow. */
const onlyTailFollows = (words: readonly Word[], from: number): boolean => {
  for (let at = from; at < words.length;) {
    const found = longestWord(words, at);
    if (found === undefined) {
      const last = words[at]?.text ?? '';
      return (
        at === words.length - 1 && last.length >= 3 && wordsBeginning(last).classes.has('legal')
      );
    }
    const { wordClass } = found.entry;
    if (wordClass !== 'legal' && wordClass !== 'loose' && wordClass !== 'place') return false;
    at += found.size;
  }
  return true;
};

/** Fields cut names off at 28 and 35 characters, some at other lengths. */
const maybeCut = (length: number): boolean => length >= 20 && length <= 70;
export const isAtLimit = (length: number): boolean =>
  (length >= 26 && length <= 28) || (length >= 33 && length <= 35);

const isSyllable = (text: string): boolean => pinyinSyllables.has(text) || isWadeGiles(text);

const startsWithDigit = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
};

class WordReader {
  readonly parts: NamePart[] = [];
  readonly #words: readonly Word[];
  readonly #length: number;
  #at = 0;
  #singles = '';

  constructor(words: readonly Word[], length: number) {
    this.#words = words;
    this.#length = length;
  }

  read(): NamePart[] {
    while (this.#at < this.#words.length) this.#readOne();
    this.#closeSingles();
    return this.parts;
  }

  #textAt(at: number): string {
    const word = this.#words[at];
    return word === undefined || word.hanzi ? '' : word.text;
  }

  /** Single letters in a row are one word: 'K. K. Carpet'. */
  #closeSingles(): void {
    if (this.#singles !== '') this.parts.push(brandPart(this.#singles));
    this.#singles = '';
  }

  #put(part: NamePart, words = 1): void {
    this.#closeSingles();
    this.parts.push(part);
    this.#at += words;
  }

  #putNumber(text: string, value: string, words = 1): void {
    this.#put({ text, partClass: 'number', label: value, ids: [], how: 'exact' }, words);
  }

  #hasBrand(): boolean {
    return this.#singles !== '' || this.parts.some(({ partClass }) => partClass === 'brand');
  }

  #readOne(): void {
    const at = this.#at;
    const word = this.#words[at];
    if (word === undefined) return;
    if (word.hanzi) {
      this.#closeSingles();
      this.parts.push(...cutHanzi(word.text));
      this.#at++;
      return;
    }
    const { text } = word;
    if (this.#readNumber(text) || this.#readCutForm()) return;
    const found = longestWord(this.#words, at);
    const ordinal = numberWords.indexOf(text);
    if (ordinal >= 0 && (found === undefined || found.size === 1)) {
      this.#putNumber(text, String(ordinal + 1));
      return;
    }
    if (found !== undefined && this.#readFound(found)) return;
    this.#readUnknown(text);
  }

  #readNumber(text: string): boolean {
    if (startsWithDigit(text)) {
      const ends = ordinalEnds.has(this.#textAt(this.#at + 1)) ? 2 : 1;
      this.#putNumber(text, text.replace(/^0+(?=\d)/, ''), ends);
      return true;
    }
    if (numberMarks.has(text) && startsWithDigit(this.#textAt(this.#at + 1))) {
      this.#at++;
      return true;
    }
    const roman = romanNumbers.get(text);
    if (roman === undefined || this.#at === 0) return false;
    this.#putNumber(text, roman);
    return true;
  }

  /** 'JOINT STOC', 'COMPANY LIMI': a form of more than one word, cut off by the field. */
  #readCutForm(): boolean {
    const rest = this.#words.slice(this.#at);
    if (rest.length < 2 || rest.length > 3 || !maybeCut(this.#length)) return false;
    const key = rest.map((word) => (word.hanzi ? '' : word.text)).join('');
    if (key.length < 6 || lexicon().latin.has(key)) return false;
    const { classes } = wordsBeginning(key);
    if (!classes.has('legal')) return false;
    const text = rest.map((word) => word.text).join(' ');
    this.#put({ text, partClass: 'cut', label: text, ids: [], how: 'cut' }, rest.length);
    return true;
  }

  #readFound({ entry, size, key }: Found): boolean {
    const at = this.#at;
    if (entry.weak && (!this.#hasBrand() || this.#isRowOfBrand(size))) return false;
    if (size === 1 && entry.wordClass !== 'legal' && this.#isSyllableOfBrand(key, entry))
      return false;
    if (entry.wordClass === 'legal' && key.length <= 3 && !certainForms.has(key)) {
      const fits = at > 0 ? onlyTailFollows(this.#words, at + size) : leadingForms.has(key);
      if (!fits) return false;
    }
    const found = this.#words.slice(at, at + size).map((piece) => piece.text);
    if (entry.wordClass === 'place' && this.#goesOnAsBrand(found)) return false;
    this.#put(partOf(found.join(' '), entry), size);
    // '... of Lop County': a division word behind a place adds nothing.
    if (entry.wordClass === 'place' && this.#isDivisionOf(entry, this.#at)) {
      const text = this.#textAt(this.#at);
      // 'Sanming Shi' is a city, or a firm called Shi: kept, in case that nothing else is the brand.
      if (isSyllable(text)) {
        this.parts.push({ text, partClass: 'division', label: text, ids: [], how: 'exact' });
      }
      this.#at++;
    }
    return true;
  }

  /** 'Shi' and 'Xian' are brands as well: of a province there is none, and 'Shi Xing' is one brand. */
  #isDivisionOf({ ids }: LexiconEntry, at: number): boolean {
    if (!this.#isDivision(at)) return false;
    if (!isSyllable(this.#textAt(at))) return true;
    return ids.every((id) => provinceOf(id) !== id) && !isSyllable(this.#textAt(at + 1));
  }

  #isDivision(at: number): boolean {
    return lexicon().latin.get(this.#textAt(at))?.wordClass === 'division';
  }

  /** 'Ruo Jin Rong Aquatic': syllables behind one of a brand that a trade follows go on as it. */
  #isRowOfBrand(size: number): boolean {
    const before = this.parts.at(-1);
    if (size < 2 || before?.partClass !== 'brand' || !isSyllable(before.text)) return false;
    const next = longestWord(this.#words, this.#at + size);
    const { wordClass, weak } = next?.entry ?? { wordClass: 'legal', weak: false };
    return (wordClass === 'industry' || wordClass === 'business') && !weak;
  }

  /**
   * A table word of one syllable among syllables is one of them: 'Da Wang', 'Jing Yu Da', 'Ai Kai'.
   */
  #isSyllableOfBrand(text: string, { wordClass }: LexiconEntry): boolean {
    if (!isSyllable(text) || this.#isDivision(this.#at + 1)) return false;
    const before = this.parts.at(-1);
    if (before?.partClass === 'brand' && isSyllable(before.text)) return true;
    if (before !== undefined && before.partClass !== 'place') return false;
    const next = this.#textAt(this.#at + 1);
    if (next === '' || !(isPinyin(next) || isWadeGiles(next))) return false;
    // 'Luan Jiezhuang' is a firm of Lu'an.
    if (wordClass === 'place' && !isSyllable(next)) return false;
    const nextFound = longestWord(this.#words, this.#at + 1);
    return nextFound === undefined || (isSyllable(next) && nextFound.size === 1);
  }

  /** 'Zhejiang Xing Yi Tong': behind a place, syllables that go on are a brand and no second place. */
  #goesOnAsBrand(found: readonly string[]): boolean {
    if (found.length < 2 || !found.every(isSyllable)) return false;
    if (!this.parts.some(({ partClass }) => partClass === 'place')) return false;
    const at = this.#at + found.length;
    return isSyllable(this.#textAt(at)) && longestWord(this.#words, at) === undefined;
  }

  #readUnknown(text: string): void {
    // 'Linxi County': a place of no table.
    const division = this.#textAt(this.#at + 1);
    const isPlace =
      this.#isDivision(this.#at + 1) && !(division === 'shi' && pinyinSyllables.has(text));
    if (isPlace && !this.#hasBrand() && text.length > 2 && isPinyin(text)) {
      const place = { text, partClass: 'place', label: text, ids: [unknownPlaceId(text)] } as const;
      this.#put({ ...place, how: 'exact' }, 2);
      return;
    }
    const cut = this.#at === this.#words.length - 1 ? this.#cutWord(text) : undefined;
    if (cut !== undefined) {
      this.#put(cut);
      return;
    }
    const slip = mistypedWord(text);
    if (slip !== undefined && slip.wordClass !== 'division') {
      this.#put(partOf(text, slip, 'typo'));
      return;
    }
    if (text.length === 1) {
      this.#singles += text;
      this.#at++;
      return;
    }
    this.#closeSingles();
    const glued = unglue(text);
    if (glued === undefined) this.parts.push(brandPart(text));
    else this.parts.push(...glued);
    this.#at++;
  }

  /** The last word, if it begins table words and the name is as long as a cut one. */
  #cutWord(text: string): NamePart | undefined {
    if (!maybeCut(this.#length) || this.parts.length === 0 || text.length > 14) return undefined;
    if (text.length < 3 && !isAtLimit(this.#length)) return undefined;
    const { entry, classes } = wordsBeginning(text);
    if (text.length >= 4 && entry !== undefined) return partOf(text, entry, 'cut');
    const known = (['industry', 'legal', 'business', 'body'] as const).some((wordClass) =>
      classes.has(wordClass),
    );
    return known ? { text, partClass: 'cut', label: text, ids: [], how: 'cut' } : undefined;
  }
}

export const readWords = (words: readonly Word[], length: number): NamePart[] =>
  new WordReader(words, length).read();
