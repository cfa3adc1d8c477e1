/** The event stream on Kafka: topics shared out by key, groups that share their partitions. */
import type { EventStream, Subscription } from '@herkomst/runtime';
import { createAdminLine } from './admin.ts';
import { createAppender } from './appender.ts';
import { createClient, type KafkaConnection } from './client.ts';
import { groupLag } from './lag.ts';
import { type GroupSettings, startSubscription } from './subscription.ts';
import { createTopics, type TopicSettings } from './topics.ts';

export interface KafkaEventStreamOptions extends KafkaConnection, TopicSettings, GroupSettings {
  /** Put before the names of topics and groups, for installations that share a cluster. */
  readonly prefix?: string;
}

export interface KafkaEventStream extends EventStream {
  /** Stops all subscriptions, waits for appends under way and lets go of Kafka. */
  close(): Promise<void>;
}

/** Connects when it is first used. */
export function createKafkaEventStream(options: KafkaEventStreamOptions): KafkaEventStream {
  const { prefix = '' } = options;
  const kafka = createClient(options);
  const admin = createAdminLine(kafka);
  const appender = createAppender(kafka);
  const topics = createTopics(() => admin.connected(), options);
  const subscriptions = new Set<Subscription>();
  let closing: Promise<void> | null = null;

  async function close(): Promise<void> {
    await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
    await appender.close();
    await admin.close();
  }

  return {
    async append(topic, events) {
      if (events.length === 0) return;
      const name = prefix + topic;
      await topics.ensure(name);
      await appender.append(name, events);
    },

    async subscribe(topic, group, handler, { maxBatch, maxInHand = 1, onError = () => {} }) {
      const name = prefix + topic;
      await topics.ensure(name);
      const subscription = await startSubscription({
        kafka,
        topic: name,
        groupId: groupIdOf(name, group),
        handler,
        maxBatch,
        maxInHand,
        onError,
        settings: options,
      });
      subscriptions.add(subscription);
      return {
        async stop() {
          await subscription.stop();
          subscriptions.delete(subscription);
        },
      };
    },

    async lag(topic, group) {
      const name = prefix + topic;
      if (!(await topics.exists(name))) return 0;
      return await groupLag(await admin.connected(), name, groupIdOf(name, group));
    },

    close: () => (closing ??= close()),
  };
}

/**
 * To Kafka a group may read several topics, shared out among its members; to us a group of one name
 * is another for each topic. No topic has a colon in its name.
 */
function groupIdOf(topic: string, group: string): string {
  return `${topic}:${group}`;
}
