/**
 * Pinyin syllables, and whether a run of letters reads as a row of them.
 *
 * A slip of the hand mostly leaves no valid syllable ('haoiln'), another firm's brand always does
 * ('haolan'): this is what tells a typo from a neighbour one syllable apart.
 */
import { hanziReadings } from '../tables/hanzi-readings.ts';

export const pinyinSyllables: ReadonlySet<string> = new Set(
  hanziReadings
    .map((row) => row.slice(0, row.indexOf(' ')))
    .concat('nv', 'lv', 'lve', 'nve', 'du', 'xia', 'zeng'),
);

const longestSyllable = 6;

/** Cuts letters into pinyin syllables, fewest first; undefined where they are no pinyin. */
export const cutSyllables = (letters: string): readonly string[] | undefined => {
  const length = letters.length;
  if (length === 0 || length > 40) return undefined;
  const best: (number | undefined)[] = Array.from({ length: length + 1 });
  const from: number[] = Array.from({ length: length + 1 }, () => 0);
  best[0] = 0;
  for (let end = 1; end <= length; end++) {
    for (let start = Math.max(0, end - longestSyllable); start < end; start++) {
      const before = best[start];
      if (before === undefined) continue;
      const so = before + 1;
      const known = best[end];
      if ((known === undefined || so < known) && pinyinSyllables.has(letters.slice(start, end))) {
        best[end] = so;
        from[end] = start;
      }
    }
  }
  if (best[length] === undefined) return undefined;
  const out: string[] = [];
  for (let end = length; end > 0; end = from[end] ?? 0) out.push(letters.slice(from[end], end));
  return out.toReversed();
};

const known = new Map<string, boolean>();
const mostKnown = 50_000;

/** True where letters read as pinyin throughout. */
export const isPinyin = (letters: string): boolean => {
  if (pinyinSyllables.has(letters)) return true;
  let answer = known.get(letters);
  if (answer === undefined) {
    answer = cutSyllables(letters) !== undefined;
    if (known.size >= mostKnown) known.clear();
    known.set(letters, answer);
  }
  return answer;
};
