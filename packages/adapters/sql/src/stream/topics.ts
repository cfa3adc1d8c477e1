/** Topics and groups as rows; each is made when first named. */
import type { SqlSession } from '../database.ts';
import { holdText } from '../held-text.ts';

export async function topicId(session: SqlSession, topic: string): Promise<string> {
  const held = holdText(topic);
  return (
    (await findTopic(session, held)) ??
    (await addTopic(session, held)) ??
    // Another process added it in between.
    (await findTopic(session, held)) ??
    failTopic(topic)
  );
}

export async function ensureGroup(
  session: SqlSession,
  topicId: string,
  group: string,
): Promise<void> {
  await session.query(
    `insert into herkomst.stream_groups (topic_id, group_name) values ($1::text::int, $2)
    on conflict do nothing`,
    [topicId, holdText(group)],
  );
}

export async function groupPosition(
  session: SqlSession,
  topicId: string,
  group: string,
): Promise<string> {
  const [row] = await session.query<{ position: string }>(
    `select position::text from herkomst.stream_groups
    where topic_id = $1::text::int and group_name = $2`,
    [topicId, holdText(group)],
  );
  return row?.position ?? '0';
}

/** False when the group no longer stands at `from`: another consumer moved it. */
export async function moveGroup(
  session: SqlSession,
  topicId: string,
  group: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> {
  const moved = await session.query(
    `update herkomst.stream_groups set position = $4::text::bigint
    where topic_id = $1::text::int and group_name = $2 and position = $3::text::bigint
    returning 1 as moved`,
    [topicId, holdText(group), from, to],
  );
  return moved.length > 0;
}

export async function groupLag(session: SqlSession, topic: string, group: string): Promise<number> {
  const [row] = await session.query<{ lag: string }>(
    `select (last_position - greatest(coalesce(position, 0), dropped_position))::text as lag
    from herkomst.stream_topics
    left join herkomst.stream_groups
      on stream_groups.topic_id = stream_topics.topic_id and group_name = $2
    where topic = $1`,
    [holdText(topic), holdText(group)],
  );
  return Number(row?.lag ?? 0);
}

async function findTopic(session: SqlSession, held: string): Promise<string | undefined> {
  const [row] = await session.query<{ id: string }>(
    'select topic_id::text as id from herkomst.stream_topics where topic = $1',
    [held],
  );
  return row?.id;
}

async function addTopic(session: SqlSession, held: string): Promise<string | undefined> {
  const [row] = await session.query<{ id: string }>(
    `insert into herkomst.stream_topics (topic) values ($1)
    on conflict do nothing
    returning topic_id::text as id`,
    [held],
  );
  return row?.id;
}

function failTopic(topic: string): never {
  throw new Error(`the topic ${topic} was removed while it was being used`);
}
