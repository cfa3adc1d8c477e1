import { describe, expect, test } from 'vitest';
import { alert, noWrites, outboxEntry, routed, writes } from '../contract/samples.ts';
import { createManualClock } from '../memory/manual-clock.ts';
import { createMemoryJobQueue } from '../memory/memory-job-queue.ts';
import { createMemoryStore } from '../memory/memory-store.ts';
import { soleTenant } from '../memory/sole-tenant.ts';
import { createSilentLogger } from '../memory/silent-logger.ts';
import type { JobOutcome } from '../ports/job-queue.ts';
import type { Notice, Receiver } from '../ports/receiver.ts';
import type { Store } from '../ports/store.ts';
import { startDispatcher, type DispatcherParts } from './dispatcher.ts';

interface TestReceiver extends Receiver {
  readonly told: Notice[];
  readonly closed: () => boolean;
}

/** Answers with the outcomes given, one a call, then 'done'. */
function receiver(name: string, ...outcomes: JobOutcome[]): TestReceiver {
  const told: Notice[] = [];
  let closed = false;
  return {
    name,
    told,
    closed: () => closed,
    deliver: async (notice) => {
      told.push(notice);
      return outcomes.shift() ?? { kind: 'done' };
    },
    close: async () => {
      closed = true;
    },
  };
}

type Some = Partial<DispatcherParts> & { readonly store?: Store };

async function open(receivers: readonly Receiver[], { store: given, ...some }: Some = {}) {
  const clock = createManualClock();
  const store = given ?? createMemoryStore();
  const queue = createMemoryJobQueue(clock);
  const logger = createSilentLogger();
  const dispatcher = await startDispatcher({
    ...soleTenant(store),
    queue,
    receivers,
    clock,
    logger,
    maxAttempts: 3,
    backoffMs: 1000,
    concurrency: 4,
    pollMs: 500,
    refillMs: 10_000,
    ...some,
  });
  // Its first look at the outbox is over, and it sleeps.
  await clock.advance(0);
  return { clock, store, queue, logger, dispatcher };
}

function raise(store: Store, ...ids: string[]) {
  return store.screen({ events: [], shipments: [] }, () =>
    writes({
      alerts: ids.map((id) => alert(id)),
      outbox: ids.map((id) => outboxEntry(id)),
    }),
  );
}

const retry: JobOutcome = { kind: 'retry', reason: 'busy' };

describe('the dispatcher', () => {
  test('tells each receiver of each entry, once, with its id', async () => {
    const [log, hook] = [receiver('log'), receiver('hook')];
    const { clock, store, dispatcher } = await open([log, hook]);
    await raise(store, 'a1', 'a2');
    dispatcher.ring();
    await clock.advance(0);
    for (const { told } of [log, hook]) expect(told.map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(await store.unrelayed(10)).toEqual([]);
    expect((await store.counts()).deliveries).toBe(4);
    await clock.advance(60_000);
    expect(log.told).toHaveLength(2);
    await dispatcher.stop();
  });

  test('finds what nobody rang for', async () => {
    const log = receiver('log');
    const { clock, store, dispatcher } = await open([log]);
    await raise(store, 'a1');
    await clock.advance(499);
    expect(log.told).toEqual([]);
    await clock.advance(1);
    expect(log.told).toHaveLength(1);
    await dispatcher.stop();
  });

  test('tries again after the back-off, and only the receiver that failed', async () => {
    const [log, hook] = [receiver('log'), receiver('hook', retry, retry)];
    const { clock, store, dispatcher } = await open([log, hook]);
    await raise(store, 'a1');
    dispatcher.ring();
    await clock.advance(0);
    expect(hook.told).toHaveLength(1);
    await clock.advance(1000);
    expect(hook.told).toHaveLength(2);
    expect(await store.isDelivered('a1', 'hook')).toBe(false);
    await clock.advance(2000);
    expect(hook.told).toHaveLength(3);
    expect(await store.isDelivered('a1', 'hook')).toBe(true);
    expect(log.told).toHaveLength(1);
    await dispatcher.stop();
  });

  test('sets a delivery aside after the last attempt, with its document and the reason', async () => {
    const hook = receiver('hook', retry, retry, { kind: 'retry', reason: 'still busy' });
    const { clock, store, dispatcher } = await open([hook]);
    await raise(store, 'a1');
    await clock.advance(60_000);
    const { rows } = await store.deadLetters({ limit: 10 });
    expect(rows).toMatchObject([
      { origin: 'delivery:hook', position: 'a1', code: 'delivery-failed', reason: 'still busy' },
    ]);
    expect(new TextDecoder().decode(rows[0]?.original)).toBe('{"id":"a1"}');
    expect(hook.told).toHaveLength(3);
    await dispatcher.stop();
  });

  test('gives up at once where the receiver says never', async () => {
    const hook = receiver('hook', { kind: 'give-up', reason: '410 Gone' });
    const { clock, store, dispatcher } = await open([hook]);
    await raise(store, 'a1');
    await clock.advance(60_000);
    expect(hook.told).toHaveLength(1);
    expect((await store.deadLetters({ limit: 10 })).rows[0]?.reason).toBe('410 Gone');
    await dispatcher.stop();
  });

  test('delivers nothing that the store knows as delivered', async () => {
    const log = receiver('log');
    const store = createMemoryStore();
    await raise(store, 'a1', 'a2');
    await store.recordDelivery('a1', 'log', '2026-01-01T00:00:00.000Z');
    const { clock, dispatcher } = await open([log], { store });
    await clock.advance(0);
    expect(log.told.map(({ id }) => id)).toEqual(['a2']);
    await dispatcher.stop();
  });

  test('goes on relaying after the store failed for a while', async () => {
    const log = receiver('log');
    const whole = createMemoryStore();
    let failures = 2;
    const store: Store = {
      ...whole,
      unrelayed: async (limit) => {
        if (failures-- > 0) throw new Error('the disk is full');
        return whole.unrelayed(limit);
      },
    };
    await raise(whole, 'a1');
    const { clock, logger, dispatcher } = await open([log], { store });
    await clock.advance(2000);
    expect(log.told).toHaveLength(1);
    expect(logger.lines.filter(({ level }) => level === 'error')).toHaveLength(2);
    await dispatcher.stop();
  });

  test('relays a long outbox to its end without waiting between', async () => {
    const log = receiver('log');
    const store = createMemoryStore();
    const ids = Array.from({ length: 450 }, (_, index) => `a${index}`);
    await raise(store, ...ids);
    const { clock, dispatcher } = await open([log], { store });
    await clock.advance(0);
    expect(new Set(log.told.map(({ id }) => id)).size).toBe(450);
    await dispatcher.stop();
  });

  test('finishes the delivery in hand and closes its receivers before it has stopped', async () => {
    const gate = Promise.withResolvers<void>();
    const slow: TestReceiver = {
      ...receiver('slow'),
      deliver: async () => {
        await gate.promise;
        return { kind: 'done' };
      },
    };
    const log = receiver('log');
    const { clock, store, dispatcher } = await open([slow, log]);
    await raise(store, 'a1');
    await clock.advance(500);
    let stopped = false;
    const stopping = dispatcher.stop().then(() => (stopped = true));
    await clock.advance(0);
    expect(stopped).toBe(false);
    gate.resolve();
    await stopping;
    expect(await store.isDelivered('a1', 'slow')).toBe(true);
    expect(log.closed()).toBe(true);
  });

  test('fills a queue that lost its memory with what is still due', async () => {
    const store = createMemoryStore();
    await raise(store, 'a1', 'a2');
    const due = ['a1', 'a2'].flatMap((id) => routed(id, ['log']));
    await store.markRelayed(['a1', 'a2'], due, '2025-12-31T23:59:00.000Z');
    await store.recordDelivery('a1', 'log', '2025-12-31T23:59:01.000Z');
    const log = receiver('log');
    const { clock, dispatcher } = await open([log], { store });
    await clock.advance(0);
    expect(log.told.map(({ id }) => id)).toEqual(['a2']);
    await clock.advance(60_000);
    expect(log.told).toHaveLength(1);
    await dispatcher.stop();
  });

  test('does not hand a delivery in back-off to the queue twice', async () => {
    const hook = receiver('hook', ...Array.from({ length: 9 }, () => retry));
    const { clock, store, dispatcher } = await open([hook], { backoffMs: 30_000 });
    await raise(store, 'a1');
    await clock.advance(29_000);
    expect(hook.told).toHaveLength(1);
    await clock.advance(2000);
    expect(hook.told).toHaveLength(2);
    await dispatcher.stop();
  });

  test('does nothing where there is nothing', async () => {
    const { clock, store, dispatcher } = await open([receiver('log')]);
    await store.screen({ events: [], shipments: [] }, () => noWrites);
    await clock.advance(5000);
    expect((await store.counts()).deliveries).toBe(0);
    await dispatcher.stop();
  });
});
