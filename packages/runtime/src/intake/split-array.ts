/**
 * Cuts a JSON array into its elements without parsing them: it follows brackets and strings only.
 * An element that is broken inside is cut out whole all the same, so its neighbours can be read.
 */
import { createPieceBuffer, type Piece, type Splitter } from './piece.ts';
import { startOfInput, type Place } from './place.ts';
import { isJsonSpace } from './white-space.ts';

export interface ArrayFault {
  readonly place: Place;
  readonly message: string;
  /** What stands behind the array; empty when it is not closed. */
  readonly bytes: Uint8Array;
}

export interface ArraySplitter extends Splitter {
  /** After `end`: what is wrong with the array around its elements; null when nothing is. */
  fault(): ArrayFault | null;
}

type State = 'before' | 'element' | 'after';

/** The input's first character that is not white space must be "[". */
export function createArraySplitter(maxBytes: number, start: Place = startOfInput): ArraySplitter {
  const buffer = createPieceBuffer(maxBytes);
  let { line, column, byte } = start;
  let state: State = 'before';
  let depth = 0;
  let inString = false;
  let escaped = false;
  let pieces: Piece[] = [];
  let taken = 0;
  /** Where the element in hand begins: at its first character that is not white space. */
  let begin: Place | null = null;
  /** Index of the first byte of the element in hand that the buffer does not have yet. */
  let from = 0;
  let found: ArrayFault | null = null;

  const here = (): Place => ({ line, column, byte });

  function take(chunk: Uint8Array, to: number): void {
    if (begin !== null) buffer.add(chunk.subarray(from, to));
    pieces.push(buffer.take(begin ?? here()));
    begin = null;
    taken += 1;
  }

  function step(chunk: Uint8Array, at: number, code: number): void {
    if (inString) {
      if (escaped) escaped = false;
      else if (code === 0x5c) escaped = true;
      else if (code === 0x22) inString = false;
      return;
    }
    if (isJsonSpace(code)) return;
    if (state === 'before') {
      state = 'element';
      return;
    }
    if (state === 'after') {
      if (begin === null) {
        begin = here();
        from = at;
      }
      return;
    }
    if (depth === 0 && (code === 0x2c || code === 0x5d)) {
      const isEmptyArray = code === 0x5d && taken === 0 && begin === null;
      if (!isEmptyArray) take(chunk, at);
      if (code === 0x5d) state = 'after';
      return;
    }
    if (begin === null) {
      begin = here();
      from = at;
    }
    if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth = Math.max(0, depth - 1);
  }

  return {
    push(chunk) {
      pieces = [];
      from = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        const code = chunk[at] ?? 0;
        step(chunk, at, code);
        byte += 1;
        if (code === 0x0a) {
          line += 1;
          column = 1;
        } else if ((code & 0xc0) !== 0x80) column += 1;
      }
      if (begin !== null) buffer.add(chunk.subarray(from));
      return pieces;
    },
    end() {
      const rest = begin === null ? null : buffer.take(begin);
      begin = null;
      if (state === 'after') {
        const message = 'expected the end of the text after the array';
        if (rest !== null) found = { place: rest.place, message, bytes: rest.bytes };
        return [];
      }
      const message = 'the array is not closed before the end of the text';
      found = { place: here(), message, bytes: new Uint8Array() };
      return rest === null ? [] : [rest];
    },
    fault: () => found,
  };
}
