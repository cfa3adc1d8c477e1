/**
 * Names a stored document by a UUID of version 7 (RFC 9562): it can be given before anything is
 * written, and it grows with time, so that an index on it is filled at one end and a month of
 * documents is one range of it.
 */
import { randomUUID } from 'node:crypto';

/** How many ids stand in a row: what the last of their parts counts. */
const rowLength = 0x1_00_00;

/**
 * Ids in rising order. Up to 65,536 of them stand in a row: none but they is from the first to the
 * last.
 *
 * @param milliseconds since 1970, at most 48 bits.
 */
export function newDocumentIds(milliseconds: number, count: number): string[] {
  let row = '';
  return Array.from({ length: count }, (_, index) => {
    const place = index % rowLength;
    // Version 4 has the same variant and its random bits where version 7 has them.
    if (place === 0) row = `${timePart(milliseconds)}7${randomUUID().slice(15, 32)}`;
    return row + place.toString(16).padStart(4, '0');
  });
}

function timePart(milliseconds: number): string {
  const hex = milliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-`;
}
