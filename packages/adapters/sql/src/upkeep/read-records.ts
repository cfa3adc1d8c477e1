/**
 * Lets go of records of the stream that are old enough and that every group of the topic has got
 * past. A topic that no group reads yet keeps all: its first reader begins at the beginning.
 */
import type { SqlDatabase } from '../database.ts';
import { deleteRows } from './delete-rows.ts';

const selectDroppable = `
  select topic_id::text as id, least(passed, aged)::text as upto
  from (
    select topic_id,
      (select min(position) from herkomst.stream_groups where stream_groups.topic_id = topic.topic_id)
        as passed,
      (select max(position) from herkomst.stream_records
        where stream_records.topic_id = topic.topic_id and appended_at < $1::text::timestamptz)
        as aged
    from herkomst.stream_topics as topic
  ) as topics
  where passed is not null and aged is not null`;

/** @returns how many records went. */
export async function dropReadRecords(database: SqlDatabase, before: Date): Promise<number> {
  const topics = await database.query<{ readonly id: string; readonly upto: string }>(
    selectDroppable,
    [before.toISOString()],
  );
  let dropped = 0;
  for (const { id, upto } of topics) {
    // Lag counts from here for groups still to come, so it is never said to be less than it is.
    dropped += await deleteRows(
      database,
      'herkomst.stream_records',
      'topic_id = $1::text::int and position <= $2::text::bigint',
      [id, upto],
    );
    await database.query(
      `update herkomst.stream_topics
      set dropped_position = greatest(dropped_position, $2::text::bigint)
      where topic_id = $1::text::int`,
      [id, upto],
    );
  }
  return dropped;
}
