/** A small table of shipments, and what is read of it. */
import type { DeclaredEvent } from '@herkomst/core';
import type { IntakeEntry } from '@herkomst/runtime';
import { createCsvReader, type CsvReaderOptions } from './read-csv.ts';

export const header =
  'shipment_id,declaration_kind,jurisdiction,transport_mode,manufacturer_name,consignee_name,consignee_country,commodity_code,description,country_of_origin,gross_mass_kg';

/** A row of shipment `id`; the columns after the first four may be given. */
export function row(id: string, cells: Partial<Record<string, string>> = {}): string {
  const values: Record<string, string> = {
    shipment_id: id,
    declaration_kind: 'import',
    jurisdiction: 'NL',
    transport_mode: 'sea',
    manufacturer_name: 'Hetian Haolin Hair Accessories',
    consignee_name: 'De Pruik BV',
    consignee_country: 'NL',
    commodity_code: '67042000',
    description: 'Wigs of human hair',
    country_of_origin: 'CN',
    gross_mass_kg: '12.5',
  };
  return header
    .split(',')
    .map((name) => cells[name] ?? values[name] ?? '')
    .join(',');
}

export function read(
  text: string | Uint8Array,
  options: Partial<CsvReaderOptions> = {},
  size = 1 << 20,
) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reader = createCsvReader({ source: 'file:test.csv', ...options });
  const entries: IntakeEntry[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    entries.push(...reader.push(bytes.subarray(at, at + size)));
  }
  return [...entries, ...reader.end()];
}

export function declared(entry: IntakeEntry | undefined): DeclaredEvent {
  if (entry?.reading.kind !== 'declared') throw new Error(JSON.stringify(entry?.reading));
  return entry.reading.event;
}

export function refused(entry: IntakeEntry | undefined) {
  if (entry?.reading.kind !== 'invalid') throw new Error(JSON.stringify(entry?.reading));
  const { code, faults } = entry.reading;
  const original = new TextDecoder().decode(entry.original);
  return { position: entry.position, code, original, faults };
}
