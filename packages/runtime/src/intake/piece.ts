/**
 * A piece of an input that stands for itself: a line, an element of an array. Splitters cut them
 * from chunks as these come, so that an input of any size is read in the memory of its largest piece.
 */
import type { Place } from './place.ts';

export interface Piece {
  /** All of it, or its beginning when it is longer than a piece may be. */
  readonly bytes: Uint8Array;
  readonly place: Place;
  /** How long it is in the input. */
  readonly length: number;
}

export interface Splitter {
  /** The pieces that the chunk completes. The chunk must not be changed afterwards. */
  push(chunk: Uint8Array): readonly Piece[];
  /** What is left at the end. */
  end(): readonly Piece[];
}

/** A shipment of 5000 items and as many containers is well below this. */
export const maxPieceBytes = 8 * 1024 * 1024;

/** How much is kept of a piece that is too long. */
export const keptBytes = 64 * 1024;

export function isTooLong({ bytes, length }: Piece): boolean {
  return length > bytes.length;
}

export interface PieceBuffer {
  readonly length: number;
  add(bytes: Uint8Array): void;
  /** What was added, and empty again. */
  take(place: Place): Piece;
}

/** Gathers one piece, and lets go of it as soon as it is longer than allowed. */
export function createPieceBuffer(maxBytes: number): PieceBuffer {
  let parts: Uint8Array[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(bytes) {
      const before = length;
      length += bytes.length;
      if (before > maxBytes) return;
      parts.push(bytes);
      if (length > maxBytes) {
        parts = [Buffer.concat(parts).subarray(0, Math.min(keptBytes, maxBytes)).slice()];
      }
    },
    take(place) {
      const [only] = parts;
      const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
      const piece = { bytes, place, length };
      parts = [];
      length = 0;
      return piece;
    },
  };
}
