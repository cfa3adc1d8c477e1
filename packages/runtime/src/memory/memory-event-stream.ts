/**
 * A whole event stream in memory: for tests of what stands above the port, and for screening files
 * without leaving anything behind. It forgets all when the process ends.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';
import type {
  BatchHandler,
  EventStream,
  StreamRecord,
  SubscribeOptions,
  Subscription,
} from '../ports/event-stream.ts';
import { systemClock } from '../system-clock.ts';

export interface MemoryEventStreamOptions {
  readonly clock?: Clock;
  /** Wait before a batch that was rejected is handed over again. Milliseconds, default 100. */
  readonly retryMs?: number;
}

interface Topic {
  readonly records: StreamRecord[];
  readonly groups: Map<string, Group>;
}

interface Group {
  /** How many records it has got past. */
  position: number;
  /** Resolves when the consumer whose turn it is has stopped; those after it wait in line. */
  turn: Promise<unknown>;
  readonly wakers: Set<() => void>;
}

export function createMemoryEventStream(options: MemoryEventStreamOptions = {}): EventStream {
  const { clock = systemClock, retryMs = 100 } = options;
  const topics = new Map<string, Topic>();

  return {
    async append(name, events) {
      const topic = topicOf(topics, name);
      for (const { key, value } of events) {
        topic.records.push({ key, value, position: String(topic.records.length + 1) });
      }
      for (const group of topic.groups.values()) for (const wake of group.wakers) wake();
    },
    async subscribe(name, groupName, handler, options) {
      const topic = topicOf(topics, name);
      const group = topic.groups.get(groupName) ?? {
        position: 0,
        turn: Promise.resolve(),
        wakers: new Set<() => void>(),
      };
      topic.groups.set(groupName, group);
      const pause = (signal: AbortSignal) => clock.sleep(retryMs, signal);
      return consume(topic.records, group, handler, options, pause);
    },
    async lag(name, groupName) {
      const topic = topics.get(name);
      if (topic === undefined) return 0;
      return topic.records.length - (topic.groups.get(groupName)?.position ?? 0);
    },
  };
}

function topicOf(topics: Map<string, Topic>, name: string): Topic {
  const topic = topics.get(name) ?? { records: [], groups: new Map() };
  topics.set(name, topic);
  return topic;
}

function consume(
  records: readonly StreamRecord[],
  group: Group,
  handler: BatchHandler,
  { maxBatch, onError }: SubscribeOptions,
  pause: (signal: AbortSignal) => Promise<void>,
): Subscription {
  const stopped = new AbortController();
  let wake = () => {};
  const woken = () => wake();
  group.wakers.add(woken);
  const before = group.turn;
  const running = run();
  group.turn = Promise.all([before, running]);
  return {
    async stop() {
      stopped.abort();
      wake();
      await running;
    },
  };

  async function run(): Promise<void> {
    await Promise.race([before, untilWoken(() => stopped.signal.aborted)]);
    while (!stopped.signal.aborted) {
      const batch = records.slice(group.position, group.position + maxBatch);
      if (batch.length === 0) {
        await untilWoken(() => stopped.signal.aborted || records.length > group.position);
        continue;
      }
      try {
        await handler(batch);
        group.position += batch.length;
      } catch (error) {
        onError?.(error);
        await pause(stopped.signal);
      }
      // A handler that never leaves its turn of the event loop must not keep all else waiting.
      await nextTurn();
    }
    group.wakers.delete(woken);
  }

  async function untilWoken(reached: () => boolean): Promise<void> {
    while (!reached()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
