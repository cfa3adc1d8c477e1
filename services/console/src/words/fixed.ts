/**
 * Sentences that the service writes in English: what rules say, what to do, what to ask for, why two
 * names are the same. One that has no Dutch here stays as it is, and is marked as English.
 */
import type { Language } from './dictionary.ts';
import { fixedTexts } from './fixed-texts.ts';
import { translatePattern } from './patterns.ts';

export function translateFixed(language: Language, text: string): string {
  return language === 'nl' ? (inDutch(text) ?? text) : text;
}

/** Whether the text stays English on a Dutch page. */
export function isLeftEnglish(language: Language, text: string): boolean {
  return language === 'nl' && inDutch(text) === null;
}

function inDutch(text: string): string | null {
  return fixedTexts[text] ?? translatePattern(text);
}
