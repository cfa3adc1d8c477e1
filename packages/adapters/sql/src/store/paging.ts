/** Pages of a table newest first; the cursor is the row's place, which never changes. */
import type { Page, PageRequest } from '@herkomst/runtime';
import type { SqlSession } from '../database.ts';

interface Place {
  readonly place: string;
}

/** Throws with the code 'invalid-page' for a cursor that no page gave out. */
export async function newestFirst<Row extends object>(
  session: SqlSession,
  table: string,
  { limit, after }: PageRequest,
): Promise<Page<Row>> {
  if (after !== undefined && !/^\d{1,18}$/.test(after)) {
    throw invalidPage(after);
  }
  const rows = await session.query<Row & Place>(
    `select *, seq::text as place from ${table}
    where $1::text is null or seq < $1::text::bigint
    order by seq desc
    limit $2::text::int`,
    // One more than asked for tells whether there is a next page.
    [after ?? null, String(limit + 1)],
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, next: last?.place ?? null };
}

export function invalidPage(after: string): Error {
  return Object.assign(new Error(`not a page: ${after}`), { code: 'invalid-page' });
}
