/**
 * Hands many rows to one statement as one text parameter a column. Arrays and JSON would have
 * each document quoted here and parsed there; splitting at a character that held text never has
 * costs next to nothing, and the number of parameters does not grow with the batch.
 */
import { holdText, nullMark, separator } from './held-text.ts';

export interface Columns<Row> {
  /** For a FROM clause: `given`, the rows as text under the columns' names, `nth` from 1. */
  readonly source: string;
  readonly parameters: (rows: readonly Row[]) => string[];
}

/**
 * Names each column, as the statement uses it, and how it is read off a row. The columns are the
 * statement's first parameters unless others stand `before` them.
 */
export function columns<Row>(
  readers: Readonly<Record<string, (row: Row) => string | number | boolean | null>>,
  before = 0,
): Columns<Row> {
  const names = Object.keys(readers);
  const arrays = names.map((_, index) => {
    return `string_to_array($${before + index + 1}, E'\\x1e', E'\\x1f')`;
  });
  const given = `given (${names.join(', ')}, nth)`;
  return {
    source: `unnest(${arrays.join(', ')}) with ordinality as ${given}`,
    parameters: (rows) =>
      Object.values(readers).map((read) => rows.map((row) => cell(read(row))).join(separator)),
  };
}

function cell(value: string | number | boolean | null): string {
  return value === null ? nullMark : holdText(String(value));
}
