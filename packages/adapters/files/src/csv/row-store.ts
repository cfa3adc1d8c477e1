/**
 * Rows gathered by shipment over the whole of a file. What is more than may be held in memory goes
 * to temporary files, each of which takes all rows of its share of the shipments, so that in the end
 * no more than one share at a time is in memory.
 */
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maxPieceBytes } from '@herkomst/runtime';
import type { CsvRow } from './rows.ts';

/** A row of a shipment; or, `suspected`, one that slipped and may be of this shipment or another. */
export interface Member {
  readonly row: CsvRow;
  readonly suspected: boolean;
}

export interface RowGroup {
  readonly shipmentId: string;
  /** In the order of the file. */
  readonly members: readonly Member[];
  /** How many more there were than may be held of one shipment. */
  readonly dropped: number;
}

export interface RowStore {
  add(shipmentId: string, member: Member): void;
  /** All groups; those of one share in the order of their first rows. Call once. */
  groups(): Iterable<RowGroup>;
  /** Lets go of the temporary files. Safe to call twice. */
  close(): void;
}

/** The most items a shipment may have. */
const maxGroupRows = 5000;
const shares = 64;

export function createRowStore(maxHeldBytes: number): RowStore {
  let table = createTable();
  let files: number[] | null = null;

  function spill(): void {
    files ??= openShares();
    const texts = files.map((): string[] => []);
    for (const group of table.groups()) {
      const text = texts[shareOf(group.shipmentId)];
      for (const member of group.members) text?.push(writeMember(group.shipmentId, member));
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
    add(shipmentId, member) {
      table.add(shipmentId, member);
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
  add(shipmentId: string, member: Member): void;
  drop(shipmentId: string, count: number): void;
  groups(): Iterable<RowGroup>;
  bytes(): number;
}

function createTable(): Table {
  const groups = new Map<string, { members: Member[]; bytes: number; dropped: number }>();
  let bytes = 0;
  const groupOf = (shipmentId: string) => {
    const known = groups.get(shipmentId);
    if (known !== undefined) return known;
    const group = { members: [], bytes: 0, dropped: 0 };
    groups.set(shipmentId, group);
    return group;
  };
  return {
    add(shipmentId, member) {
      const group = groupOf(shipmentId);
      const size = member.row.bytes.length;
      if (group.members.length >= maxGroupRows || group.bytes + size > maxPieceBytes) {
        group.dropped += 1;
        return;
      }
      group.members.push(member);
      group.bytes += size;
      bytes += size;
    },
    drop(shipmentId, count) {
      groupOf(shipmentId).dropped += count;
    },
    *groups() {
      for (const [shipmentId, { members, dropped }] of groups) {
        yield { shipmentId, members, dropped };
      }
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

function writeMember(shipmentId: string, { row, suspected }: Member): string {
  const bytes = Buffer.from(row.bytes).toString('base64');
  return `${JSON.stringify([shipmentId, { row: { ...row, bytes }, suspected }])}\n`;
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
    const [shipmentId, member] = JSON.parse(bytes.toString('utf8', from, to)) as Written;
    if (typeof member === 'number') table.drop(shipmentId, member);
    else {
      const row = { ...member.row, bytes: Buffer.from(member.row.bytes, 'base64') };
      table.add(shipmentId, { row, suspected: member.suspected });
    }
    from = to + 1;
  }
  return table;
}

type Written = [
  shipmentId: string,
  member:
    | number
    | {
        readonly row: Omit<CsvRow, 'bytes'> & { readonly bytes: string };
        readonly suspected: boolean;
      },
];
