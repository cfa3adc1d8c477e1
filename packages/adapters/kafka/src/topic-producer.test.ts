/** What others read of our topics. Needs HERKOMST_TEST_KAFKA_BROKERS. */
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { KafkaTopicProducer } from './index.ts';
import { brokers, openProducer, removeTopics } from './kafka.testing.ts';
import { registerZstd } from './zstd.ts';

describe.skipIf(brokers.length === 0)('the producer of topics', { timeout: 60_000 }, () => {
  const prefix = `herkomst-test-${randomUUID()}-`;
  let producer: KafkaTopicProducer;
  afterEach(() => producer.close(), 60_000);
  afterAll(removeTopics, 60_000);

  it('makes the topic, and writes keys, values and headers in the order of the calls', async () => {
    producer = openProducer(prefix);
    const numbers = Array.from({ length: 50 }, (_, index) => String(index));
    await Promise.all(
      numbers.map((value) =>
        producer.send('out', [
          { key: 'key', value, headers: { 'idempotency-key': `id ${value}` } },
        ]),
      ),
    );
    const read = await readTopic(`${prefix}out`, numbers.length);
    expect(read.map(({ value }) => value?.toString())).toEqual(numbers);
    expect(new Set(read.map(({ key }) => key?.toString()))).toEqual(new Set(['key']));
    expect(read.map(({ headers }) => headers?.['idempotency-key']?.toString())).toEqual(
      numbers.map((value) => `id ${value}`),
    );
  });

  it('refuses what is too large by name, counting headers, and writes nothing of that call', async () => {
    producer = openProducer(prefix);
    const large = { key: 'large', value: '', headers: { note: 'x'.repeat(11 * 1024 * 1024) } };
    const small = { key: 'small', value: 'first' };
    await expect(producer.send('large', [small, large])).rejects.toMatchObject({
      code: 'event-too-large',
    });
    await producer.send('large', [{ key: 'small', value: 'second' }]);
    const [first] = await readTopic(`${prefix}large`, 1);
    expect(first?.value?.toString()).toBe('second');
  });

  it('takes nothing more once it is closed', async () => {
    producer = openProducer(prefix);
    await producer.close();
    await expect(producer.send('out', [{ key: 'key', value: 'late' }])).rejects.toMatchObject({
      code: 'closed',
    });
  });
});

/** The first records of a topic, as a reader without any of our code gets them. */
async function readTopic(topic: string, count: number): Promise<KafkaMessage[]> {
  registerZstd();
  const consumer = new Kafka({ brokers, logLevel: logLevel.NOTHING }).consumer({
    groupId: randomUUID(),
  });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    const read: KafkaMessage[] = [];
    await new Promise<void>((resolve, reject) => {
      consumer
        .run({
          eachMessage: async ({ message }) => {
            read.push(message);
            if (read.length === count) resolve();
          },
        })
        .catch(reject);
    });
    return read;
  } finally {
    await consumer.disconnect();
  }
}
