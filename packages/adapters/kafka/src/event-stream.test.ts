/** The contract over Kafka, where one is given: HERKOMST_TEST_KAFKA_BROKERS. */
import { randomUUID } from 'node:crypto';
import { eventStreamContract } from '@herkomst/runtime/testing';
import { afterAll, describe } from 'vitest';
import type { KafkaEventStream } from './index.ts';
import { brokers, createLine, openStream, removeTopics } from './kafka.testing.ts';

describe.skipIf(brokers.length === 0)('with HERKOMST_TEST_KAFKA_BROKERS', () => {
  eventStreamContract('Kafka', async () => {
    const prefix = `herkomst-test-${randomUUID()}-`;
    const line = createLine();
    const opened: KafkaEventStream[] = [];
    const open = (some = {}): KafkaEventStream => {
      const stream = openStream({ prefix, ...some });
      opened.push(stream);
      return stream;
    };
    const stream = open({ socketFactory: line.socketFactory });
    return {
      stream,
      restart: async () => {
        await stream.close();
        return open();
      },
      crash: async () => {
        line.cut();
        return open();
      },
      close: async () => {
        await Promise.all(opened.map((one) => one.close()));
      },
    };
  });

  afterAll(removeTopics, 60_000);
});
