/**
 * The plainest common form of a text, for comparing what different hands typed: compatibility
 * forms folded, accents off, case gone, everything but letters and digits turned to single spaces.
 */
const marks = /\p{M}+/gu;
const separators = /[^\p{L}\p{N}]+/gu;
const special: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
};
const specialPattern = /[əıøłđß]/gu;

/** 'Ürümqi, Xīnjiāng' becomes 'urumqi xinjiang'. Total: any string in, a string out. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(specialPattern, (letter) => special[letter] ?? letter)
    .replace(separators, ' ')
    .trim()
    .normalize('NFC');
}
