/** What the parts of the event stream's contract suite share. */
import type {
  EventStream,
  StreamEvent,
  StreamRecord,
  Subscription,
} from '../../ports/event-stream.ts';
import type { Inbox } from '../inbox.ts';

export interface EventStreamHarness {
  /** Must wait only briefly before it hands a rejected batch over again. */
  readonly stream: EventStream;
  /** The same data as a next process finds it after this one ended in good order. */
  restart(): Promise<EventStream>;
  /**
   * The same data as a next process finds it after this one died with its subscriptions running;
   * null when the stream does not outlive its process.
   */
  readonly crash: (() => Promise<EventStream>) | null;
  close(): Promise<void>;
}

export interface Suite {
  readonly stream: () => EventStream;
  readonly harness: () => EventStreamHarness;
  /** Subscribes, and sees to the subscription's end. */
  readonly consume: (
    inbox: Inbox,
    some?: {
      readonly stream?: EventStream;
      readonly topic?: string;
      readonly group?: string;
      readonly maxBatch?: number;
    },
  ) => Promise<Subscription>;
}

/** Events '0', '1', ... */
export function numbered(count: number, key = (index: number) => `key ${index}`): StreamEvent[] {
  return Array.from({ length: count }, (_, index) => ({ key: key(index), value: String(index) }));
}

export function valuesOf(records: readonly StreamRecord[], key?: string): string[] {
  return records
    .filter((record) => key === undefined || record.key === key)
    .map(({ value }) => value);
}

/** Positions are kept after the handler is done, so a test that saw the last record may be early. */
export async function untilCaughtUp(
  stream: EventStream,
  topic: string,
  group: string,
): Promise<number> {
  for (;;) {
    const lag = await stream.lag(topic, group);
    if (lag === 0) return lag;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
