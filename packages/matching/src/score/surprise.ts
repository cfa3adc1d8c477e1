/**
 * How telling a brand is, in bits: about how many firms one would meet before another bears it.
 *
 * The index cannot say this of a list of two hundred names, so a fixed estimate stands beside the
 * count of names in the index.
 */
import { brandSyllableShare, commonBrandWords } from '../tables/brand-words.ts';
import { cutSyllables } from '../text/syllables.ts';

const common = new Set(commonBrandWords.split('|'));
const cache = new Map<string, number>();
const cacheLimit = 50_000;

const bitsOf = (word: string): number => {
  if (common.has(word)) return 6;
  const syllables = cutSyllables(word);
  if (syllables !== undefined) {
    let bits = 0;
    for (const syllable of syllables) {
      bits += Math.log2(1000 / (brandSyllableShare[syllable] ?? 1.5));
    }
    return Math.min(bits, 3.2 * word.length, 40);
  }
  return Math.min(2.8 * word.length, 26);
};

/** Bits of one brand word. */
export const surprise = (word: string): number => {
  let bits = cache.get(word);
  if (bits === undefined) {
    bits = bitsOf(word);
    if (cache.size >= cacheLimit) cache.clear();
    cache.set(word, bits);
  }
  return bits;
};

export const surpriseOf = (words: readonly string[]): number => {
  let bits = 0;
  for (const word of words) bits += surprise(word);
  return bits;
};
