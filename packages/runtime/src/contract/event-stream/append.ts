/** Appending: order, what a cut leaves, and whatever text. */
import { describe, expect, it } from 'vitest';
import { createInbox } from '../inbox.ts';
import { oddTexts } from '../samples.ts';
import { numbered, untilCaughtUp, valuesOf, type Suite } from './suite.ts';

export function appendSuite({ stream, harness, consume }: Suite): void {
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

    it('leaves no gap in a key when it is cut off, and appending all again fills up', async ({
      skip,
    }) => {
      const { crash } = harness();
      if (crash === null) skip('the stream does not outlive its process');
      else {
        const events = numbered(1_200, (index) => `key ${index % 3} of ${Math.floor(index / 40)}`);
        const keys = [...new Set(events.map(({ key }) => key))];
        const whole = (key: string) =>
          events.filter((event) => event.key === key).map(({ value }) => value);
        const chunks = Array.from({ length: 30 }, (_, at) => events.slice(at * 40, at * 40 + 40));
        const done: string[] = [];
        const appends = chunks.map((chunk) =>
          stream()
            .append('t', chunk)
            .then(() => done.push(...chunk.map(({ value }) => value))),
        );
        // Heard of from the start: some reject while the crash is still under way.
        const settled = Promise.allSettled(appends);
        await appends[0];
        const restarted = await crash();
        await settled;

        const inbox = createInbox();
        await consume(inbox, { stream: restarted, maxBatch: 100 });
        await untilCaughtUp(restarted, 't', 'g');
        const found = new Set(valuesOf(inbox.records));
        expect(done.filter((value) => !found.has(value))).toEqual([]);
        for (const key of keys) {
          const kept = [...new Set(valuesOf(inbox.records, key))];
          expect(kept).toEqual(whole(key).slice(0, kept.length));
        }

        await restarted.append('t', events);
        await inbox.distinct(events.length);
        for (const key of keys) {
          expect([...new Set(valuesOf(inbox.records, key))]).toEqual(whole(key));
        }
      }
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

function byNumbersWithin(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
