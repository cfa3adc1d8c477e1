/**
 * Lets go of what is older than the records are to be kept. What is unfinished stays, however old:
 * an alert that stands, with the head that names it; an entry not yet relayed or still due or
 * held at a receiver, with its deliveries.
 */
import type { SqlDatabase } from '../database.ts';
import { blockSize } from '../search/blocks.ts';
import { deleteRows } from './delete-rows.ts';
import { selectMonths, type Month } from './months.ts';

export interface DroppedRecords {
  /** Partitions of documents, oldest first. */
  readonly months: readonly string[];
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** In this order: each condition relies on what went before. */
const byAge: readonly (readonly [table: string, unless: string])[] = [
  ['events', 'false'],
  // A head goes with the last of its assessments, or the next declaration would be a first again.
  [
    'heads',
    `alert_id is not null or exists (
      select from herkomst.assessments
      where assessments.tenant = old.tenant and shipment_key = old.key
    )`,
  ],
  ['alerts', 'superseded_by is null'],
  [
    'outbox',
    `relayed_at is null or exists (
      select from herkomst.deliveries
      where deliveries.tenant = old.tenant and deliveries.outbox_id = old.outbox_id
        and delivered_at is null and given_up_at is null and aside is distinct from 'filtered'
    )`,
  ],
  [
    'deliveries',
    `exists (
      select from herkomst.outbox
      where outbox.tenant = old.tenant and outbox.outbox_id = old.outbox_id
    )`,
  ],
  ['dead_letters', 'false'],
];

/** Numbers of documents grow with time, so that old terms are those of the lowest blocks. */
const blocksGone = `block < (select min(document) from herkomst.assessments) / ${blockSize}`;

export async function dropOldRecords(database: SqlDatabase, before: Date): Promise<DroppedRecords> {
  const old = (await selectMonths(database)).filter(({ endsAt }) => endsAt <= before);
  let assessments = 0;
  for (const month of old) assessments += await dropMonth(database, month);
  const rows: Record<string, number> = { assessments };
  await deleteRows(database, 'herkomst.search_terms', blocksGone, []);
  for (const [table, unless] of byAge) {
    rows[table] = await deleteRows(
      database,
      `herkomst.${table}`,
      `stored_at < $1::text::timestamptz and not (${unless})`,
      [before.toISOString()],
    );
  }
  return { months: old.map(({ table }) => table), rows };
}

/** The facts first: should this be cut short, documents are left that the next run drops. */
async function dropMonth(database: SqlDatabase, { table, end }: Month): Promise<number> {
  const older = 'document_id < $1::text::uuid';
  const deleted = await deleteRows(database, 'herkomst.assessments', older, [end]);
  await deleteRows(database, 'herkomst.documents_default', older, [end]);
  await database.transaction(async (session) => {
    // Whoever reads for long makes this wait, and all others behind it: rather try again later.
    await session.query(`set local lock_timeout = '5s'`);
    await session.query(`drop table if exists herkomst.${table}`);
  });
  return deleted;
}
