/**
 * Inputs of events into entries, chunk by chunk: NDJSON line by line, JSON element by element. The
 * doors hand their bytes to these, so a file and a request are read alike.
 */
import type { IntakeEntry } from './entry.ts';
import { createPieceBuffer, isTooLong, maxPieceBytes, type Piece } from './piece.ts';
import { startOfInput, writePlace, type Place } from './place.ts';
import { readJsonEntry, refuse } from './read-json.ts';
import { createArraySplitter } from './split-array.ts';
import { createLineSplitter, withoutLineEnd } from './split-lines.ts';
import { isJsonSpace } from './white-space.ts';

export interface EntryReader {
  /** The entries that the chunk completes. The chunk must not be changed afterwards. */
  push(chunk: Uint8Array): readonly IntakeEntry[];
  /** What is left at the end of the input; made as it is asked for. */
  end(): Iterable<IntakeEntry>;
}

export interface EntryReaderOptions {
  /** Longest line or element in bytes; default 8 MiB. */
  readonly maxBytes?: number;
  /** Place of the first byte pushed, where a byte order mark was taken off; default the start. */
  readonly start?: Place;
}

/** One event a line; blank lines pass. */
export function createNdjsonReader(options: EntryReaderOptions = {}): EntryReader {
  const { maxBytes = maxPieceBytes, start = startOfInput } = options;
  const splitter = createLineSplitter(maxBytes, start);
  const read = (pieces: readonly Piece[]): IntakeEntry[] =>
    pieces
      .filter(({ bytes }) => !isBlank(bytes))
      .map((piece) => {
        const line = isTooLong(piece) ? piece : { ...piece, ...cut(piece.bytes) };
        return readPiece(line, `line ${piece.place.line}`, maxBytes);
      });
  return {
    push: (chunk) => read(splitter.push(chunk)),
    end: () => read(splitter.end()),
  };
}

/** One event, or an array of them. */
export function createJsonReader(options: EntryReaderOptions = {}): EntryReader {
  const { maxBytes = maxPieceBytes } = options;
  let start = options.start ?? startOfInput;
  let reader: EntryReader | null = null;

  return {
    push(chunk) {
      if (reader !== null) return reader.push(chunk);
      const first = chunk.findIndex((code) => !isJsonSpace(code));
      if (first === -1) {
        start = skipBlank(start, chunk);
        return [];
      }
      start = skipBlank(start, chunk.subarray(0, first));
      const isArray = chunk[first] === 0x5b;
      reader = isArray ? createArrayReader(maxBytes, start) : createWholeReader(maxBytes, start);
      return reader.push(chunk.subarray(first));
    },
    end: () => (reader ?? createWholeReader(maxBytes, start)).end(),
  };
}

function createArrayReader(maxBytes: number, start: Place): EntryReader {
  const splitter = createArraySplitter(maxBytes, start);
  let count = 0;
  const read = (piece: Piece): IntakeEntry => {
    count += 1;
    return readPiece(piece, `event ${count}`, maxBytes);
  };
  return {
    push: (chunk) => splitter.push(chunk).map(read),
    end() {
      const entries = splitter.end().map(read);
      const fault = splitter.fault();
      if (fault === null) return entries;
      const { place, message, bytes } = fault;
      const reading = refuse('invalid-json', '', `${writePlace(place)}: ${message}`);
      return [...entries, { position: null, original: bytes, reading }];
    },
  };
}

function createWholeReader(maxBytes: number, start: Place): EntryReader {
  const buffer = createPieceBuffer(maxBytes);
  return {
    push(chunk) {
      buffer.add(chunk);
      return [];
    },
    end: () => [readPiece(buffer.take(start), null, maxBytes)],
  };
}

function readPiece(piece: Piece, position: string | null, maxBytes: number): IntakeEntry {
  const { bytes, place, length } = piece;
  if (!isTooLong(piece)) return readJsonEntry({ bytes, place, position });
  const message =
    `${writePlace(place)}: ${length} bytes long, at most ${maxBytes} are allowed; ` +
    `only the first ${bytes.length} are kept here`;
  return { position, original: bytes, reading: refuse('too-long', '', message) };
}

function cut(line: Uint8Array): Pick<Piece, 'bytes' | 'length'> {
  const bytes = withoutLineEnd(line);
  return { bytes, length: bytes.length };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(isJsonSpace);
}

function skipBlank(start: Place, blank: Uint8Array): Place {
  let { line, column } = start;
  for (const code of blank) {
    if (code === 0x0a) {
      line += 1;
      column = 1;
    } else column += 1;
  }
  return { line, column, byte: start.byte + blank.length };
}
