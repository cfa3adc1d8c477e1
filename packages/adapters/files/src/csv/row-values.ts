/** The cells of a row by column, read, with what is wrong with them; and whose row it is. */
import type { InputFault } from '@herkomst/core';
import type { CsvColumn } from './columns.ts';
import { readCells } from './cells.ts';
import type { CsvHeader } from './header.ts';
import { readCell } from './read-cell.ts';
import type { HeldRow } from './row-store.ts';
import type { CsvRow } from './rows.ts';

export interface CellValue {
  readonly column: CsvColumn;
  readonly value: unknown;
  /** As it stands in the file, trimmed. */
  readonly shown: string;
}

export interface RowValues {
  readonly row: HeldRow;
  /** By column name; empty cells are left out. */
  readonly values: ReadonlyMap<string, CellValue>;
}

/** 'row 3', or 'row 3 (line 5)' where cells over lines have moved the two apart. */
export function nameRow({ number, line }: Pick<CsvRow, 'number' | 'line'>): string {
  return number === line ? `row ${number}` : `row ${number} (line ${line})`;
}

export function readRow(
  row: HeldRow,
  { columns, separator }: CsvHeader,
): { readonly values: RowValues; readonly faults: readonly InputFault[] } {
  const values = new Map<string, CellValue>();
  const faults: InputFault[] = [];
  const refuse = (path: string, message: string): void => {
    faults.push({ code: 'csv-value', path, message: `${nameRow(row)}: ${message}` });
  };
  readCells(Buffer.from(row.bytes).toString(), separator).forEach((cell, index) => {
    const shown = cell.trim();
    if (shown === '') return;
    const column = columns[index];
    const found = `found ${JSON.stringify(shown.slice(0, 80))}`;
    if (column === undefined || column === null) {
      refuse(`column ${index + 1}`, `the column has no name; expected an empty cell, ${found}`);
      return;
    }
    const reading = readCell(column.kind, shown, separator);
    if (reading.kind === 'fault') refuse(column.name, `${reading.message}, ${found}`);
    else values.set(column.name, { column, value: reading.value, shown });
  });
  return { values: { row, values }, faults };
}

/** What is wrong with the row as a whole, or null. */
export function faultOfRow(row: CsvRow, header: CsvHeader): InputFault | null {
  const where = nameRow(row);
  if (row.fault !== null) return { ...row.fault, message: `${where}: ${row.fault.message}` };
  const { length } = header.columns;
  if (row.cells.length === length) return null;
  const message = `${where}: the header names ${length} columns, the row has ${row.cells.length} cells`;
  return { code: 'csv-cells', path: '', message };
}

/**
 * The shipments a row may belong to. A row with too many or too few cells has slipped somewhere, so
 * its shipment's id stands either where counting from the left finds it or from the right.
 */
export function shipmentsOf(row: CsvRow, { index, columns }: CsvHeader): readonly string[] {
  const left = index.get('shipment_id') ?? 0;
  const right = row.cells.length - (columns.length - left);
  const ids = [row.cells[left], row.cells[right]].map((cell) => cell?.trim() ?? '');
  return [...new Set(ids)].filter((id) => id !== '');
}
