/**
 * Writes any JavaScript text so that PostgreSQL can hold it, and back. PostgreSQL text has neither
 * NUL nor lone surrogates; two further controls are free to separate the texts of a column (see
 * columns.ts), and the empty text gets a mark, so that a column of it differs from no column.
 * Ordinary text, JSON documents above all, is held as it is.
 */
const mark = '\u001b';
export const separator = '\u001e';
export const nullMark = '\u001f';

// Spelt as a text, as a regular expression with control characters is what lint warns of.
const control = new RegExp(String.raw`[\u0000${mark}${separator}${nullMark}]`);
const unholdable = new RegExp(
  String.raw`[\u0000${mark}${separator}${nullMark}]|\p{Surrogate}`,
  'gu',
);
const marked = new RegExp(`${mark}([0-9a-f]{4})`, 'g');

export function holdText(text: string): string {
  if (text === '') return mark;
  if (text.isWellFormed() && !control.test(text)) return text;
  return text.replace(
    unholdable,
    (unit) => mark + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}

export function releaseText(held: string): string {
  if (held === mark) return '';
  if (!held.includes(mark)) return held;
  return held.replace(marked, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
