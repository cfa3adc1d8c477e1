/**
 * A name taken apart: where, what brand, which trade, what sort of body, which numbers.
 *
 * Chinese firms are named place + brand + trade + form; only the brand tells one from another, and
 * the rest tells whether two firms of one brand are the same.
 */
import type { LexiconEntry, WordClass } from './lexicon.ts';

export type PartClass = WordClass | 'brand' | 'number' | 'cut' | 'alias';

/** A stretch of the name and what it was read as. */
export interface NamePart {
  readonly text: string;
  readonly partClass: PartClass;
  readonly label: string;
  /** Place ids, or one concept number; empty for brands and numbers. */
  readonly ids: readonly number[];
  /** 'typo' or 'cut' where the word was read with a slip or a lost end. */
  readonly how: 'exact' | 'typo' | 'cut' | 'glued';
}

export const partOf = (
  text: string,
  entry: LexiconEntry,
  how: NamePart['how'] = 'exact',
): NamePart => ({ text, partClass: entry.wordClass, label: entry.label, ids: entry.ids, how });

export const brandPart = (text: string, how: NamePart['how'] = 'exact'): NamePart => ({
  text,
  partClass: 'brand',
  label: text,
  ids: [],
  how,
});

export interface ParsedName {
  readonly parts: readonly NamePart[];
  /** Alternatives of one spelling stand apart: [[Taizhou JS, Taizhou ZJ], [Xinjiang]]. */
  readonly places: readonly number[];
  readonly industries: readonly number[];
  readonly business: readonly number[];
  readonly bodies: readonly number[];
  readonly loose: readonly number[];
  /** Legal kinds by number, last first. */
  readonly legal: readonly number[];
  readonly numbers: readonly string[];
  /** Brand words; Hanzi brands as one word of pinyin. */
  readonly brand: readonly string[];
  /** The brand words joined. */
  readonly core: string;
  /** Other readings of the core: Wade-Giles, second readings of Hanzi. */
  readonly readings: readonly string[];
  /** The brand in simplified Hanzi, if the name is in Hanzi. */
  readonly hanzi: string;
  /** The last word seems cut off. */
  readonly cut: boolean;
  /** All words but the legal form joined, Hanzi as pinyin: for comparing names whole. */
  readonly plain: string;
  /** The same with Hanzi as they stand: equal for names that differ in form, case and spaces only. */
  readonly whole: string;
}
