/** Tables of the accuracy set: tab-separated, with a head, no quoting. */
import { readFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string>>;

/** @param path relative to this folder. */
export function readTable(path: string): Row[] {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}
