/** Cuts an input into its lines, each with its line end: together they are the input again. */
import { createPieceBuffer, type Piece, type Splitter } from './piece.ts';
import { startOfInput, type Place } from './place.ts';

const lineFeed = 0x0a;

/** Blank lines come as pieces like any other. `start` is the place of the first byte pushed. */
export function createLineSplitter(maxBytes: number, start: Place = startOfInput): Splitter {
  const buffer = createPieceBuffer(maxBytes);
  let { line, column, byte } = start;

  function take(): Piece {
    const piece = buffer.take({ line, column, byte });
    line += 1;
    column = 1;
    byte += piece.length;
    return piece;
  }

  return {
    push(chunk) {
      const pieces: Piece[] = [];
      let from = 0;
      for (let to = chunk.indexOf(lineFeed); to !== -1; to = chunk.indexOf(lineFeed, from)) {
        buffer.add(chunk.subarray(from, to + 1));
        pieces.push(take());
        from = to + 1;
      }
      if (from < chunk.length) buffer.add(chunk.subarray(from));
      return pieces;
    },
    end: () => (buffer.length === 0 ? [] : [take()]),
  };
}

/** A line's bytes without the line feed, or carriage return and line feed, that ends it. */
export function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  if (bytes.at(-1) !== lineFeed) return bytes;
  return bytes.subarray(0, bytes.at(-2) === 0x0d ? -2 : -1);
}
