/**
 * Lines into rows. A quoted cell may go over lines, but a quote that is never closed would swallow
 * the rest of the file: a row that turns out broken gives up its first line only, and reading starts
 * afresh with the second.
 */
import type { InputFault } from '@herkomst/core';
import {
  createLineSplitter,
  decodeUtf8,
  isTooLong,
  type Piece,
  type Place,
} from '@herkomst/runtime';
import { createCellsParser, type CellsParser } from './cells.ts';

export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1, blank rows count. */
  readonly number: number;
  /** Line it begins on, from 1; differs from `number` after cells that go over lines. */
  readonly line: number;
  /** With its line end. */
  readonly bytes: Uint8Array;
  readonly cells: readonly string[];
  /** Null when `cells` can be used; else they are a guess, good only for finding the shipment. */
  readonly fault: InputFault | null;
}

export interface RowReader {
  push(chunk: Uint8Array): readonly CsvRow[];
  end(): readonly CsvRow[];
}

export interface RowReaderOptions {
  readonly maxBytes: number;
  readonly start: Place;
  readonly separator: string;
  /** Number of the first row. */
  readonly firstRow: number;
}

/** A cell over more lines than this is taken for a quote that was not closed. */
const maxRowLines = 200;

export function createRowReader(options: RowReaderOptions): RowReader {
  const { maxBytes, start, separator } = options;
  const splitter = createLineSplitter(maxBytes, start);
  let number = options.firstRow;
  /** Lines of a row whose quoted cell is open. */
  let pending: Piece[] = [];
  let pendingBytes = 0;
  let parser: CellsParser = createCellsParser(separator);

  function accept(line: Piece, rows: CsvRow[]): void {
    const decoding = decodeUtf8(line.bytes);
    if (isTooLong(line) || decoding.kind === 'invalid') {
      giveUpPending(rows);
      rows.push(faulty(line, faultOfLine(line, decoding, maxBytes)));
      return;
    }
    if (pending.length === 0 && decoding.text.trim() === '') {
      number += 1;
      return;
    }
    const state = parser.feed(decoding.text);
    pending.push(line);
    pendingBytes += line.bytes.length;
    if (state.kind === 'row') {
      const bytes = pending.length === 1 ? line.bytes : Buffer.concat(pending.map((p) => p.bytes));
      const first = pending[0] ?? line;
      clear();
      rows.push({ number, line: first.place.line, bytes, cells: state.cells, fault: null });
      number += 1;
    } else if (state.kind === 'broken') {
      const column = state.offset + 1;
      giveUp(rows, `line ${line.place.line}, column ${column}: ${state.message}`);
    } else if (pending.length > maxRowLines || pendingBytes > maxBytes) {
      giveUp(rows, notClosed(pending));
    }
  }

  /** Refuses the first pending line and reads the others again. */
  function giveUp(rows: CsvRow[], message: string): void {
    const [first, ...others] = pending;
    clear();
    if (first === undefined) return;
    rows.push(faulty(first, { code: 'csv-quotes', path: '', message }));
    for (const line of others) accept(line, rows);
  }

  function giveUpPending(rows: CsvRow[]): void {
    while (pending.length > 0) giveUp(rows, notClosed(pending));
  }

  function clear(): void {
    pending = [];
    pendingBytes = 0;
    parser = createCellsParser(separator);
  }

  function faulty(line: Piece, fault: InputFault): CsvRow {
    const text = new TextDecoder().decode(line.bytes);
    const cells = text.split(separator).map((cell) => cell.replaceAll('"', ''));
    const row = { number, line: line.place.line, bytes: line.bytes, cells, fault };
    number += 1;
    return row;
  }

  return {
    push(chunk) {
      const rows: CsvRow[] = [];
      for (const line of splitter.push(chunk)) accept(line, rows);
      return rows;
    },
    end() {
      const rows: CsvRow[] = [];
      for (const line of splitter.end()) accept(line, rows);
      giveUpPending(rows);
      return rows;
    },
  };
}

function notClosed(lines: readonly Piece[]): string {
  return `a quote opens on line ${lines[0]?.place.line} and is not closed`;
}

function faultOfLine(
  { place, length, bytes }: Piece,
  decoding: ReturnType<typeof decodeUtf8>,
  maxBytes: number,
): InputFault {
  if (decoding.kind === 'invalid' && length === bytes.length) {
    const message = `byte ${place.byte + decoding.offset} is not UTF-8; save the file as CSV UTF-8`;
    return { code: 'invalid-utf8', path: '', message };
  }
  const message =
    `${length} bytes long, at most ${maxBytes} are allowed; ` +
    `only the first ${bytes.length} are kept here`;
  return { code: 'too-long', path: '', message };
}
