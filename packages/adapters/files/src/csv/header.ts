/** The header: which separator, which columns where, and all that is wrong with it at once. */
import type { InputFault } from '@herkomst/core';
import { createCellsParser } from './cells.ts';
import { columnsByName, csvColumns, type CsvColumn } from './columns.ts';
import { nearest } from './nearest.ts';

export interface CsvHeader {
  readonly separator: string;
  /** By index of the cell; null for a column without a name, whose cells must be empty. */
  readonly columns: readonly (CsvColumn | null)[];
  /** Index of the cell, by name of the column. */
  readonly index: ReadonlyMap<string, number>;
}

export type HeaderReading =
  | { readonly kind: 'header'; readonly header: CsvHeader }
  | { readonly kind: 'refused'; readonly faults: readonly InputFault[] };

const partyNames = csvColumns
  .filter(({ role, path }) => role !== null && path[0] === 'name')
  .map(({ name }) => name);

const separators = [',', ';', '\t'] as const;

/** @param line with or without its line end. */
export function readHeader(line: string): HeaderReading {
  if (/\r(?!\n|$)/.test(line)) {
    return refuse('the lines end in bare carriage returns; save the file with LF or CRLF');
  }
  const readings = separators.map((separator) => ({
    separator,
    names: readNames(line, separator),
  }));
  const best = readings.toSorted((a, b) => knownIn(b.names) - knownIn(a.names))[0];
  if (best === undefined || knownIn(best.names) === 0) {
    const shown = JSON.stringify(line.trim().slice(0, 80));
    return refuse(
      `the first line must name the columns, separated by comma, semicolon or tab; found ${shown}`,
    );
  }
  const faults = faultsOf(best.names);
  if (faults.length > 0) return { kind: 'refused', faults };
  const columns = best.names.map((name) => columnsByName.get(name) ?? null);
  const index = new Map(best.names.map((name, at) => [name, at]));
  return { kind: 'header', header: { separator: best.separator, columns, index } };
}

/** 'Shipment ID' and 'shipment-id' are shipment_id. */
function readNames(line: string, separator: string): string[] {
  const state = createCellsParser(separator).feed(line);
  if (state.kind !== 'row') return [];
  return state.cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
}

function knownIn(names: readonly string[]): number {
  return names.filter((name) => columnsByName.has(name)).length;
}

function faultsOf(names: readonly string[]): InputFault[] {
  const faults: InputFault[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    if (name === '') continue;
    if (seen.has(name)) faults.push(fault('duplicate-column', name, 'the column stands twice'));
    seen.add(name);
    if (columnsByName.has(name)) continue;
    const near = nearest(name, columnsByName.keys());
    const hint = near === null ? 'see docs/csv.md for those there are' : `did you mean "${near}"?`;
    faults.push(fault('unknown-column', name, `there is no such column; ${hint}`));
  }
  const missing = new Map<string, string>();
  for (const { name, required, needs } of csvColumns) {
    if (required && !seen.has(name)) missing.set(name, 'the file must have this column');
    if (needs === null || !seen.has(name) || seen.has(needs) || missing.has(needs)) continue;
    missing.set(needs, `"${name}" needs this column beside it`);
  }
  if (!partyNames.some((name) => seen.has(name) || missing.has(name))) {
    const message = 'the file must name a party: this column, "exporter_name" or another';
    missing.set('manufacturer_name', message);
  }
  for (const [name, message] of missing) faults.push(fault('missing-column', name, message));
  return faults;
}

function fault(code: string, column: string, message: string): InputFault {
  return { code, path: column, message: `header: ${message}` };
}

function refuse(message: string): HeaderReading {
  return { kind: 'refused', faults: [{ code: 'csv-header', path: '', message }] };
}
