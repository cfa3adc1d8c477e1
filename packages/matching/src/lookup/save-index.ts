/**
 * The index as bytes, and back: a head, then each row of numbers as it lies in memory.
 *
 * Numbers are little-endian. The head says which tables the names were parsed by, for place and
 * trade are stored as numbers of those tables: an index made by others is refused, not misread.
 */
import { tablesMark } from '../parse/tables-mark.ts';
import type { MatchIndex } from './match-index.ts';

export type IndexFault = 'not-an-index' | 'other-version' | 'other-tables' | 'damaged';

/** Bytes that hold no index which can be used; `code` says why. */
export class IndexFormatError extends Error {
  override readonly name = 'IndexFormatError';
  readonly code: IndexFault;

  constructor(code: IndexFault, message: string) {
    super(message);
    this.code = code;
  }
}

/** 'HKMI' */
const magic = 0x494d4b48;
const version = 2;
const rowCount = 12;
const headWords = 5 + rowCount;

const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

type Row = Uint32Array | Uint16Array | Uint8Array;

const rowsOf = (index: MatchIndex): readonly Row[] => [
  index.postings.starts,
  index.postings.names,
  index.entityOfName,
  index.recordStarts,
  index.textStarts,
  index.tradesOfName,
  index.entityStarts,
  index.placeOfName,
  index.records,
  index.texts,
  index.entityRecords,
  index.kindOfEntity,
];

/** Bytes of one number in each row, in the order of `rowsOf`. */
const widths = [4, 4, 4, 4, 4, 4, 4, 2, 1, 1, 1, 1] as const;

const padded = (length: number): number => (length + 7) & ~7;

const checksum = (bytes: Uint8Array): number => {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let sum = 0x811c9dc5;
  for (let at = 0; at < words.length; at++)
    sum = Math.imul(sum ^ (words[at] as number), 0x01000193);
  return sum >>> 0;
};

export const saveIndex = (index: MatchIndex): Uint8Array => {
  if (!littleEndian)
    throw new IndexFormatError('other-version', 'only little-endian machines save');
  const rows = rowsOf(index);
  const headBytes = padded(headWords * 4);
  const total = rows.reduce((sum, row) => sum + padded(row.byteLength), headBytes);
  const bytes = new Uint8Array(total);
  const head = new Uint32Array(bytes.buffer, 0, headWords);
  head[0] = magic;
  head[1] = version;
  head[2] = tablesMark();
  head[3] = total;
  let at = headBytes;
  for (const [number, row] of rows.entries()) {
    head[5 + number] = row.length;
    bytes.set(new Uint8Array(row.buffer, row.byteOffset, row.byteLength), at);
    at += padded(row.byteLength);
  }
  head[4] = checksum(bytes.subarray(headBytes));
  return bytes;
};

/**
 * Reads a saved index. The arrays are views of `bytes` where it is aligned to 8, so it must not be
 * written to afterwards. Throws IndexFormatError.
 */
export const loadIndex = (bytes: Uint8Array): MatchIndex => {
  const data = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const headBytes = padded(headWords * 4);
  if (!littleEndian || data.length < headBytes) {
    throw new IndexFormatError('not-an-index', `${data.length} bytes are too few for an index`);
  }
  const head = new Uint32Array(data.buffer, data.byteOffset, headWords);
  if (head[0] !== magic) {
    throw new IndexFormatError('not-an-index', 'the bytes do not begin as a match index does');
  }
  if (head[1] !== version) {
    throw new IndexFormatError('other-version', `index version ${head[1]}, expected ${version}`);
  }
  if (head[2] !== tablesMark()) {
    throw new IndexFormatError(
      'other-tables',
      'the index was built with other tables of places and trades; build it again',
    );
  }
  const sizes = widths.map((width, number) => (head[5 + number] ?? 0) * width);
  const total = sizes.reduce((sum, size) => sum + padded(size), headBytes);
  if (head[3] !== total || data.length !== total) {
    throw new IndexFormatError(
      'damaged',
      `the index has ${data.length} bytes, expected ${head[3]}`,
    );
  }
  if (head[4] !== checksum(data.subarray(headBytes))) {
    throw new IndexFormatError('damaged', 'the checksum of the index does not hold');
  }
  let at = headBytes;
  const starts = sizes.map((size) => {
    const from = at;
    at += padded(size);
    return data.byteOffset + from;
  });
  const words = (row: number): Uint32Array =>
    new Uint32Array(data.buffer, starts[row], head[5 + row]);
  const plain = (row: number): Uint8Array =>
    new Uint8Array(data.buffer, starts[row], head[5 + row]);
  return {
    postings: { starts: words(0), names: words(1) },
    entityOfName: words(2),
    recordStarts: words(3),
    textStarts: words(4),
    tradesOfName: words(5),
    entityStarts: words(6),
    placeOfName: new Uint16Array(data.buffer, starts[7], head[5 + 7]),
    records: plain(8),
    texts: plain(9),
    entityRecords: plain(10),
    kindOfEntity: plain(11),
  };
};
