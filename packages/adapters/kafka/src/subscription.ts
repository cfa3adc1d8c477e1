/** Keeps one member of a group consuming, through crashes of kafkajs, until it is stopped. */
import type { Subscription } from '@herkomst/runtime';
import type { Consumer, Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { consume } from './batch.ts';
import { createGatherer, type GathererParts } from './gatherer.ts';

export interface GroupSettings {
  /**
   * How long a member may be silent before its partitions go to others: what a crash costs. It tells
   * of itself three times as often, also while it handles a batch, however long that takes; what it
   * must not do is keep its event loop busy for so long. Kafka's own least is 6,000. Default
   * 10,000 ms.
   */
  readonly sessionTimeoutMs?: number;
  /** Default 100 ms, doubling up to `maxRetryMs`. */
  readonly retryMs?: number;
  /** Default 10,000 ms. */
  readonly maxRetryMs?: number;
}

export interface SubscriptionParts extends Pick<
  GathererParts,
  'handler' | 'maxBatch' | 'maxInHand' | 'onError'
> {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly groupId: string;
  readonly settings: GroupSettings;
}

/**
 * How long keeping the last position and leaving the group may take: Kafka may be out of reach. It
 * finds out by itself, and the batch comes again.
 */
const leaveMs = 5_000;

/** How many partitions are gathered from at a time; the rest of a fetch waits for them. */
const partitionsAtATime = 100;

/** Resolves once the group was joined. Rejects when Kafka can not be reached. */
export async function startSubscription(parts: SubscriptionParts): Promise<Subscription> {
  const { kafka, topic, groupId, onError, settings, maxBatch } = parts;
  const { sessionTimeoutMs = 10_000, retryMs = 100, maxRetryMs = 10_000 } = settings;
  const heartbeatMs = Math.floor((sessionTimeoutMs * 3) / 10);
  const stopper = new AbortController();
  const gatherer = createGatherer({
    ...parts,
    // Twice as often as kafkajs lets one through: none is late for having come a moment too early.
    heartbeatMs: heartbeatMs / 2,
    retryMs,
    maxRetryMs,
    stopping: stopper.signal,
  });
  let consumer = createConsumer();
  let restarting: Promise<void> = Promise.resolve();

  function createConsumer(): Consumer {
    const made = kafka.consumer({
      groupId,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: Math.max(60_000, sessionTimeoutMs),
      heartbeatInterval: heartbeatMs,
      // A stop waits for the fetch under way.
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: async () => false },
    });
    // kafkajs starts again after some errors and not after others; we do after all.
    made.on(made.events.CRASH, ({ payload }) => {
      onError(payload.error);
      restarting = restart();
    });
    return made;
  }

  async function run(): Promise<void> {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: partitionsAtATime,
      eachBatch: (payload) => consume({ gatherer, maxBatch, stopping: stopper.signal }, payload),
    });
  }

  async function restart(): Promise<void> {
    for (let wait = retryMs; !stopper.signal.aborted; wait = Math.min(maxRetryMs, wait * 2)) {
      await sleep(wait, undefined, { signal: stopper.signal }).catch(() => undefined);
      // What the former had in hand must be done before the same records may come again.
      await gatherer.idle();
      if (stopper.signal.aborted) return;
      consumer = createConsumer();
      try {
        return await run();
      } catch (error) {
        onError(error);
        await consumer.disconnect().catch(() => undefined);
      }
    }
  }

  async function stop(): Promise<void> {
    stopper.abort();
    await gatherer.idle();
    // Waits for the position to be kept, too.
    const left = restarting.then(() => consumer.disconnect()).catch(onError);
    await Promise.race([left, sleep(leaveMs, undefined, { ref: false })]);
  }

  try {
    await run();
  } catch (error) {
    stopper.abort();
    await consumer.disconnect().catch(() => undefined);
    throw error;
  }
  let stopped: Promise<void> | null = null;
  return { stop: () => (stopped ??= stop()) };
}
