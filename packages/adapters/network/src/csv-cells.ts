/**
 * The cells of one line of CSV (RFC 4180, without line breaks inside quotes). A record here is a
 * line and no more, so that one stray quote spoils its own line and not the rest of the file.
 */

/** Null where the quotes of the line do not close. */
export function splitCells(line: string, delimiter: string): readonly string[] | null {
  if (!line.includes('"')) return line.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const end = line.indexOf(delimiter, at);
      const cell = line.slice(at, end === -1 ? undefined : end);
      // A quote inside an open cell is somebody's inch sign; RFC 4180 has no rule for it.
      cells.push(cell);
      if (end === -1) return cells;
      at = end + 1;
      continue;
    }
    const close = closingQuote(line, at + 1);
    if (close === -1) return null;
    cells.push(line.slice(at + 1, close).replaceAll('""', '"'));
    if (close + 1 === line.length) return cells;
    if (line[close + 1] !== delimiter) return null;
    at = close + 2;
  }
}

function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at !== -1; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at;
  }
  return -1;
}
