/**
 * Rows of CSV (RFC 4180) that a spreadsheet can open without harm: a cell that it would take for a
 * formula is preceded by an apostrophe, as OWASP advises, for names come from whoever declared them.
 */

export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

const formula = /^[=+\-@\t\r]/;
const special = /[",\r\n]/;

function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  // A number is ours, and no text that a sender chose.
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
