/** What scoring needs of a name: the parse without its words, as the index stores it. */
import type { ParsedName } from '../parse/parsed.ts';
import { longestWhole } from '../text/similarity.ts';
import { hashText } from '../text/hash.ts';

export interface Comparable {
  readonly places: readonly number[];
  readonly industries: readonly number[];
  readonly business: readonly number[];
  readonly bodies: readonly number[];
  readonly legal: readonly number[];
  readonly numbers: readonly string[];
  readonly brand: readonly string[];
  readonly core: string;
  readonly readings: readonly string[];
  readonly hanzi: string;
  readonly cut: boolean;
  /** The words but the legal form, joined; as much of them as is compared. */
  readonly plain: string;
  /** Hash of all words but the legal form, to tell names that are the same; 0 where there are none. */
  readonly whole: number;
}

export const comparableOf = (name: ParsedName): Comparable => ({
  ...name,
  plain: name.plain.slice(0, longestWhole),
  whole: name.whole === '' ? 0 : hashText(name.whole, 0),
});
