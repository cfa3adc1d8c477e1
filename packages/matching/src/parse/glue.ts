/** Cuts known words off both ends of a glued one: 'hetianhaolinhairproductscoltd'. */
import { isPinyin, pinyinSyllables } from '../text/syllables.ts';
import { lexicon, type LexiconEntry } from './lexicon.ts';
import { brandPart, type NamePart, partOf } from './parsed.ts';

const shortestGlued = 8;
const shortestPiece = 5;
const longestPiece = 44;
const shortestBrand = 3;

/** A place cut off a pinyin word leaves pinyin of two syllables: 'Bozhourui' is no firm of Bozhou. */
const canStandAlone = (whole: string, rest: string): boolean =>
  !pinyinSyllables.has(rest) && (isPinyin(rest) || !isPinyin(whole));

type Piece = readonly [text: string, entry: LexiconEntry];

const takeOff = (
  rest: string,
  pieceOf: (size: number) => string,
  fits: (entry: LexiconEntry) => boolean,
): Piece | undefined => {
  const { latin } = lexicon();
  const longest = Math.min(longestPiece, rest.length - shortestBrand);
  for (let size = longest; size >= shortestPiece; size--) {
    const piece = pieceOf(size);
    const entry = latin.get(piece);
    if (entry !== undefined && fits(entry)) return [piece, entry];
  }
  return undefined;
};

/** The parts of a glued word, the brand among them; undefined where nothing comes off. */
export const unglue = (word: string): NamePart[] | undefined => {
  let rest = word;
  const before: NamePart[] = [];
  const after: NamePart[] = [];
  while (rest.length >= shortestGlued) {
    const tail = takeOff(
      rest,
      (size) => rest.slice(rest.length - size),
      ({ weak, wordClass }) => !weak && wordClass !== 'place' && wordClass !== 'division',
    );
    if (tail === undefined) break;
    after.unshift(partOf(tail[0], tail[1], 'glued'));
    rest = rest.slice(0, rest.length - tail[0].length);
  }
  while (rest.length >= shortestGlued) {
    const head = takeOff(
      rest,
      (size) => rest.slice(0, size),
      ({ wordClass }) => wordClass === 'place',
    );
    if (head === undefined || !canStandAlone(rest, rest.slice(head[0].length))) break;
    before.push(partOf(head[0], head[1], 'glued'));
    rest = rest.slice(head[0].length);
  }
  return before.length + after.length === 0
    ? undefined
    : [...before, brandPart(rest, 'glued'), ...after];
};
