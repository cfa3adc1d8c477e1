/** Groups: apart from each other, where they got to, and after a restart. */
import { describe, expect, it } from 'vitest';
import { createInbox } from '../inbox.ts';
import { numbered, untilCaughtUp, valuesOf, type Suite } from './suite.ts';

export function groupSuite({ stream, consume }: Suite): void {
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

export function restartSuite({ stream, harness, consume }: Suite): void {
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
