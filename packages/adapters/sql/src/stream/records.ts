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
  )
  insert into herkomst.stream_records (topic_id, position, key, value)
  select topic_id, base + nth, key, value from counted, ${eventColumns.source}`;

export async function appendRecords(
  session: SqlSession,
  topicId: string,
  events: readonly StreamEvent[],
): Promise<void> {
  const parameters = [topicId, String(events.length), ...eventColumns.parameters(events)];
  await session.query(insertRecords, parameters);
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
