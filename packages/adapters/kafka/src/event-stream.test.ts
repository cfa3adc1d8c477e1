/** The contract over Kafka, where one is given: HERKOMST_TEST_KAFKA_BROKERS. */
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { eventStreamContract } from '@herkomst/runtime/testing';
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import { afterAll, describe } from 'vitest';
import { createKafkaEventStream, type KafkaEventStream } from './index.ts';

// oxlint-disable-next-line node/no-process-env -- tests are configured by it
const brokers = (process.env['HERKOMST_TEST_KAFKA_BROKERS'] ?? '').split(',').filter(Boolean);
const prefixes: string[] = [];

describe.skipIf(brokers.length === 0)('with HERKOMST_TEST_KAFKA_BROKERS', () => {
  eventStreamContract('Kafka', async () => {
    const prefix = `herkomst-test-${randomUUID()}-`;
    prefixes.push(prefix);
    const line = createLine();
    const opened: KafkaEventStream[] = [];
    const open = (socketFactory?: KafkaConfig['socketFactory']): KafkaEventStream => {
      const stream = createKafkaEventStream({
        brokers,
        prefix,
        partitions: 3,
        replicationFactor: 1,
        // The least that Kafka allows: so long others wait for one that died.
        sessionTimeoutMs: 6_000,
        retryMs: 5,
        maxRetryMs: 50,
        ...(socketFactory === undefined ? {} : { socketFactory }),
      });
      opened.push(stream);
      return stream;
    };
    const stream = open(line.socketFactory);
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

  afterAll(async () => {
    const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const topics = await admin.listTopics();
    await admin.deleteTopics({
      topics: topics.filter((topic) => prefixes.some((prefix) => topic.startsWith(prefix))),
    });
    await admin.disconnect();
  }, 60_000);
});

/** Sockets that can be cut at once, for good: for the others it is as if their owner had died. */
function createLine() {
  const sockets = new Set<Socket>();
  let isCut = false;
  const socketFactory: KafkaConfig['socketFactory'] = ({ host, port, onConnect }) => {
    const socket = connect({ host, port: isCut ? 1 : port }, onConnect);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  return {
    socketFactory,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}
