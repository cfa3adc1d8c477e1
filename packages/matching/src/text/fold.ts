/**
 * Any text as lower-case ASCII words and Hanzi words, so that all that follows sees one alphabet.
 *
 * Case, width, accents, points and apostrophes carry no meaning on commercial papers; word order,
 * digits and Hanzi do. Never throws: what has no letters gives no words.
 */
import anyAscii from 'any-ascii';
import { hasArabicScript, latinOfUyghur } from './uyghur.ts';
import { simplify } from './hanzi.ts';

/** One word. Hanzi words are runs of simplified characters. */
export interface Word {
  readonly text: string;
  readonly hanzi: boolean;
  /** Opens or closes a bracket around it, which marks an aside such as '(Shanshan)'. */
  readonly bracketed: boolean;
}

const longestText = 600;
const plainAscii = /^[\x20-\x7e]*$/;
const marks = /\p{M}+/gu;
const han = /\p{Script=Han}/u;
const beyondLatin = /[^\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]/u;

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const foldLatin = (text: string): string => {
  if (plainAscii.test(text)) return text.toLowerCase();
  let plain = text.normalize('NFKC');
  if (hasArabicScript(plain)) plain = latinOfUyghur(plain);
  plain = plain
    .replaceAll('Ə', 'E')
    .replaceAll('ə', 'e')
    .replaceAll(/[ıİ]/gu, 'i')
    .normalize('NFKD')
    .replaceAll(marks, '')
    .normalize('NFC');
  if (beyondLatin.test(plain) || /[^\x20-\x7e]/.test(plain)) {
    let out = '';
    for (const char of plain) {
      out += han.test(char) || char <= '\x7e' ? char : anyAscii(char);
    }
    plain = out;
  }
  return plain.toLowerCase();
};

/** Words of a name, in order. */
export const wordsOf = (name: string): Word[] => {
  const text = foldLatin(name.length > longestText ? name.slice(0, longestText) : name);
  const words: Word[] = [];
  let depth = 0;
  let current = '';
  let currentKind = 0;
  const close = (): void => {
    if (current !== '') {
      words.push({
        text: currentKind === 3 ? simplify(current) : current,
        hanzi: currentKind === 3,
        bracketed: depth > 0,
      });
    }
    current = '';
    currentKind = 0;
  };
  for (const char of text) {
    const code = char.charCodeAt(0);
    let kind = 0;
    if (isLetter(code)) kind = 1;
    else if (isDigit(code)) kind = 2;
    else if (code > 127 && (han.test(char) || char === '〇')) kind = 3;
    if (kind === 0) {
      // Apostrophes and points inside a word do not part it: Yuan'an, S.p.A.
      if (char === "'" || char === '`' || char === '\u2019' || char === '\u02bc') continue;
      if (char === '.' && current.length === 1 && currentKind === 1) {
        close();
        continue;
      }
      close();
      if (char === '(' || char === '[') depth++;
      else if ((char === ')' || char === ']') && depth > 0) depth--;
      else if (char === '&' || char === '+')
        words.push({ text: 'and', hanzi: false, bracketed: depth > 0 });
      continue;
    }
    if (kind !== currentKind) close();
    currentKind = kind;
    current += char;
  }
  close();
  return words;
};
