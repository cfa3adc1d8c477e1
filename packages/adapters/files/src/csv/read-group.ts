/** The rows of one shipment into one entry: declared whole, or refused whole with all its rows. */
import type { InputFault } from '@herkomst/core';
import type { IntakeEntry } from '@herkomst/runtime';
import { buildEvent, type BuildContext } from './build-event.ts';
import type { HeldRow, RowGroup } from './row-store.ts';
import { nameRow, readRow, type RowValues } from './row-values.ts';

export interface GroupContext extends BuildContext {
  /** Put before the rows of a refused shipment, so that they can be mended and sent again. */
  readonly headerBytes: Uint8Array;
  /** Why the file could not be read to its end; null when it was. */
  readonly brokenOff: string | null;
}

/** Null for a group of suspected rows only: they are refused where they were found. */
export function readGroup(group: RowGroup, context: GroupContext): IntakeEntry | null {
  const rows = group.rows.filter(({ suspected }) => !suspected);
  if (rows.length === 0) return null;
  const faults: InputFault[] = [];
  if (context.brokenOff !== null) faults.push(incomplete(context.brokenOff));
  if (group.dropped > 0) faults.push(tooManyRows(rows.length, group.dropped));
  for (const row of group.rows) if (row.suspected) faults.push(suspicion(row));
  const values: RowValues[] = [];
  for (const row of rows) {
    if (row.fault !== null) {
      faults.push(row.fault);
      continue;
    }
    const read = readRow(row, context.header);
    faults.push(...read.faults);
    values.push(read.values);
  }
  const position = namePosition(rows);
  const original = Buffer.concat([context.headerBytes, ...rows.map(({ bytes }) => bytes)]);
  const [first] = faults;
  if (first !== undefined) {
    return { position, original, reading: { kind: 'invalid', code: first.code, faults } };
  }
  return { position, original, reading: buildEvent(values, context) };
}

function incomplete(reason: string): InputFault {
  const message = `the shipment may be incomplete, as the file breaks off: ${reason}`;
  return { code: 'invalid-gzip', path: '', message };
}

function tooManyRows(held: number, dropped: number): InputFault {
  const message = `the shipment has ${held + dropped} rows, more than one can have; only the first ${held} are kept here`;
  return { code: 'too-long', path: '', message };
}

function suspicion(row: HeldRow): InputFault {
  const reason = row.fault?.message ?? '';
  const message = `${nameRow(row)} may be of this shipment and can not be read (${reason})`;
  return { code: 'csv-cells', path: '', message };
}

/** 'row 2'; 'rows 2-4, 7'; at most ten stretches are named. */
function namePosition(rows: readonly HeldRow[]): string {
  const stretches: { from: number; to: number }[] = [];
  for (const { number } of rows) {
    const last = stretches.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else stretches.push({ from: number, to: number });
  }
  const shown = stretches
    .slice(0, 10)
    .map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  const more = stretches.length > shown.length ? `, and more, ${rows.length} in all` : '';
  return `${rows.length === 1 ? 'row' : 'rows'} ${shown.join(', ')}${more}`;
}
