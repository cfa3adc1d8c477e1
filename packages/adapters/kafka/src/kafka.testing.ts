/** Streams for tests on the Kafka that the environment names, and lines to it that can be cut. */
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import {
  createKafkaEventStream,
  createKafkaTopicProducer,
  type KafkaEventStream,
  type KafkaEventStreamOptions,
  type KafkaTopicProducer,
} from './index.ts';

/** Empty where there is none; the tests are skipped then. */
// oxlint-disable-next-line node/no-process-env -- tests are configured by it
export const brokers = (process.env['HERKOMST_TEST_KAFKA_BROKERS'] ?? '')
  .split(',')
  .filter(Boolean);

const prefixes = new Set<string>();

/** A stream that waits only briefly, its topics apart from all others'. */
export function openStream(some: Partial<KafkaEventStreamOptions> = {}): KafkaEventStream {
  const { prefix = `herkomst-test-${randomUUID()}-` } = some;
  prefixes.add(prefix);
  return createKafkaEventStream({
    brokers,
    partitions: 3,
    replicationFactor: 1,
    // The least that Kafka allows: so long others wait for one that died.
    sessionTimeoutMs: 6_000,
    retryMs: 5,
    maxRetryMs: 50,
    ...some,
    prefix,
  });
}

/** Writes to topics whose names begin so. */
export function openProducer(prefix: string): KafkaTopicProducer {
  prefixes.add(prefix);
  return createKafkaTopicProducer({ brokers, partitions: 3, replicationFactor: 1, prefix });
}

/** Removes what `openStream` and `openProducer` led to. */
export async function removeTopics(): Promise<void> {
  if (prefixes.size === 0 || brokers.length === 0) return;
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) =>
    [...prefixes].some((prefix) => topic.startsWith(prefix)),
  );
  if (topics.length > 0) await admin.deleteTopics({ topics });
  await admin.disconnect();
  prefixes.clear();
}

export interface Line {
  readonly socketFactory: NonNullable<KafkaConfig['socketFactory']>;
  /** Cuts all sockets and lets no new one through: as if the process had died, or the network. */
  cut(): void;
  mend(): void;
}

export function createLine(): Line {
  const sockets = new Set<Socket>();
  let isCut = false;
  return {
    socketFactory: ({ host, port, onConnect }) => {
      // Nobody listens on port 1.
      const socket = connect({ host, port: isCut ? 1 : port }, onConnect);
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      return socket;
    },
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy(new Error('ECONNRESET'));
    },
    mend() {
      isCut = false;
    },
  };
}
