/**
 * The words that names and addresses are filed under and asked for by: case, accents and
 * punctuation aside. Hanzi are written without spaces, so a run of them is filed under each
 * character and each pair, and asked for by its pairs.
 */
import { normalise } from '@herkomst/core';

const hanRun = /\p{Script=Han}+/gu;
const otherRun = /[^\p{Script=Han}\s]+/gu;
const asciiOnly = /^[\u0020-\u007e]*$/;

/** To file a text under. */
export function wordsToFile(text: string): string[] {
  const folded = normalise(text);
  if (asciiOnly.test(folded)) return folded === '' ? [] : folded.split(' ');
  return [
    ...(folded.match(otherRun) ?? []),
    ...(folded.match(hanRun) ?? []).flatMap((run) => [...run, ...pairsOf(run)]),
  ];
}

/** To ask for a text by: what is filed under all of these has all its words. */
export function wordsToAsk(text: string): string[] {
  const folded = normalise(text);
  const runs = folded.match(hanRun) ?? [];
  return [
    ...new Set([
      ...(folded.match(otherRun) ?? []),
      ...runs.flatMap((run) => ([...run].length === 1 ? [run] : pairsOf(run))),
    ]),
  ];
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}
