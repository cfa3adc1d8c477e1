/**
 * What every event stream must do, sentence by sentence of the port. An adapter's own test hands in
 * how to open one and gets the suite.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  EventStream,
  StreamEvent,
  StreamRecord,
  Subscription,
} from '../ports/event-stream.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { oddTexts } from './samples.ts';

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

interface Suite {
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

function appendSuite({ stream, consume }: Suite): void {
  describe('append', () => {
    it('keeps the order of each key, within an append and from one to the next', async () => {
      const events = numbered(60, (index) => `key ${index % 3}`);
      for (let start = 0; start < events.length; start += 20) {
        await stream().append('t', events.slice(start, start + 20));
      }
      const inbox = createInbox();
      await consume(inbox);
      const records = await inbox.first(60);
      for (const key of ['key 0', 'key 1', 'key 2']) {
        const expected = events.filter((event) => event.key === key).map(({ value }) => value);
        expect(valuesOf(records, key)).toEqual(expected);
      }
    });

    it('gives positions that grow along one key', async () => {
      await stream().append(
        't',
        numbered(30, () => 'key'),
      );
      await stream().append(
        't',
        numbered(30, () => 'key'),
      );
      const inbox = createInbox();
      await consume(inbox);
      const positions = (await inbox.first(60)).map(({ position }) => position);
      expect(new Set(positions).size).toBe(60);
      expect(positions.toSorted(byNumbersWithin)).toEqual(positions);
    });

    it('neither loses, doubles nor mixes events of appends at the same time', async () => {
      const inbox = createInbox();
      await consume(inbox);
      const appends = Array.from({ length: 20 }, (_, index) =>
        numbered(15, () => `appender ${index}`),
      );
      await Promise.all(appends.map((events) => stream().append('t', events)));
      const records = await inbox.first(300);
      for (const events of appends) {
        const expected = events.map(({ value }) => value);
        expect(valuesOf(records, events[0]!.key)).toEqual(expected);
      }
      expect(await untilCaughtUp(stream(), 't', 'g')).toBe(0);
      expect(inbox.records.length).toBe(300);
    });

    it('does nothing for nothing', async () => {
      await stream().append('t', []);
      expect(await stream().lag('t', 'g')).toBe(0);
    });

    it('does not notice that an event was appended before', async () => {
      const [event] = numbered(1);
      await stream().append('t', [event!, event!]);
      await stream().append('t', [event!]);
      const inbox = createInbox();
      await consume(inbox);
      expect(valuesOf(await inbox.first(3))).toEqual(['0', '0', '0']);
    });

    it('gives keys and values back as they came, whatever is in them', async () => {
      const texts = [...oddTexts, ''];
      const events = texts.flatMap((odd) => [
        { key: odd, value: odd },
        { key: 'key', value: odd },
        { key: odd, value: JSON.stringify({ odd }) },
      ]);
      await stream().append('t', events);
      for (const event of events) await stream().append('t', [event]);
      const inbox = createInbox();
      await consume(inbox, { maxBatch: 7 });
      const records = await inbox.first(events.length * 2);
      for (const key of new Set(events.map((event) => event.key))) {
        const expected = events.filter((event) => event.key === key).map(({ value }) => value);
        expect(valuesOf(records, key)).toEqual([...expected, ...expected]);
      }
    });

    it('takes many events at once, and large ones', async () => {
      const many = numbered(3_000, (index) => `key ${index % 7}`);
      const large = [1, 2, 3].map((digit) => ({ key: 'large', value: `${digit}`.repeat(300_000) }));
      await stream().append('t', many);
      for (const event of large) await stream().append('t', [event]);
      const inbox = createInbox();
      await consume(inbox, { maxBatch: 500 });
      const records = await inbox.first(3_003);
      expect(valuesOf(records, 'large')).toEqual(large.map(({ value }) => value));
      expect(new Set(records.map(({ value }) => value)).size).toBe(3_003);
    });
  });
}

function batchSuite({ stream, consume }: Suite): void {
  describe('batches', () => {
    it('are never empty nor larger than asked for', async () => {
      await stream().append('t', numbered(25));
      const inbox = createInbox();
      await consume(inbox, { maxBatch: 4 });
      await inbox.first(25);
      for (const batch of inbox.batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(4);
      }
    });

    it('may be of one', async () => {
      await stream().append(
        't',
        numbered(3, () => 'key'),
      );
      const inbox = createInbox();
      await consume(inbox, { maxBatch: 1 });
      expect(valuesOf(await inbox.first(3))).toEqual(['0', '1', '2']);
      expect(inbox.batches.map((batch) => batch.length)).toEqual([1, 1, 1]);
    });

    it('come without being asked for when something is appended', async () => {
      const inbox = createInbox();
      await consume(inbox);
      for (let count = 1; count <= 5; count += 1) {
        await stream().append('t', numbered(1));
        await inbox.first(count);
      }
      expect(inbox.records.length).toBe(5);
    });

    it('come one at a time', async () => {
      await stream().append('t', numbered(20));
      const slow = createInbox();
      const release = slow.holdNext();
      await consume(slow, { maxBatch: 5 });
      await slow.held();
      // Another group's way through all of it is time enough for a second call to show.
      const other = createInbox();
      await consume(other, { group: 'other' });
      await other.first(20);
      expect(slow.calls).toBe(1);
      release();
      expect((await slow.first(20)).length).toBe(20);
    });

    it('come again as they were when the handler rejects, and nothing overtakes them', async () => {
      const events = numbered(9, () => 'key');
      await stream().append('t', events);
      const inbox = createInbox();
      const refusals = [new Error('first'), new Error('second'), new Error('third')];
      inbox.refuseNext(...refusals);
      await consume(inbox, { maxBatch: 3 });
      expect(valuesOf(await inbox.first(9))).toEqual(events.map(({ value }) => value));
      expect(inbox.errors).toEqual(refusals);
      expect(inbox.refused.length).toBe(3);
      for (const batch of inbox.refused) expect(batch).toEqual(inbox.batches[0]);
    });

    it('come again when the handler rejects in the middle of the stream', async () => {
      const events = numbered(8, () => 'key');
      await stream().append('t', events.slice(0, 4));
      const inbox = createInbox();
      await consume(inbox, { maxBatch: 2 });
      await inbox.first(4);
      inbox.refuseNext(new Error('engine down'));
      await stream().append('t', events.slice(4));
      expect(valuesOf(await inbox.first(8))).toEqual(events.map(({ value }) => value));
      expect(inbox.errors.length).toBe(1);
    });
  });
}

function stopSuite({ stream, consume }: Suite): void {
  describe('stop', () => {
    it('waits for the batch in hand and keeps its position, and asks for no other', async () => {
      await stream().append(
        't',
        numbered(6, () => 'key'),
      );
      const inbox = createInbox();
      const release = inbox.holdNext();
      const subscription = await consume(inbox, { maxBatch: 2 });
      await inbox.held();
      let resolved = false;
      const stopping = subscription.stop().then(() => (resolved = true));
      const other = createInbox();
      await consume(other, { group: 'other' });
      await other.first(6);
      expect(resolved).toBe(false);
      release();
      await stopping;
      expect(inbox.calls).toBe(1);
      expect(await stream().lag('t', 'g')).toBe(6 - inbox.records.length);

      const next = createInbox();
      await consume(next);
      const rest = await next.first(6 - inbox.records.length);
      expect(valuesOf([...inbox.records, ...rest])).toEqual(['0', '1', '2', '3', '4', '5']);
    });

    it('leaves a batch that was rejected to the next consumer', async () => {
      await stream().append(
        't',
        numbered(2, () => 'key'),
      );
      const inbox = createInbox();
      const release = inbox.holdNext();
      inbox.refuseNext(new Error('engine down'));
      const subscription = await consume(inbox);
      await inbox.held();
      const stopping = subscription.stop();
      release();
      await stopping;
      expect(inbox.calls).toBe(1);
      const next = createInbox();
      await consume(next);
      expect(valuesOf(await next.first(2))).toEqual(['0', '1']);
    });

    it('may be called twice, and when there is nothing to do', async () => {
      const inbox = createInbox();
      const subscription = await consume(inbox);
      await Promise.all([subscription.stop(), subscription.stop()]);
      await subscription.stop();
      await stream().append('t', numbered(1));
      expect(await stream().lag('t', 'g')).toBe(1);
      expect(inbox.calls).toBe(0);
    });
  });
}

function groupSuite({ stream, consume }: Suite): void {
  describe('groups', () => {
    it('start at the beginning and get on without each other', async () => {
      await stream().append(
        't',
        numbered(5, () => 'key'),
      );
      const fast = createInbox();
      const stuck = createInbox();
      stuck.holdNext();
      await consume(fast, { group: 'fast' });
      await consume(stuck, { group: 'stuck', maxBatch: 1 });
      await fast.first(5);
      await stuck.held();
      const late = createInbox();
      await consume(late, { group: 'late' });
      expect(valuesOf(await late.first(5))).toEqual(valuesOf(fast.records));
      expect(await untilCaughtUp(stream(), 't', 'late')).toBe(0);
      expect(await stream().lag('t', 'stuck')).toBe(5);
    });

    it('continue where they got to', async () => {
      await stream().append(
        't',
        numbered(4, () => 'key'),
      );
      const first = createInbox();
      const subscription = await consume(first);
      await first.first(4);
      await subscription.stop();
      await stream().append('t', [{ key: 'key', value: 'new' }]);
      const second = createInbox();
      await consume(second);
      expect(valuesOf(await second.first(1))).toEqual(['new']);
    });

    it('of one name but two topics are apart', async () => {
      await stream().append('t', [{ key: 'key', value: 'of t' }]);
      await stream().append('u', [{ key: 'key', value: 'of u' }]);
      const t = createInbox();
      const u = createInbox();
      await consume(t, { topic: 't' });
      await consume(u, { topic: 'u' });
      expect(valuesOf(await t.first(1))).toEqual(['of t']);
      expect(valuesOf(await u.first(1))).toEqual(['of u']);
      await stream().append('u', numbered(3));
      await u.first(4);
      expect(t.records.length).toBe(1);
    });

    it('share their records among several consumers, without loss or disorder', async () => {
      const all = createInbox();
      const consumers = [await consume(all), await consume(all)];
      const events = numbered(100, (index) => `key ${index % 5}`);
      await stream().append('t', events.slice(0, 50));
      await all.first(50);
      await consumers[0]!.stop();
      await stream().append('t', events.slice(50));
      await all.distinct(100);
      for (let index = 0; index < 5; index += 1) {
        const key = `key ${index}`;
        const expected = events.filter((event) => event.key === key).map(({ value }) => value);
        expect([...new Set(valuesOf(all.records, key))]).toEqual(expected);
      }
    });

    it('lag by what they have not got past', async () => {
      expect(await stream().lag('t', 'g')).toBe(0);
      await stream().append(
        't',
        numbered(7, () => 'key'),
      );
      expect(await stream().lag('t', 'g')).toBe(7);
      const inbox = createInbox();
      const subscription = await consume(inbox);
      await inbox.first(7);
      expect(await untilCaughtUp(stream(), 't', 'g')).toBe(0);
      await subscription.stop();
      await stream().append('t', numbered(2));
      expect(await stream().lag('t', 'g')).toBe(2);
      expect(await stream().lag('t', 'other')).toBe(9);
      expect(await stream().lag('nowhere', 'g')).toBe(0);
    });

    it('lag by a batch until its handler is done', async () => {
      await stream().append('t', numbered(1));
      const inbox = createInbox();
      const release = inbox.holdNext();
      const subscription = await consume(inbox);
      await inbox.held();
      expect(await stream().lag('t', 'g')).toBe(1);
      release();
      await subscription.stop();
      expect(await stream().lag('t', 'g')).toBe(0);
    });
  });
}

function restartSuite({ stream, harness, consume }: Suite): void {
  describe('after a restart', () => {
    it('records and positions are as they were', async () => {
      await stream().append(
        't',
        numbered(6, () => 'key'),
      );
      const before = createInbox();
      const subscription = await consume(before, { maxBatch: 2 });
      await before.first(6);
      await subscription.stop();
      await stream().append('t', [{ key: 'key', value: 'new' }]);
      const restarted = await harness().restart();
      expect(await restarted.lag('t', 'g')).toBe(1);
      const after = createInbox();
      await consume(after, { stream: restarted });
      expect(valuesOf(await after.first(1))).toEqual(['new']);
      const fresh = createInbox();
      await consume(fresh, { stream: restarted, group: 'fresh' });
      expect(valuesOf(await fresh.first(7))).toEqual(['0', '1', '2', '3', '4', '5', 'new']);
    });

    it('a batch that was in hand comes again', async ({ skip }) => {
      const { crash } = harness();
      if (crash === null) skip('the stream does not outlive its process');
      else {
        await stream().append(
          't',
          numbered(2, () => 'key'),
        );
        const dying = createInbox();
        await consume(dying, { maxBatch: 2 });
        await untilCaughtUp(stream(), 't', 'g');
        dying.holdNext();
        await stream().append('t', numbered(6, () => 'key').slice(2));
        await dying.held();
        const restarted = await crash();
        const after = createInbox();
        await consume(after, { stream: restarted });
        expect(valuesOf(await after.first(4))).toEqual(['2', '3', '4', '5']);
      }
    });
  });
}

/** Events '0', '1', ... */
function numbered(count: number, key = (index: number) => `key ${index}`): StreamEvent[] {
  return Array.from({ length: count }, (_, index) => ({ key: key(index), value: String(index) }));
}

function valuesOf(records: readonly StreamRecord[], key?: string): string[] {
  return records
    .filter((record) => key === undefined || record.key === key)
    .map(({ value }) => value);
}

/** Positions are kept after the handler is done, so a test that saw the last record may be early. */
async function untilCaughtUp(stream: EventStream, topic: string, group: string): Promise<number> {
  for (;;) {
    const lag = await stream.lag(topic, group);
    if (lag === 0) return lag;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

function byNumbersWithin(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
