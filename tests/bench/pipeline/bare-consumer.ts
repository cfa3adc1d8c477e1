/** What the pipeline is measured against: a kafkajs consumer that only parses each record. */
import { Kafka, logLevel } from 'kafkajs';

/** Reads so many records of the topic from its beginning. Resolves to milliseconds, first to last. */
export async function readBare(
  brokers: readonly string[],
  topic: string,
  count: number,
): Promise<number> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({
    groupId: `bare-${process.pid}-${Date.now()}`,
    maxWaitTimeInMs: 500,
  });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    const all = Promise.withResolvers<number>();
    let began: number | null = null;
    let read = 0;
    await consumer.run({
      eachBatch: async (payload) => {
        began ??= performance.now();
        const { messages } = payload.batch;
        for (const { value, offset } of messages) {
          JSON.parse(value?.toString() ?? '');
          payload.resolveOffset(offset);
        }
        read += messages.length;
        await payload.heartbeat();
        if (read >= count) all.resolve(performance.now() - began);
      },
    });
    return await all.promise;
  } finally {
    await consumer.disconnect();
  }
}
