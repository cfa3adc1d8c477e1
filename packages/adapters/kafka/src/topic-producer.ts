/**
 * Writes records to topics for others to read: what goes out, beside the event stream that our own
 * workers talk through. Topics that are not there are made.
 */
import { createAdminLine } from './admin.ts';
import { createAppender } from './appender.ts';
import { createClient, type KafkaConnection } from './client.ts';
import { createTopics, type TopicSettings } from './topics.ts';

export interface TopicRecord {
  /** Records of one key keep their order; for what is about a shipment, the shipment's key. */
  readonly key: string;
  /** UTF-8 text. */
  readonly value: string;
  /** By name; readers see them beside key and value. An id that readers may know again goes here. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface KafkaTopicProducer {
  /**
   * Appends in the order given, and after what was sent before. Resolves once all in-sync copies
   * have the records. Rejects with a KafkaStreamError: 'event-too-large' will never succeed, others
   * may; some of the records may have been taken then, so who sends again may write one twice.
   */
  send(topic: string, records: readonly TopicRecord[]): Promise<void>;
  /** Waits for what is under way and lets go of Kafka. Safe to call twice. */
  close(): Promise<void>;
}

export interface KafkaTopicProducerOptions extends KafkaConnection, TopicSettings {
  /** Put before the names of topics, for installations that share a cluster. */
  readonly prefix?: string;
}

/** Connects when it is first used. */
export function createKafkaTopicProducer(options: KafkaTopicProducerOptions): KafkaTopicProducer {
  const { prefix = '' } = options;
  const kafka = createClient(options);
  const admin = createAdminLine(kafka);
  const appender = createAppender(kafka);
  const topics = createTopics(() => admin.connected(), options);
  let closing: Promise<void> | null = null;
  return {
    async send(topic, records) {
      if (records.length === 0) return;
      const name = prefix + topic;
      await topics.ensure(name);
      await appender.append(name, records);
    },
    close: () => (closing ??= Promise.all([appender.close(), admin.close()]).then(() => undefined)),
  };
}
