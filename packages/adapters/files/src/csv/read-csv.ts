/**
 * CSV with a header into entries: one shipment, one entry, given out when the whole file has been
 * read, as the last row may belong to the first shipment.
 */
import {
  decodeUtf8,
  keptBytes,
  maxPieceBytes,
  refuse,
  startOfInput,
  type EntryReader,
  type EntryReaderOptions,
  type EntryReading,
  type IntakeEntry,
} from '@herkomst/runtime';
import { readHeader, type CsvHeader } from './header.ts';
import { readGroup } from './read-group.ts';
import { createRowStore } from './row-store.ts';
import { faultOfRow, nameRow, shipmentsOf } from './row-values.ts';
import { createRowReader, type CsvRow, type RowReader } from './rows.ts';

export interface CsvReaderOptions extends EntryReaderOptions {
  /** CloudEvents source of shipments whose rows name none. */
  readonly source: string;
  /** How many bytes of rows are held in memory; default 32 MiB. */
  readonly maxHeldBytes?: number;
}

const maxHeaderBytes = 1024 * 1024;

export interface CsvReader extends EntryReader {
  /** Instead of `end`: refuses the shipments, any of which may lack rows. */
  breakOff(reason: string): Iterable<IntakeEntry>;
  /** Lets go of temporary files when neither is called. */
  close(): void;
}

export function createCsvReader(options: CsvReaderOptions): CsvReader {
  const { maxBytes = maxPieceBytes, start = startOfInput } = options;
  const store = createRowStore(options.maxHeldBytes ?? 32 * 1024 * 1024);
  /** The first line or two, until they are complete. */
  let head: Buffer | null = Buffer.alloc(0);
  let header: CsvHeader | null = null;
  let headerBytes: Uint8Array = new Uint8Array();
  let rows: RowReader | null = null;

  /** The entries of a header that can not be used; none when rows can be read. */
  function open(isEnd: boolean): readonly IntakeEntry[] {
    if (head === null) return [];
    const lines = findHeader(head, isEnd || head.length > maxHeaderBytes);
    if (lines === null) return [];
    const bytes = head.subarray(0, lines.end);
    const rest = head.subarray(lines.end);
    head = null;
    const decoding = decodeUtf8(bytes.subarray(lines.begin));
    if (decoding.kind === 'invalid') {
      const at = start.byte + lines.begin + decoding.offset;
      const message = `header: byte ${at} is not UTF-8; save the file as CSV UTF-8`;
      return [refuseFile(bytes, refuse('invalid-utf8', '', message))];
    }
    const reading = readHeader(decoding.text);
    if (reading.kind === 'refused') {
      const { faults } = reading;
      const code = faults[0]?.code ?? 'csv-header';
      return [refuseFile(bytes, { kind: 'invalid', code, faults })];
    }
    header = reading.header;
    headerBytes = bytes.at(-1) === 0x0a ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);
    rows = createRowReader({
      maxBytes,
      start: { line: start.line + lines.count, column: 1, byte: start.byte + lines.end },
      separator: header.separator,
      firstRow: lines.count + 1,
    });
    return rest.length === 0 ? [] : keep(rows.push(rest));
  }

  /** Sorts rows by shipment; entries for those that name none. */
  function keep(read: readonly CsvRow[]): IntakeEntry[] {
    if (header === null) return [];
    const entries: IntakeEntry[] = [];
    for (const row of read) {
      const fault = faultOfRow(row, header);
      const [shipmentId, other] = shipmentsOf(row, header);
      if (shipmentId === undefined) {
        const message = `${nameRow(row)}: missing; which shipment is the row of?`;
        const faults = [fault ?? { code: 'missing', path: 'shipment_id', message }];
        const original = Buffer.concat([headerBytes, row.bytes]);
        const reading = { kind: 'invalid' as const, code: faults[0]?.code ?? 'schema', faults };
        entries.push({ position: `row ${row.number}`, original, reading });
        continue;
      }
      const { number, line, bytes } = row;
      store.add(shipmentId, { number, line, bytes, fault, suspected: false });
      if (fault === null || other === undefined) continue;
      store.add(other, { number, line, bytes, fault, suspected: true });
    }
    return entries;
  }

  function* finish(brokenOff: string | null): Iterable<IntakeEntry> {
    try {
      yield* open(true);
      if (rows === null || header === null) return;
      yield* keep(rows.end());
      const context = { header, headerBytes, source: options.source, brokenOff };
      for (const group of store.groups()) {
        const entry = readGroup(group, context);
        if (entry !== null) yield entry;
      }
    } finally {
      store.close();
    }
  }

  return {
    push(chunk) {
      if (rows !== null) return keep(rows.push(chunk));
      if (head === null) return [];
      head = Buffer.concat([head, chunk]);
      return open(false);
    },
    end: () => finish(null),
    breakOff: (reason) => finish(reason),
    close: () => store.close(),
  };
}

interface HeaderPlace {
  /** Where the header begins, and where what follows it does. */
  readonly begin: number;
  readonly end: number;
  /** Lines up to the header, itself counted. */
  readonly count: number;
}

/** Blank lines and Excel's 'sep=;' may come first. Null while the header is not complete. */
function findHeader(head: Buffer, isEnd: boolean): HeaderPlace | null {
  let begin = 0;
  for (let count = 1; ; count += 1) {
    const lineFeed = head.indexOf(0x0a, begin);
    if (lineFeed === -1) return isEnd ? { begin, end: head.length, count } : null;
    const end = lineFeed + 1;
    const line = head.toString('latin1', begin, end).trim();
    if (line !== '' && !/^sep=.$/i.test(line)) return { begin, end, count };
    begin = end;
  }
}

function refuseFile(bytes: Uint8Array, reading: EntryReading): IntakeEntry {
  return { position: null, original: bytes.subarray(0, keptBytes), reading };
}
