/** Pages over a text or a number that grows, which is also the cursor. */
import type { Page, PageRequest } from '@herkomst/runtime';
import type { SqlParameter, SqlSession } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { releaseRecords, type RecordRow } from './records.ts';

/** What rows a list is made of: conditions that use the parameters in turn, `$1` the tenant's. */
export interface Selection {
  readonly table: string;
  readonly conditions: readonly string[];
  readonly parameters: readonly SqlParameter[];
}

interface PlacedRow extends RecordRow {
  readonly place: string;
}

/** In ascending order of a column that holds the rows' keys of an order. */
export async function pageByKey<Row>(
  session: SqlSession,
  selection: Selection,
  column: string,
  page: PageRequest,
): Promise<Page<Row>> {
  const from = page.after === undefined ? null : holdText(page.after);
  return await read<Row>(session, selection, page.limit, {
    place: column,
    order: column,
    after: from === null ? null : [`${column} >`, '', from],
    release: releaseText,
  });
}

/** Last come first. */
export async function pageNewestFirst<Row>(
  session: SqlSession,
  selection: Selection,
  page: PageRequest,
): Promise<Page<Row>> {
  const { after } = page;
  if (after !== undefined && !/^\d{1,18}$/.test(after)) throw invalidPage(after);
  return await read<Row>(session, selection, page.limit, {
    place: 'seq::text',
    order: 'seq desc',
    after: after === undefined ? null : ['seq <', '::text::bigint', after],
    release: (place) => place,
  });
}

export function invalidPage(after: string): Error {
  return Object.assign(new Error(`not a page: ${after}`), { code: 'invalid-page' });
}

async function read<Row>(
  session: SqlSession,
  { table, conditions, parameters }: Selection,
  limit: number,
  by: {
    readonly place: string;
    readonly order: string;
    /** Comparison, cast and value. */
    readonly after: readonly [string, string, string] | null;
    readonly release: (place: string) => string;
  },
): Promise<Page<Row>> {
  const given = [...parameters];
  const all = [...conditions];
  if (by.after !== null) {
    const [comparison, cast, value] = by.after;
    given.push(value);
    all.push(`${comparison} $${given.length}${cast}`);
  }
  // One more than asked for tells whether there is a next page.
  given.push(String(limit + 1));
  const rows = await session.query<PlacedRow>(
    `select record, ${by.place} as place from ${table}
    where ${all.join(' and ')}
    order by ${by.order}
    limit $${given.length}::text::int`,
    given,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    rows: releaseRecords<Row>(shown),
    next: last === undefined ? null : by.release(last.place),
  };
}
