/**
 * Names a stored document by a UUID of version 7 (RFC 9562): it can be given before anything is
 * written, and it grows with time, so that an index on it is filled at one end and a month of
 * documents is one range of it.
 */
import { randomUUID } from 'node:crypto';

/** @param milliseconds since 1970, at most 48 bits. */
export function newDocumentId(milliseconds: number): string {
  // Version 4 has the same variant and its random bits where version 7 has them.
  return timePart(milliseconds) + '7' + randomUUID().slice(15);
}

function timePart(milliseconds: number): string {
  const hex = milliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-`;
}
