/**
 * The words of a text with where they stand, folded as `normalise` folds: 'Xi’an' is one word, and
 * what a finding cites is the text as declared, not as folded.
 */
import { normalise } from './normalise.ts';

export interface Word {
  /** Folded: lower case, no accents, no apostrophes. */
  readonly text: string;
  /** Place in the original, in UTF-16 units; `end` is just past it. */
  readonly start: number;
  readonly end: number;
}

const anyWord = /[\p{L}\p{N}\p{M}]+(?:['’ʼ`][\p{L}\p{N}\p{M}]+)*/gu;
const asciiWord = /[a-z0-9]+(?:['`][a-z0-9]+)*/g;
const ascii = /^[ -~\t\n\r]*$/;
const han = /\p{Script=Han}/u;

/** Whether the text holds Hanzi, which are written without spaces. */
export function hasHan(text: string): boolean {
  return !ascii.test(text) && han.test(text);
}

/** The text asked about last: several indexes look through one description, one after another. */
let lastText = '';
let lastWords: readonly Word[] = [];

export function wordsOf(text: string): readonly Word[] {
  if (text === lastText) return lastWords;
  lastWords = ascii.test(text) ? asciiWords(text.toLowerCase()) : anyWords(text);
  lastText = text;
  return lastWords;
}

function asciiWords(lower: string): Word[] {
  const words: Word[] = [];
  asciiWord.lastIndex = 0;
  for (let match = asciiWord.exec(lower); match !== null; match = asciiWord.exec(lower)) {
    const [found] = match;
    const folded = /['`]/.test(found) ? found.replaceAll(/['`]/g, '') : found;
    words.push({ text: folded, start: match.index, end: match.index + found.length });
  }
  return words;
}

function anyWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(anyWord)) {
    const folded = normalise(match[0]).replaceAll(' ', '');
    if (folded !== '') {
      words.push({ text: folded, start: match.index, end: match.index + match[0].length });
    }
  }
  return words;
}
