/** Makes topics that are not there yet, and knows which are. */
import type { Admin, ITopicConfig } from 'kafkajs';

export interface TopicSettings {
  /** How many consumers of a group can share a topic at most. Default 12. */
  readonly partitions?: number;
  /** Copies of each record. Default: what the cluster does. */
  readonly replicationFactor?: number;
  /** How long records are kept, in milliseconds. Default 30 days. */
  readonly retentionMs?: number;
}

/** The largest record a topic made here takes, in bytes; Kafka's own default is a tenth of it. */
export const maxRecordBytes = 10 * 1024 * 1024;

const monthMs = 30 * 86_400_000;

export interface Topics {
  /** True when the topic is there. Makes none. */
  exists(name: string): Promise<boolean>;
  /** Resolves once the topic is there and can be written to. */
  ensure(name: string): Promise<void>;
}

export function createTopics(admin: () => Promise<Admin>, settings: TopicSettings): Topics {
  const there = new Set<string>();
  /** Under way: many ask at once for a topic that is not known yet. */
  const asked = new Map<string, Promise<void>>();

  async function exists(name: string): Promise<boolean> {
    if (there.has(name)) return true;
    const names = await (await admin()).listTopics();
    for (const one of names) there.add(one);
    return there.has(name);
  }

  async function make(name: string): Promise<void> {
    try {
      if (await exists(name)) return;
      // Resolves to false when somebody else made it in between.
      await (await admin()).createTopics({ topics: [describe(name, settings)] });
      there.add(name);
    } finally {
      asked.delete(name);
    }
  }

  return {
    exists,
    async ensure(name) {
      if (there.has(name)) return;
      const making = asked.get(name) ?? make(name);
      asked.set(name, making);
      await making;
    },
  };
}

function describe(topic: string, settings: TopicSettings): ITopicConfig {
  const { partitions = 12, replicationFactor = -1, retentionMs = monthMs } = settings;
  return {
    topic,
    numPartitions: partitions,
    replicationFactor,
    configEntries: [
      { name: 'max.message.bytes', value: String(maxRecordBytes) },
      { name: 'retention.ms', value: String(retentionMs) },
    ],
  };
}
