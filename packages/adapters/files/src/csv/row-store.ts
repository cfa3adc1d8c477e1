/**
 * Rows gathered by shipment over the whole of a file. What is more than may be held in memory goes
 * to temporary files, each of which takes all rows of its share of the shipments, so that in the end
 * no more than one share at a time is in memory.
 */
import type { InputFault } from '@herkomst/core';
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maxPieceBytes } from '@herkomst/runtime';

/** A row without its cells, which are read again from its bytes: they would take ten times as much. */
export interface HeldRow {
  readonly number: number;
  readonly line: number;
  readonly bytes: Uint8Array;
  /** What is wrong with the row as a whole; null when its cells can be read. */
  readonly fault: InputFault | null;
  /** The row slipped, and may be of this shipment or of another. */
  readonly suspected: boolean;
}

export interface RowGroup {
  readonly shipmentId: string;
  /** In the order of the file. */
  readonly rows: readonly HeldRow[];
  /** How many more there were than may be held of one shipment. */
  readonly dropped: number;
}

export interface RowStore {
  add(shipmentId: string, row: HeldRow): void;
  /** All groups; those of one share in the order of their first rows. Call once. */
  groups(): Iterable<RowGroup>;
  /** Lets go of the temporary files. Safe to call twice. */
  close(): void;
}

/** The most items a shipment may have. */
const maxGroupRows = 5000;
const shares = 64;
/** What a held row takes beside its bytes. */
const rowOverhead = 200;

export function createRowStore(maxHeldBytes: number): RowStore {
  let table = createTable();
  let files: number[] | null = null;

  function spill(): void {
    files ??= openShares();
    const texts = files.map((): string[] => []);
    for (const group of table.groups()) {
      const text = texts[shareOf(group.shipmentId)];
      for (const row of group.rows) text?.push(writeRow(group.shipmentId, row));
      if (group.dropped > 0) text?.push(JSON.stringify([group.shipmentId, group.dropped]), '\n');
    }
    files.forEach((file, share) => writeAll(file, texts[share]?.join('') ?? ''));
    table = createTable();
  }

  function close(): void {
    for (const file of files ?? []) closeSync(file);
    files = null;
  }

  return {
    add(shipmentId, row) {
      table.add(shipmentId, row);
      if (table.bytes() > maxHeldBytes) spill();
    },
    *groups() {
      if (files === null) {
        yield* table.groups();
        return;
      }
      spill();
      for (const file of files) yield* readShare(file).groups();
      close();
    },
    close,
  };
}

interface Table {
  add(shipmentId: string, row: HeldRow): void;
  drop(shipmentId: string, count: number): void;
  groups(): Iterable<RowGroup>;
  bytes(): number;
}

function createTable(): Table {
  const groups = new Map<string, { rows: HeldRow[]; bytes: number; dropped: number }>();
  let bytes = 0;
  const groupOf = (shipmentId: string) => {
    const known = groups.get(shipmentId);
    if (known !== undefined) return known;
    const group = { rows: [], bytes: 0, dropped: 0 };
    groups.set(shipmentId, group);
    return group;
  };
  return {
    add(shipmentId, row) {
      const group = groupOf(shipmentId);
      const size = row.bytes.length + rowOverhead;
      if (group.rows.length >= maxGroupRows || group.bytes + size > maxPieceBytes) {
        group.dropped += 1;
        return;
      }
      group.rows.push(row);
      group.bytes += size;
      bytes += size;
    },
    drop(shipmentId, count) {
      groupOf(shipmentId).dropped += count;
    },
    *groups() {
      for (const [shipmentId, { rows, dropped }] of groups) yield { shipmentId, rows, dropped };
    },
    bytes: () => bytes,
  };
}

/** Removed at once: open files stay readable, and no crash leaves one behind. */
function openShares(): number[] {
  const directory = mkdtempSync(join(tmpdir(), 'herkomst-csv-'));
  try {
    return Array.from({ length: shares }, (_, share) =>
      openSync(join(directory, String(share)), 'wx+', 0o600),
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function shareOf(shipmentId: string): number {
  let hash = 0;
  for (let at = 0; at < shipmentId.length; at += 1) {
    hash = (Math.imul(hash, 31) + shipmentId.charCodeAt(at)) >>> 0;
  }
  return hash % shares;
}

function writeRow(shipmentId: string, row: HeldRow): string {
  const bytes = Buffer.from(row.bytes).toString('base64');
  return `${JSON.stringify([shipmentId, { ...row, bytes }])}\n`;
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

function readShare(file: number): Table {
  const bytes = Buffer.alloc(fstatSync(file).size);
  let read = 0;
  while (read < bytes.length) read += readSync(file, bytes, read, bytes.length - read, read);
  const table = createTable();
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf(0x0a, from);
    const [shipmentId, row] = JSON.parse(bytes.toString('utf8', from, to)) as Written;
    if (typeof row === 'number') table.drop(shipmentId, row);
    else table.add(shipmentId, { ...row, bytes: Buffer.from(row.bytes, 'base64') });
    from = to + 1;
  }
  return table;
}

/** A row in base64, or how many were dropped. */
type Written = [
  shipmentId: string,
  row: number | (Omit<HeldRow, 'bytes'> & { readonly bytes: string }),
];
