/** What scoring needs of a name: the parse without its words, as the index stores it. */
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
  readonly folded: string;
}
