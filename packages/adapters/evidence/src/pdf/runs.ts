/**
 * Breaks a text into lines of runs, each in one font and one direction. Lines run left to right;
 * words of a right-to-left script that follow each other make one run, which the font engine sets
 * from right to left.
 */
import type { FontPiece, Fonts } from './fonts.ts';

export interface Run {
  readonly text: string;
  readonly piece: FontPiece;
}

export type Line = readonly Run[];

export type Measure = (run: Run) => number;

/** The smallest thing that is not broken: a word, a Chinese character, or the space between. */
interface Atom extends Run {
  readonly space: boolean;
}

export function breakLines(
  text: string,
  fonts: Fonts,
  width: number,
  measure: Measure,
): readonly Line[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((paragraph) => {
    const lines: Line[] = [];
    let line: Atom[] = [];
    let used = 0;
    for (const atom of atomsOf(paragraph, fonts).flatMap((each) => fit(each, width, measure))) {
      const needed = measure(atom);
      if (used + needed > width && line.length > 0) {
        lines.push(joinRuns(line));
        line = [];
        used = 0;
        // A line does not begin with the space it was broken at.
        if (atom.space) continue;
      }
      line.push(atom);
      used += needed;
    }
    lines.push(joinRuns(line));
    return lines;
  });
}

/** A character that no font has, as its number. */
export function writeUnknown(character: string): string {
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `‹U+${point}›`;
}

const hanLike = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

function atomsOf(text: string, fonts: Fonts): readonly Atom[] {
  const atoms: Atom[] = [];
  const base = fonts.pieceOf('U');
  if (base === null) throw new Error('the fonts lack the letters of the alphabet');
  let word = '';
  let piece = base;
  const close = (): void => {
    if (word !== '') atoms.push({ text: word, piece, space: false });
    word = '';
  };
  for (const character of text) {
    if (character.trim() === '') {
      close();
      atoms.push({ text: ' ', piece: base, space: true });
      continue;
    }
    const own = fonts.pieceOf(character);
    const shown = own === null ? writeUnknown(character) : character;
    const next = own ?? base;
    if (next !== piece || hanLike.test(character)) close();
    piece = next;
    word += shown;
    if (hanLike.test(character)) close();
  }
  close();
  return atoms;
}

/** A word wider than a line, such as a digest, in parts that fit. */
function fit(atom: Atom, width: number, measure: Measure): readonly Atom[] {
  if (measure(atom) <= width) return [atom];
  const parts: Atom[] = [];
  let text = '';
  for (const character of atom.text) {
    if (text !== '' && measure({ ...atom, text: text + character }) > width) {
      parts.push({ ...atom, text });
      text = '';
    }
    text += character;
  }
  return [...parts, { ...atom, text }];
}

/** Neighbours in one font become one run; so does the space between right-to-left words. */
function joinRuns(atoms: readonly Atom[]): Line {
  const runs: Run[] = [];
  atoms.forEach((atom, index) => {
    const last = runs.at(-1);
    const next = atoms[index + 1];
    const between = atom.space && last?.piece.rightToLeft === true && next?.piece === last.piece;
    const piece = between ? last.piece : atom.piece;
    if (last?.piece === piece) runs[runs.length - 1] = { piece, text: last.text + atom.text };
    else runs.push({ piece, text: atom.text });
  });
  return runs;
}
