/** The documents' partitions: one a month (UTC), one for what came before, one for what has none. */
import type { SqlSession } from '../database.ts';

export interface Month {
  /** The partition, without its schema. */
  readonly table: string;
  /** All its documents have lower ids, and are older than `endsAt`. */
  readonly end: string;
  readonly endsAt: Date;
}

interface MonthRow {
  readonly table: string;
  readonly end: string;
  readonly ends_at: string;
}

/** Oldest first, without the partition for what has no month. */
export async function selectMonths(session: SqlSession): Promise<Month[]> {
  const rows = await session.query<MonthRow>(
    `with parts as (
      select relname::text as name,
        substring(pg_get_expr(relpartbound, part.oid) from 'TO \\(''([^'']+)''\\)')::uuid as bound
      from pg_inherits join pg_class part on part.oid = inhrelid
      where inhparent = 'herkomst.documents'::regclass
    )
    select name as "table", bound::text as "end",
      (extract(epoch from herkomst.document_time(bound)) * 1000)::bigint::text as ends_at
    from parts where bound is not null order by bound`,
  );
  return rows.map(({ table, end, ends_at }) => ({
    table,
    end,
    endsAt: new Date(Number(ends_at)),
  }));
}

/**
 * Adds the months that are not there yet, up to so many after that of `now`. Documents that came
 * before their month did are moved into it.
 */
export async function addMonths(session: SqlSession, now: Date, ahead: number): Promise<string[]> {
  const months = await selectMonths(session);
  const last = monthStart(now, ahead);
  const added: string[] = [];
  let start = months.at(-1)?.endsAt ?? monthStart(now, 0);
  while (start.getTime() <= last.getTime()) {
    const end = monthStart(start, 1);
    added.push(await addMonth(session, start, end));
    start = end;
  }
  return added;
}

/** Made and filled aside and then attached: that keeps readers and writers waiting the least. */
async function addMonth(session: SqlSession, start: Date, end: Date): Promise<string> {
  const table = `documents_${start.toISOString().slice(0, 7).replace('-', '_')}`;
  const [from, to] = [lowestDocumentId(start), lowestDocumentId(end)];
  await session.query(
    `create table herkomst.${table}
    (like herkomst.documents including defaults including compression)`,
  );
  await session.query(
    `with moved as (
      delete from herkomst.documents_default
      where document_id >= $1::text::uuid and document_id < $2::text::uuid
      returning *
    )
    insert into herkomst.${table} select * from moved`,
    [from, to],
  );
  await session.query(
    `alter table herkomst.documents attach partition herkomst.${table}
    for values from ('${from}') to ('${to}')`,
  );
  return table;
}

function lowestDocumentId(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

function monthStart(at: Date, offset: number): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset));
}
