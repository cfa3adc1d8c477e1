/** The rows of one shipment into one event. */
import {
  canonicalJson,
  partyRoles,
  readDeclaredEvent,
  shipmentDeclaredType,
  type InputFault,
  type PartyRole,
} from '@herkomst/core';
import { sha256, type EntryReading } from '@herkomst/runtime';
import type { CsvColumn } from './columns.ts';
import type { CsvHeader } from './header.ts';
import { createCellPlaces, type CellPlaces } from './places.ts';
import { nameRow, type RowValues } from './row-values.ts';

export interface BuildContext {
  readonly header: CsvHeader;
  /** CloudEvents source where the rows name none. */
  readonly source: string;
}

interface Draft {
  [key: string]: unknown;
}

/** @param rows at least one, in the order of the file. */
export function buildEvent(rows: readonly RowValues[], context: BuildContext): EntryReading {
  const { header, source } = context;
  const [first] = rows;
  const faults: InputFault[] = [];
  const places = createCellPlaces();
  const agreed = agree(rows, header, faults);

  const envelope: Draft = { source };
  const data: Draft = {};
  const parties: Draft[] = [];
  const byRole = new Map<PartyRole, Draft>();
  for (const column of header.columns) {
    if (column === null || column.scope === 'item' || column.scope === 'manufacturer') continue;
    const { role, scope, path, name } = column;
    const stated = agreed.get(name);
    const row = stated?.row ?? first;
    if (row === undefined) continue;
    if (role === null) {
      if (stated !== undefined) setAt(scope === 'event' ? envelope : data, path, stated.value);
      places.set(scope === 'event' ? path : ['data', ...path], name, row);
    } else if (stated !== undefined) {
      const party = byRole.get(role) ?? { role };
      byRole.set(role, party);
      setParty(party, column, stated.value);
    }
  }
  const items = buildItems(rows, header, places);
  parties.push(...addManufacturers(rows, header, items, places, faults));
  for (const role of partyRoles) {
    const party = byRole.get(role);
    if (party === undefined) continue;
    const at = ['data', 'parties', parties.length];
    for (const column of header.columns) {
      if (column?.scope !== 'party' || column.role !== role) continue;
      const row = agreed.get(column.name)?.row ?? first;
      if (row !== undefined) places.set([...at, ...column.path], column.name, row);
    }
    parties.push(party);
  }
  Object.assign(data, { parties, items });
  data['transport'] ??= {};
  if (faults.length > 0) return { kind: 'invalid', code: faults[0]?.code ?? 'schema', faults };

  const id = `csv-${sha256(canonicalJson([envelope['time'] ?? null, data])).slice(0, 32)}`;
  const event = { specversion: '1.0', type: shipmentDeclaredType, id, ...envelope, data };
  const reading = readDeclaredEvent(event);
  if (reading.kind === 'declared') return reading;
  return {
    ...reading,
    code: 'schema',
    faults: reading.faults.map((fault) => places.locate(fault)),
  };
}

interface Stated {
  readonly value: unknown;
  readonly shown: string;
  readonly row: RowValues;
}

/** What the rows say of the shipment as a whole: the same in all that say it. */
function agree(
  rows: readonly RowValues[],
  header: CsvHeader,
  faults: InputFault[],
): Map<string, Stated> {
  const agreed = new Map<string, Stated>();
  for (const column of header.columns) {
    if (column === null || column.scope === 'item' || column.scope === 'manufacturer') continue;
    agreeOn(column, rows, agreed, faults);
  }
  return agreed;
}

function agreeOn(
  { name }: CsvColumn,
  rows: readonly RowValues[],
  agreed: Map<string, Stated>,
  faults: InputFault[],
): void {
  for (const row of rows) {
    const cell = row.values.get(name);
    if (cell === undefined) continue;
    const before = agreed.get(name);
    if (before === undefined) {
      agreed.set(name, { value: cell.value, shown: cell.shown, row });
    } else if (JSON.stringify(before.value) !== JSON.stringify(cell.value)) {
      const message =
        `${nameRow(row.row)}: found ${JSON.stringify(cell.shown)} where ${nameRow(before.row.row)} ` +
        `of the same shipment has ${JSON.stringify(before.shown)}`;
      faults.push({ code: 'csv-contradiction', path: name, message });
      return;
    }
  }
}

function buildItems(rows: readonly RowValues[], header: CsvHeader, places: CellPlaces): Draft[] {
  const numbered = header.index.has('line_number');
  return rows.map((row, at) => {
    const item: Draft = numbered ? {} : { lineNumber: at + 1 };
    for (const column of header.columns) {
      if (column?.scope !== 'item') continue;
      const cell = row.values.get(column.name);
      if (cell !== undefined) setAt(item, column.path, cell.value);
      places.set(['data', 'items', at, ...column.path], column.name, row);
    }
    return item;
  });
}

/**
 * The manufacturers that the rows name, each once, and each item pointed to its own. Rows mean the
 * same one when they give the same id, or no id and the same cells.
 */
function addManufacturers(
  rows: readonly RowValues[],
  header: CsvHeader,
  items: readonly Draft[],
  places: CellPlaces,
  faults: InputFault[],
): Draft[] {
  const columns = header.columns.filter((column) => column?.scope === 'manufacturer');
  const groups = new Map<string, { readonly rows: RowValues[]; readonly items: Draft[] }>();
  rows.forEach((row, at) => {
    const cells = columns.flatMap((column) => row.values.get(column?.name ?? '') ?? []);
    const item = items[at];
    if (cells.length === 0 || item === undefined) return;
    const id = row.values.get('manufacturer_id')?.shown;
    const key = JSON.stringify(id ?? cells.map(({ column, value }) => [column.name, value]));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rows: [row], items: [item] });
    else {
      group.rows.push(row);
      group.items.push(item);
    }
  });

  const taken = new Set(rows.map((row) => row.values.get('manufacturer_id')?.shown));
  let count = 0;
  const nextId = (): string => {
    do count += 1;
    while (taken.has(`manufacturer-${count}`));
    return `manufacturer-${count}`;
  };
  return [...groups.values()].map((group, index) => {
    const party: Draft = { role: 'manufacturer' };
    const agreed = new Map<string, Stated>();
    for (const column of columns) {
      if (column === null) continue;
      agreeOn(column, group.rows, agreed, faults);
      const stated = agreed.get(column.name);
      if (stated !== undefined) setParty(party, column, stated.value);
      const row = stated?.row ?? group.rows[0];
      const path = ['data', 'parties', index, ...column.path];
      if (row !== undefined) places.set(path, column.name, row);
    }
    const id = party['partyId'] ?? nextId();
    party['partyId'] = id;
    for (const item of group.items) item['manufacturerPartyId'] = id;
    return party;
  });
}

function setParty(party: Draft, { path }: CsvColumn, value: unknown): void {
  if (path[0] !== 'identifiers') {
    setAt(party, path, value);
    return;
  }
  const identifiers = (party['identifiers'] ??= []) as Draft[];
  identifiers.push({ scheme: path[1], value });
}

function setAt(target: Draft, path: readonly string[], value: unknown): void {
  let here = target;
  for (const key of path.slice(0, -1)) here = (here[key] ??= {}) as Draft;
  here[path.at(-1) ?? ''] = value;
}
