/** Appending records and reading them on. */
import type { StreamEvent, StreamRecord } from '@herkomst/runtime';
import { columns } from '../columns.ts';
import type { SqlSession } from '../database.ts';
import { releaseText } from '../held-text.ts';

const eventColumns = columns<StreamEvent>(
  { key: ({ key }) => key, value: ({ value }) => value },
  2,
);

// One statement, so one transaction. Its first part takes the positions and has the next append
// wait until this one is done, so that they become visible in their order and without gaps.
const insertRecords = `
  with counted as (
    update herkomst.stream_topics set last_position = last_position + $2::text::int
    where topic_id = $1::text::int
    returning topic_id, last_position - $2::text::int as base
  ), added as (
    insert into herkomst.stream_records (topic_id, position, key, value)
    select topic_id, base + nth, key, value from counted, ${eventColumns.source}
    returning 1
  )
  select count(*)::int as count from added`;

export async function appendRecords(
  session: SqlSession,
  topicId: string,
  events: readonly StreamEvent[],
): Promise<void> {
  const parameters = [topicId, String(events.length), ...eventColumns.parameters(events)];
  const [added] = await session.query<{ count: number }>(insertRecords, parameters);
  // None when the topic is gone, as when the database was restored under a running process.
  if (added?.count !== events.length) {
    throw new Error(`appended ${added?.count ?? 0} of ${events.length} records`);
  }
}

export async function readRecords(
  session: SqlSession,
  topicId: string,
  after: string,
  limit: number,
): Promise<StreamRecord[]> {
  const rows = await session.query<StreamRecord>(
    `select position::text, key, value from herkomst.stream_records
    where topic_id = $1::text::int and stream_records.position > $2::text::bigint
    order by stream_records.position
    limit $3::text::int`,
    [topicId, after, String(limit)],
  );
  return rows.map(({ position, key, value }) => ({
    position,
    key: releaseText(key),
    value: releaseText(value),
  }));
}
