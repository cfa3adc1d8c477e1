/**
 * Sentences that the service writes in English and always in the same words: what rules say, what
 * to do, what to ask for. One that is not here stays as it is.
 */
import { fixedTexts } from './fixed-texts.ts';
import type { Language } from './dictionary.ts';

export function translateFixed(language: Language, text: string): string {
  return language === 'nl' ? (fixedTexts[text] ?? text) : text;
}

/** Whether the text stays English on a Dutch page, and must be marked as such. */
export function isLeftEnglish(language: Language, text: string): boolean {
  return language === 'nl' && fixedTexts[text] === undefined;
}
