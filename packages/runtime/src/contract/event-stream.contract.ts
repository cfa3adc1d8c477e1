/**
 * What every event stream must do, sentence by sentence of the port. An adapter's own test hands in
 * how to open one and gets the suite.
 */
import { afterEach, beforeEach, describe } from 'vitest';
import type { Subscription } from '../ports/event-stream.ts';
import { appendSuite } from './event-stream/append.ts';
import { batchSuite, stopSuite } from './event-stream/batches.ts';
import { groupSuite, restartSuite } from './event-stream/groups.ts';
import type { EventStreamHarness, Suite } from './event-stream/suite.ts';
import type { Inbox } from './inbox.ts';

export type { EventStreamHarness } from './event-stream/suite.ts';

/** Generous: nothing here waits for it unless the stream fails, or the machine is slow. */
const timeout = 120_000;

/** Defines the suite; `open` gives a stream without any topic to each test. */
export function eventStreamContract(name: string, open: () => Promise<EventStreamHarness>): void {
  describe(`${name} as an event stream`, { timeout }, () => {
    let harness: EventStreamHarness;
    let subscriptions: Subscription[];
    let inboxes: Inbox[];

    beforeEach(async () => {
      harness = await open();
      subscriptions = [];
      inboxes = [];
    }, timeout);
    afterEach(async () => {
      for (const inbox of inboxes) inbox.releaseAll();
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
      await harness.close();
    }, timeout);

    const suite: Suite = {
      stream: () => harness.stream,
      harness: () => harness,
      async consume(inbox, some = {}) {
        const { stream = harness.stream, topic = 't', group = 'g', maxBatch = 10 } = some;
        const subscription = await stream.subscribe(topic, group, inbox.handler, {
          maxBatch,
          onError: inbox.onError,
        });
        subscriptions.push(subscription);
        inboxes.push(inbox);
        return subscription;
      },
    };
    appendSuite(suite);
    batchSuite(suite);
    stopSuite(suite);
    groupSuite(suite);
    restartSuite(suite);
  });
}
