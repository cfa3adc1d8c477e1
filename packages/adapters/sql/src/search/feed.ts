/**
 * What was told of alerts, in an order in which nothing is ever put in between. Numbers of a sequence
 * become visible in any order, as transactions end in any; so entries go by the transaction that
 * wrote them, and are given out only once every earlier transaction has ended.
 */
import type { FeedEntry } from '@herkomst/runtime';
import type { SqlSession } from '../database.ts';
import { releaseText } from '../held-text.ts';
import { invalidPage } from '../store/paging.ts';

interface FeedRow {
  readonly transaction: string;
  readonly place: string;
  readonly outbox_id: string;
  readonly type: string;
  readonly document: string;
}

const settled = 'xact < pg_snapshot_xmin(pg_current_snapshot())';

const selectFeed = `
  select xact::text as transaction, seq::text as place, outbox_id, type, document
  from herkomst.outbox
  where (xact, seq) > ($1::text::xid8, $2::text::bigint) and ${settled}
  order by xact, seq
  limit $3::text::int`;

const selectEnd = `
  select xact::text as transaction, seq::text as place from herkomst.outbox
  where ${settled}
  order by xact desc, seq desc
  limit 1`;

export async function selectFeedAfter(
  session: SqlSession,
  after: string | null,
  limit: number,
): Promise<FeedEntry[]> {
  const [, transaction, place] = /^(\d{1,20})-(\d{1,18})$/.exec(after ?? '0-0') ?? [];
  if (transaction === undefined || place === undefined) throw invalidPage(after ?? '');
  const rows = await session.query<FeedRow>(selectFeed, [transaction, place, String(limit)]);
  return rows.map((row) => ({
    cursor: writeCursor(row),
    outboxId: releaseText(row.outbox_id),
    type: releaseText(row.type),
    document: releaseText(row.document),
  }));
}

export async function selectFeedEnd(session: SqlSession): Promise<string | null> {
  const [row] = await session.query<Pick<FeedRow, 'transaction' | 'place'>>(selectEnd);
  return row === undefined ? null : writeCursor(row);
}

function writeCursor({ transaction, place }: Pick<FeedRow, 'transaction' | 'place'>): string {
  return `${transaction}-${place}`;
}
