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

/** What is not broken: a word, a Chinese character. */
type Word = readonly Run[];

const space = ' ';
const hanLike = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

export function breakLines(
  text: string,
  fonts: Fonts,
  width: number,
  measure: Measure,
): readonly Line[] {
  const base = fonts.pieceOf('U');
  if (base === null) throw new Error('the fonts lack the letters of the alphabet');
  const widthOf = (word: Word): number => word.reduce((sum, run) => sum + measure(run), 0);
  return text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((paragraph) => {
    const lines: Line[] = [];
    let line: Run[] = [];
    let used = 0;
    for (const word of wordsOf(paragraph, fonts, base).flatMap((each) =>
      fit(each, width, measure),
    )) {
      const needed = widthOf(word);
      if (used + needed > width && line.length > 0) {
        lines.push(joinRuns(line));
        line = [];
        used = 0;
        // A line does not begin with the space it was broken at.
        if (word[0]?.text === space) continue;
      }
      line.push(...word);
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

function wordsOf(text: string, fonts: Fonts, base: FontPiece): readonly Word[] {
  const words: Word[] = [];
  let word: Run[] = [];
  const close = (): void => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const character of text) {
    if (character.trim() === '') {
      close();
      words.push([{ text: space, piece: base }]);
      continue;
    }
    const own = fonts.pieceOf(character);
    const run = { text: own === null ? writeUnknown(character) : character, piece: own ?? base };
    const alone = hanLike.test(character);
    if (alone) close();
    word = append(word, run);
    if (alone) close();
  }
  close();
  return words;
}

/** A word wider than a line, such as a digest, in parts that fit. */
function fit(word: Word, width: number, measure: Measure): readonly Word[] {
  const whole = word.reduce((sum, run) => sum + measure(run), 0);
  if (whole <= width) return [word];
  const parts: Word[] = [];
  let part: Run[] = [];
  let used = 0;
  for (const { text, piece } of word) {
    for (const character of text) {
      const run = { text: character, piece };
      const needed = measure(run);
      if (used + needed > width && part.length > 0) {
        parts.push(part);
        part = [];
        used = 0;
      }
      part = append(part, run);
      used += needed;
    }
  }
  return [...parts, part];
}

/** Neighbours in one font become one run; so does the space between right-to-left words. */
function joinRuns(runs: readonly Run[]): Line {
  let joined: Run[] = [];
  runs.forEach((run, index) => {
    const last = joined.at(-1);
    const next = runs[index + 1];
    const between =
      run.text === space && last?.piece.rightToLeft === true && next?.piece === last.piece;
    joined = append(joined, between ? { text: space, piece: last.piece } : run);
  });
  return joined;
}

function append(runs: Run[], run: Run): Run[] {
  const last = runs.at(-1);
  if (last?.piece !== run.piece) return [...runs, run];
  return [...runs.slice(0, -1), { piece: run.piece, text: last.text + run.text }];
}
