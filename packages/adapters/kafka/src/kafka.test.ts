/** What is true of Kafka beyond the contract. Needs HERKOMST_TEST_KAFKA_BROKERS. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createInbox } from '@herkomst/runtime/testing';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { KafkaEventStream } from './index.ts';
import { brokers, createLine, openStream, removeTopics } from './kafka.testing.ts';

describe.skipIf(brokers.length === 0)('Kafka', { timeout: 120_000 }, () => {
  let stream: KafkaEventStream;
  afterEach(() => stream.close(), 60_000);
  afterAll(removeTopics, 60_000);

  it('keeps the order of appends that did not wait for each other', async () => {
    stream = openStream();
    const values = Array.from({ length: 300 }, (_, index) => String(index));
    await Promise.all(values.map((value) => stream.append('t', [{ key: 'key', value }])));
    const inbox = createInbox();
    await stream.subscribe('t', 'g', inbox.handler, { maxBatch: 50 });
    expect((await inbox.first(300)).map(({ value }) => value)).toEqual(values);
  });

  it('takes an append of many megabytes whole and in order', async () => {
    stream = openStream();
    // Noise, so that compression does not make it small.
    const noise = Array.from({ length: 60 }, () => Math.random().toString(36)).join('');
    const values = Array.from({ length: 5_000 }, (_, index) => `${index} ${noise}`);
    await stream.append(
      't',
      values.map((value) => ({ key: 'key', value })),
    );
    const inbox = createInbox();
    await stream.subscribe('t', 'g', inbox.handler, { maxBatch: 1_000 });
    expect((await inbox.first(5_000)).map(({ value }) => value)).toEqual(values);
  });

  it('refuses an event that is too large by name, and those beside it go in', async () => {
    stream = openStream();
    const large = { key: 'large', value: 'x'.repeat(11 * 1024 * 1024) };
    const [refused, taken] = await Promise.allSettled([
      stream.append('t', [large]),
      stream.append('t', [{ key: 'small', value: 'x' }]),
    ]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'event-too-large' } });
    expect(String(refused.status === 'rejected' && refused.reason)).toContain('"large"');
    expect(taken.status).toBe('fulfilled');
    expect(await stream.lag('t', 'g')).toBe(1);
  });

  it('hands out a batch while another is in hand, where that is allowed', async () => {
    stream = openStream({ partitions: 6 });
    const events = Array.from({ length: 60 }, (_, index) => ({ key: `key ${index}`, value: 'x' }));
    await stream.append('t', events);
    const both = Promise.withResolvers<void>();
    let calls = 0;
    await stream.subscribe(
      't',
      'g',
      async () => {
        calls += 1;
        if (calls === 2) both.resolve();
        await both.promise;
      },
      { maxBatch: 10, maxInHand: 2 },
    );
    await both.promise;
  });

  it('gathers what few records each partition has into one batch', async () => {
    stream = openStream({ partitions: 6 });
    const events = Array.from({ length: 60 }, (_, index) => ({ key: `key ${index}`, value: 'x' }));
    await stream.append('t', events);
    const inbox = createInbox();
    await stream.subscribe('t', 'g', inbox.handler, { maxBatch: 100 });
    await inbox.first(60);
    const partitions = inbox.batches.map(
      (batch) => new Set(batch.map(({ position }) => position.split(':')[0])).size,
    );
    expect(Math.max(...partitions)).toBeGreaterThan(1);
  });

  it('keeps its place in the group while a handler takes longer than a session', async () => {
    stream = openStream();
    const inbox = createInbox();
    const release = inbox.holdNext();
    await stream.append('t', [{ key: 'key', value: 'slow' }]);
    await stream.subscribe('t', 'g', inbox.handler, { maxBatch: 1, onError: inbox.onError });
    await inbox.held();
    await sleep(8_000);
    release();
    await inbox.first(1);
    await stream.append('t', [{ key: 'key', value: 'next' }]);
    await inbox.first(2);
    expect(inbox.calls).toBe(2);
    expect(inbox.errors).toEqual([]);
  });

  it('goes on after Kafka was out of reach, for who appends and for who consumes', async () => {
    const line = createLine();
    stream = openStream({ socketFactory: line.socketFactory });
    const inbox = createInbox();
    await stream.subscribe('t', 'g', inbox.handler, { maxBatch: 5, onError: inbox.onError });
    await stream.append('t', [{ key: 'key', value: 'before' }]);
    await inbox.first(1);
    line.cut();
    await expect(stream.append('t', [{ key: 'key', value: 'lost' }])).rejects.toMatchObject({
      code: 'append-failed',
    });
    line.mend();
    await stream.append('t', [{ key: 'key', value: 'after' }]);
    await inbox.distinct(2);
    expect(new Set(inbox.records.map(({ value }) => value))).toEqual(new Set(['before', 'after']));
  });

  it('shares partitions anew while batches are in hand and refused, and loses none', async () => {
    stream = openStream({ partitions: 6 });
    const values = Array.from({ length: 600 }, (_, index) => String(index));
    const seen = new Map<string, string[]>();
    let calls = 0;
    const handler = async (records: readonly { key: string; value: string }[]) => {
      calls += 1;
      if (calls % 7 === 0) throw new Error('busy');
      await sleep(5);
      for (const { key, value } of records) seen.set(key, [...(seen.get(key) ?? []), value]);
    };
    const join = () => stream.subscribe('t', 'g', handler, { maxBatch: 10 });
    const first = await join();
    const appending = (async () => {
      for (let start = 0; start < 600; start += 20) {
        const events = values.slice(start, start + 20);
        await stream.append(
          't',
          events.map((value) => ({ key: `key ${Number(value) % 12}`, value })),
        );
      }
    })();
    const second = await join();
    await first.stop();
    const third = await join();
    await second.stop();
    await appending;
    while ((await stream.lag('t', 'g')) > 0) await sleep(20);
    await third.stop();
    for (let index = 0; index < 12; index += 1) {
      const expected = values.filter((value) => Number(value) % 12 === index);
      expect([...new Set(seen.get(`key ${index}`))]).toEqual(expected);
    }
  });
});
