/** Receivers on Kafka and BullMQ: on the engines that they name, or else on the service's own. */
import { createQueueReceiver, type BullmqConnection } from '@herkomst/adapter-bullmq';
import {
  createKafkaTopicProducer,
  createTopicReceiver,
  type KafkaConnection,
} from '@herkomst/adapter-kafka';
import type { Outlets, TopicOutlet } from './engines.ts';

export interface OwnEngines {
  /** Null where the service has no Kafka. */
  readonly kafka: KafkaConnection | null;
  readonly queue: BullmqConnection;
  readonly onError: (error: unknown) => void;
}

export function createOutlets({ kafka, queue, onError }: OwnEngines): Outlets {
  return {
    topic(outlet) {
      const connection =
        outlet.brokers === undefined ? kafka : connectionOf(outlet, outlet.brokers);
      if (connection === null) {
        throw Object.assign(
          new Error(`the receiver "${outlet.name}" needs brokers: the service has no Kafka itself`),
          { code: 'invalid-receivers' },
        );
      }
      const { name, topic } = outlet;
      return createTopicReceiver({ name, topic, producer: createKafkaTopicProducer(connection) });
    },
    queue({ name, queue: queueName, redis, ca, prefix }) {
      const connection: BullmqConnection =
        redis === undefined
          ? queue
          : { redis: { url: redis, ...(ca === undefined ? {} : { tls: { ca } }) } };
      return createQueueReceiver({
        ...connection,
        ...(prefix === undefined ? {} : { prefix }),
        name,
        queue: queueName,
        onError,
      });
    },
  };
}

function connectionOf({ tls, ca, sasl }: TopicOutlet, brokers: readonly string[]): KafkaConnection {
  return {
    brokers,
    ...(tls || ca !== undefined ? { ssl: ca === undefined ? true : { ca } } : {}),
    // Its type takes each mechanism apart, though their members are the same.
    ...(sasl === undefined ? {} : { sasl: sasl as KafkaConnection['sasl'] }),
  };
}
