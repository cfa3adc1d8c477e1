/**
 * The cells of a row, line by line, after RFC 4180 and no looser. A quote where none may stand is a
 * fault and not text: guessing there is how a column slips and an origin becomes a port.
 */

export type CellsState =
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  /** A quoted cell goes on in the next line. */
  | { readonly kind: 'open' }
  /** `offset` within the line fed. */
  | { readonly kind: 'broken'; readonly offset: number; readonly message: string };

export interface CellsParser {
  /** @param line with its line end. */
  feed(line: string): CellsState;
}

export function createCellsParser(separator: string): CellsParser {
  const cells: string[] = [];
  /** What there is so far of a quoted cell that goes over lines; null outside of one. */
  let open: string | null = null;

  return {
    feed(line) {
      const end = line.length - (/\r?\n$/.exec(line)?.[0].length ?? 0);
      if (open === null && !line.includes('"')) {
        cells.push(...line.slice(0, end).split(separator));
        return { kind: 'row', cells };
      }
      let at = 0;
      for (;;) {
        if (open !== null || line[at] === '"') {
          const quoted = readQuoted(line, open === null ? at + 1 : at, open ?? '');
          open = quoted.closed ? null : quoted.text;
          if (!quoted.closed) return { kind: 'open' };
          cells.push(quoted.text);
          at = quoted.end;
          if (at < end && line[at] !== separator) {
            const message = `expected "${separator}" or the line's end after a closing quote`;
            return { kind: 'broken', offset: at, message };
          }
        } else {
          const next = line.indexOf(separator, at);
          const to = next === -1 ? end : next;
          const cell = line.slice(at, to);
          const quote = cell.indexOf('"');
          if (quote !== -1) {
            const message =
              'a quote stands within a cell that is not quoted; quote the cell and double the quote';
            return { kind: 'broken', offset: at + quote, message };
          }
          cells.push(cell);
          at = to;
        }
        if (at >= end) return { kind: 'row', cells };
        at += 1;
      }
    },
  };
}

/** The cells of a whole row that was found well formed before. */
export function readCells(row: string, separator: string): readonly string[] {
  const parser = createCellsParser(separator);
  for (const line of row.split(/(?<=\n)/)) {
    const state = parser.feed(line);
    if (state.kind === 'row') return state.cells;
  }
  return [];
}

/** The rest of a quoted cell from `from`; two quotes are one. */
function readQuoted(line: string, from: number, before: string) {
  let text = before;
  let start = from;
  for (let at = line.indexOf('"', start); at !== -1; at = line.indexOf('"', start)) {
    text += line.slice(start, at);
    if (line[at + 1] !== '"') return { closed: true, text, end: at + 1 };
    text += '"';
    start = at + 2;
  }
  return { closed: false, text: text + line.slice(start), end: line.length };
}
