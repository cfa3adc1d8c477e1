/** Pages of lists: ?limit= and ?after=, where after is the cursor the last page gave. */
import type { Page, PageRequest } from '@herkomst/runtime';
import { createHash } from 'node:crypto';
import { badRequest } from './problem.ts';

const defaultLimit = 50;
const maxLimit = 200;

export function readPageRequest(query: Readonly<Record<string, unknown>>): PageRequest {
  for (const name of Object.keys(query)) {
    if (name !== 'limit' && name !== 'after') throw badRequest(`There is no parameter "${name}".`);
  }
  const limit = readLimit(query['limit']);
  const { after } = query;
  if (after === undefined) return { limit };
  return { limit, after: readCursor(after) };
}

/** As above, of parameters that are read already. */
export function pageRequest(limit: number, after: string | undefined): PageRequest {
  return after === undefined ? { limit } : { limit, after: readCursor(after) };
}

export function writePage<Row, Written>(
  { rows, next }: Page<Row>,
  write: (row: Row) => Written,
): { readonly rows: Written[]; readonly next: string | null } {
  return { rows: rows.map(write), next: next === null ? null : writeCursor(next) };
}

function readLimit(limit: unknown): number {
  if (limit === undefined) return defaultLimit;
  const count = typeof limit === 'string' && /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (count >= 1 && count <= maxLimit) return count;
  throw badRequest(`The limit must be a whole number from 1 to ${maxLimit}.`);
}

/** The store's own cursor with a check sum, so that a garbled one is the caller's fault and not the store's. */
export function writeCursor(next: string): string {
  return Buffer.concat([checkSum(next), Buffer.from(next)]).toString('base64url');
}

export function readCursor(after: unknown): string {
  const bytes = Buffer.from(typeof after === 'string' ? after : '', 'base64url');
  const next = bytes.subarray(4).toString();
  if (next !== '' && checkSum(next).equals(bytes.subarray(0, 4))) return next;
  throw badRequest('The cursor in "after" is not one that a page gave as "next".');
}

function checkSum(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 4);
}
