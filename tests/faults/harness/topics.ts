/** What others read of the topics: the ids of all records that are there. */
import { createKafkaEventStream } from '@herkomst/adapter-kafka';
import { setTimeout as wait } from 'node:timers/promises';

/** One id a record, in no order; a record that was written twice is there twice. */
export async function readTopicIds(brokers: readonly string[], topic: string): Promise<string[]> {
  const group = 'fault-harness';
  const stream = createKafkaEventStream({ brokers });
  try {
    const ids: string[] = [];
    const subscription = await stream.subscribe(
      topic,
      group,
      async (records) => {
        for (const { value } of records) ids.push((JSON.parse(value) as { id: string }).id);
      },
      { maxBatch: 1000 },
    );
    while ((await stream.lag(topic, group)) > 0) await wait(200);
    await subscription.stop();
    return ids;
  } finally {
    await stream.close();
  }
}
