/**
 * Finds known phrases in free text: whole words in alphabetic scripts, so that 'Lop' is found in
 * 'Lop County' and not in 'Philopappou'; anywhere in Hanzi, which have no spaces. Where phrases
 * overlap the longest wins.
 */
import { hasHan, wordsOf, type Word } from './words.ts';

export interface Phrase<Value> {
  readonly text: string;
  readonly value: Value;
}

export interface PhraseHit<Value> {
  readonly value: Value;
  /** As it stands in the text. */
  readonly matched: string;
  readonly start: number;
  readonly end: number;
}

export interface PhraseRules {
  /** Whether the words from `next` on make the phrase before them mean another thing. */
  readonly rejectWords?: (
    phrase: readonly string[],
    words: readonly Word[],
    next: number,
  ) => boolean;
  /** The same in Hanzi: `rest` follows the phrase. */
  readonly rejectHan?: (phrase: string, rest: string) => boolean;
}

export interface PhraseIndex<Value> {
  /** Hits in order of appearance. */
  find(text: string): PhraseHit<Value>[];
}

/** Han names are written without spaces, and house numbers and streets run on from them. */
const hanRun = /[\p{Script=Han}\p{N}〇]+/gu;

interface WordEntry<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** The first phrase wins where two have the same words. */
export function indexPhrases<Value>(
  phrases: Iterable<Phrase<Value>>,
  { rejectWords, rejectHan }: PhraseRules = {},
): PhraseIndex<Value> {
  const byFirstWord = new Map<string, WordEntry<Value>[]>();
  const byFirstHan = new Map<string, Phrase<Value>[]>();
  for (const phrase of phrases) {
    if (hasHan(phrase.text)) {
      addTo(byFirstHan, phrase.text.charAt(0), phrase);
      continue;
    }
    const words = wordsOf(phrase.text).map((word) => word.text);
    const [first] = words;
    if (first !== undefined) addTo(byFirstWord, first, { words, value: phrase.value });
  }
  for (const entries of byFirstWord.values()) {
    entries.sort((a, b) => b.words.length - a.words.length);
  }
  for (const entries of byFirstHan.values()) entries.sort((a, b) => b.text.length - a.text.length);

  function findWords(text: string, hits: PhraseHit<Value>[]): void {
    const words = wordsOf(text);
    for (let at = 0; at < words.length;) {
      const word = words[at] as Word;
      const entry = byFirstWord
        .get(word.text)
        ?.find((candidate) => candidate.words.every((part, i) => words[at + i]?.text === part));
      if (entry === undefined) {
        at += 1;
        continue;
      }
      at += entry.words.length;
      if (rejectWords?.(entry.words, words, at) === true) continue;
      const { end } = words[at - 1] as Word;
      const matched = text.slice(word.start, end);
      hits.push({ value: entry.value, matched, start: word.start, end });
    }
  }

  function findHan(text: string, hits: PhraseHit<Value>[]): void {
    for (const run of text.matchAll(hanRun)) {
      const [chars] = run;
      for (let at = 0; at < chars.length;) {
        const phrase = byFirstHan
          .get(chars.charAt(at))
          ?.find((candidate) => chars.startsWith(candidate.text, at));
        if (phrase === undefined) {
          at += 1;
          continue;
        }
        const start = run.index + at;
        at += phrase.text.length;
        if (rejectHan?.(phrase.text, chars.slice(at)) === true) continue;
        const end = start + phrase.text.length;
        hits.push({ value: phrase.value, matched: phrase.text, start, end });
      }
    }
  }

  return {
    find(text) {
      const hits: PhraseHit<Value>[] = [];
      findWords(text, hits);
      if (byFirstHan.size > 0 && hasHan(text)) {
        findHan(text, hits);
        hits.sort((a, b) => a.start - b.start);
      }
      return hits;
    },
  };
}

function addTo<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const present = map.get(key);
  if (present === undefined) map.set(key, [entry]);
  else present.push(entry);
}
