/** Batches: one at a time, again after a rejection, and none after stop. */
import { describe, expect, it } from 'vitest';
import { createInbox } from '../inbox.ts';
import { numbered, untilCaughtUp, valuesOf, type Suite } from './suite.ts';

export function batchSuite({ stream, consume }: Suite): void {
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

    it('in hand at a time are no more than allowed, and hold no key twice', async () => {
      const events = numbered(210, (index) => `key ${index % 7}`);
      await stream().append('t', events);
      const inHand = new Set<string>();
      const seen: string[] = [];
      let calls = 0;
      let most = 0;
      const wrong: string[] = [];
      const subscription = await stream().subscribe(
        't',
        'g',
        async (records) => {
          const keys = [...new Set(records.map(({ key }) => key))];
          wrong.push(...keys.filter((key) => inHand.has(key)));
          for (const key of keys) inHand.add(key);
          calls += 1;
          most = Math.max(most, calls);
          await new Promise((resolve) => {
            setTimeout(resolve, 5);
          });
          calls -= 1;
          for (const key of keys) inHand.delete(key);
          seen.push(...records.map(({ key, value }) => `${key}: ${value}`));
        },
        { maxBatch: 4, maxInHand: 3 },
      );
      await untilCaughtUp(stream(), 't', 'g');
      await subscription.stop();
      expect(wrong).toEqual([]);
      expect(most).toBeLessThanOrEqual(3);
      for (const key of new Set(events.map((event) => event.key))) {
        const expected = events.filter((event) => event.key === key);
        expect(seen.filter((text) => text.startsWith(`${key}:`))).toEqual(
          expected.map(({ value }) => `${key}: ${value}`),
        );
      }
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

export function stopSuite({ stream, consume }: Suite): void {
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
