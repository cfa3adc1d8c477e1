/**
 * Tells of alerts on a topic, for others to read. Records of one shipment keep their order; a record
 * that comes twice bears the same id in its headers.
 */
import type { DeliveryOutcome, Receiver } from '@herkomst/runtime';
import { KafkaStreamError } from './stream-error.ts';
import type { KafkaTopicProducer } from './topic-producer.ts';

export interface TopicReceiverOptions {
  readonly name: string;
  readonly topic: string;
  /** Closed with the receiver. */
  readonly producer: KafkaTopicProducer;
}

export function createTopicReceiver({ name, topic, producer }: TopicReceiverOptions): Receiver {
  return {
    name,
    async deliver({ id, type, document }): Promise<DeliveryOutcome> {
      // CloudEvents' own protocol binding: in structured mode the content type says what it is.
      const headers = {
        'content-type': 'application/cloudevents+json; charset=UTF-8',
        'idempotency-key': id,
        'herkomst-type': type,
      };
      try {
        await producer.send(topic, [{ key: subjectOf(document) ?? id, value: document, headers }]);
        return { kind: 'done' };
      } catch (error) {
        const lasts = error instanceof KafkaStreamError && error.code === 'event-too-large';
        const reason = error instanceof Error ? error.message : String(error);
        return { kind: lasts ? 'give-up' : 'retry', reason };
      }
    },
    close: () => producer.close(),
  };
}

/** The shipment's id; null for what is about none or about many. */
function subjectOf(document: string): string | null {
  const { subject } = JSON.parse(document) as { readonly subject?: unknown };
  return typeof subject === 'string' && subject !== '' ? subject : null;
}
