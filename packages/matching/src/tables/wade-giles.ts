/**
 * Wade-Giles syllables as pinyin, for names of Taiwan, of older lists and of older firms.
 *
 * Apostrophes are mostly lost on papers, so 'kang' may be kang or gang: each syllable stands with
 * every pinyin it can be. Source: the standard conversion table between the two systems.
 */
import { pinyinSyllables } from '../text/syllables.ts';

/** Initials: Wade-Giles without the apostrophe, then the pinyin initials it stands for. */
const initials: readonly (readonly [string, readonly string[]])[] = [
  ['hs', ['x']],
  ['tz', ['z', 'c']],
  ['ts', ['z', 'c']],
  ['ss', ['s']],
  ['sz', ['s']],
  ['ch', ['zh', 'ch', 'j', 'q']],
  ['sh', ['sh']],
  ['p', ['b', 'p']],
  ['t', ['d', 't']],
  ['k', ['g', 'k']],
  ['j', ['r']],
  ['m', ['m']],
  ['f', ['f']],
  ['n', ['n']],
  ['l', ['l']],
  ['h', ['h']],
  ['s', ['s']],
  ['w', ['w']],
  ['y', ['y']],
  ['', ['']],
];

/** Finals that are written otherwise; any other is the same in both. */
const finals: Readonly<Record<string, readonly string[]>> = {
  ung: ['ong'],
  ien: ['ian'],
  ieh: ['ie'],
  yen: ['yan'],
  eh: ['e'],
  en: ['en', 'an'],
  ueh: ['ue'],
  uei: ['ui'],
  o: ['o', 'uo', 'e'],
  ih: ['i'],
  u: ['u', 'v'],
  uan: ['uan'],
  un: ['un'],
  erh: ['er'],
  iung: ['iong'],
  iu: ['iu'],
  ieng: ['ing'],
  eng: ['eng'],
  e: ['e'],
  yeh: ['ye'],
  yu: ['you', 'yu'],
  yung: ['yong'],
  i: ['i'],
};

const wadeSyllables = new Map<string, readonly string[]>();
for (const [wade, pinyins] of initials) {
  const rests = new Set<string>(Object.keys(finals));
  for (const syllable of pinyinSyllables) {
    for (const initial of pinyins) {
      if (syllable.startsWith(initial)) rests.add(syllable.slice(initial.length));
    }
  }
  for (const rest of rests) {
    if (rest === '') continue;
    const found = new Set<string>();
    for (const initial of pinyins) {
      // Before i and ü, ch is j or q; elsewhere zh or ch.
      for (const final of [...(finals[rest] ?? []), rest]) {
        const syllable = `${initial}${final}`;
        if (pinyinSyllables.has(syllable)) found.add(syllable);
      }
    }
    if (found.size > 0 && !wadeSyllables.has(wade + rest))
      wadeSyllables.set(wade + rest, [...found]);
  }
}
wadeSyllables.set('szu', ['si']);
wadeSyllables.set('tzu', ['zi', 'ci']);
wadeSyllables.set('ssu', ['si']);
wadeSyllables.set('hsin', ['xin']);
wadeSyllables.set('hsing', ['xing']);
wadeSyllables.set('jih', ['ri']);
wadeSyllables.set('i', ['yi']);
wadeSyllables.set('o', ['e']);
wadeSyllables.set('yu', ['yu', 'you']);

const limit = 16;

/** True for a syllable as Wade-Giles writes it. */
export const isWadeGiles = (letters: string): boolean => wadeSyllables.has(letters);

/** No pinyin syllable, but one of Wade-Giles: it marks a name as such. */
const isTelling = (token: string): boolean =>
  wadeSyllables.has(token) && !pinyinSyllables.has(token);

/** Pinyin readings of a row of syllables; empty where it does not read as Wade-Giles. */
export const pinyinOfWadeGiles = (tokens: readonly string[]): readonly string[] => {
  // Syllables written apart may be of either system; a single one must be telling.
  if (tokens.length > 4 || (tokens.length < 2 && !tokens.some(isTelling))) return [];
  let readings = [''];
  for (const token of tokens) {
    const options = wadeSyllables.get(token);
    if (options === undefined) return [];
    readings = readings
      .flatMap((before) => options.map((option) => before + option))
      .slice(0, limit);
  }
  const plain = tokens.join('');
  return readings.filter((reading) => reading !== plain);
};
