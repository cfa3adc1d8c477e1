import { describe, expect, test } from 'vitest';
import { alert, writes } from '../contract/samples.ts';
import { createManualClock } from '../memory/manual-clock.ts';
import { createMemoryJobQueue } from '../memory/memory-job-queue.ts';
import { createMemoryStore } from '../memory/memory-store.ts';
import { soleTenant } from '../memory/sole-tenant.ts';
import { createSilentLogger } from '../memory/silent-logger.ts';
import type { OutboxEntry } from '../ports/records.ts';
import type { DeliveryOutcome, Notice, Receiver } from '../ports/receiver.ts';
import type { Store } from '../ports/store.ts';
import { digestType, type DigestData } from '../routing/digest.ts';
import { everythingAtOnce, noFilter, type DeliveryPolicy } from '../routing/policy.ts';
import { raisedEntry, withdrawnEntry } from '../routing/samples.testing.ts';
import { startDispatcher } from './dispatcher.ts';

const night = '2026-01-15T22:00:00.000Z';
const hour = 3_600_000;
const quietHours = {
  timeZone: 'Europe/Amsterdam',
  daily: { from: 22 * 60, to: 7 * 60 },
  days: [],
  unless: 'critical',
} as const;
const digest = { timeZone: 'Europe/Amsterdam', at: [8 * 60], unless: null } as const;

interface Told extends Receiver {
  readonly told: Notice[];
  readonly ids: () => readonly string[];
}

/** Answers with the outcomes given, one a call, then 'done'. */
function receiver(
  name: string,
  policy: Partial<DeliveryPolicy>,
  ...outcomes: DeliveryOutcome[]
): Told {
  const told: Notice[] = [];
  return {
    name,
    policy: { ...everythingAtOnce, ...policy },
    told,
    ids: () => told.map(({ id }) => id),
    deliver: async (notice) => {
      told.push(notice);
      return outcomes.shift() ?? { kind: 'done', status: 200 };
    },
    close: async () => {},
  };
}

function open(store = createMemoryStore(), clock = createManualClock(night)) {
  const queue = createMemoryJobQueue(clock);
  const start = async (...receivers: readonly Receiver[]) => {
    const dispatcher = await startDispatcher({
      ...soleTenant(store),
      queue,
      receivers,
      clock,
      logger: createSilentLogger(),
      maxAttempts: 3,
      backoffMs: 1000,
      concurrency: 1,
      pollMs: 30_000,
      refillMs: 60_000,
    });
    await clock.advance(0);
    return dispatcher;
  };
  return { store, clock, queue, start };
}

function raise(store: Store, ...entries: OutboxEntry[]) {
  const alerts = entries
    .filter(({ outboxId }) => !outboxId.endsWith('-withdrawn'))
    .map(({ outboxId, document }) => alert(outboxId, { document }));
  return store.screen({ events: [], shipments: [] }, () => writes({ alerts, outbox: entries }));
}

async function stateOf(store: Store, outboxId: string, name: string) {
  return (await store.delivery(outboxId, name))?.state;
}

describe('a receiver with rules', () => {
  test('is told what passes its filter, and the log says why nothing else was', async () => {
    const { store, clock, start } = open();
    const desk = receiver('desk', { filter: { ...noFilter, severity: 'high' } });
    const dispatcher = await start(desk);
    await raise(
      store,
      raisedEntry('grave', { severity: 'critical' }),
      raisedEntry('small', { severity: 'low' }),
      withdrawnEntry('grave'),
      withdrawnEntry('small'),
    );
    await clock.advance(60_000);
    expect(desk.ids()).toEqual(['grave', 'grave-withdrawn']);
    expect(await store.delivery('small', 'desk')).toMatchObject({
      state: 'filtered',
      reason: 'its severity low is below high',
    });
    expect(await stateOf(store, 'small-withdrawn', 'desk')).toBe('filtered');
    await raise(store, raisedEntry('smaller', { severity: 'low', supersedes: 'grave' }));
    await clock.advance(60_000);
    expect(desk.ids()).toContain('smaller');
    await dispatcher.stop();
  });

  test('is told of the soonest arrival first where many wait', async () => {
    const { store, clock, start } = open();
    const desk = receiver('desk', { rateLimit: { count: 1, periodMs: hour } });
    const dispatcher = await start(desk);
    await raise(store, raisedEntry('before'));
    await clock.advance(60_000);
    await raise(
      store,
      raisedEntry('in a month', {}, '2026-02-15T00:00:00Z'),
      raisedEntry('in a week', {}, '2026-01-22T00:00:00Z'),
      raisedEntry('in two days', {}, '2026-01-17T23:00:00Z'),
    );
    await clock.advance(60_000);
    await raise(store, raisedEntry('tomorrow', {}, '2026-01-16T23:00:00Z'));
    await clock.advance(5 * hour);
    expect(desk.ids()).toEqual(['before', 'tomorrow', 'in two days', 'in a week', 'in a month']);
    await dispatcher.stop();
  });

  test('is told no more often than its limit, and holds up nobody else', async () => {
    const { store, clock, start } = open();
    const slow = receiver('slow', { rateLimit: { count: 2, periodMs: hour } });
    const quick = receiver('quick', {});
    const dispatcher = await start(slow, quick);
    await raise(store, ...['a', 'b', 'c', 'd', 'e'].map((id) => raisedEntry(id)));
    await clock.advance(hour - 1000);
    expect([slow.told.length, quick.told.length]).toEqual([2, 5]);
    await clock.advance(hour);
    expect(slow.told).toHaveLength(4);
    await clock.advance(hour);
    expect(new Set(slow.ids()).size).toBe(5);
    await dispatcher.stop();
  });

  test('is left in peace in its quiet hours, but for what is grave', async () => {
    const { store, clock, start } = open();
    const desk = receiver('desk', { quietHours });
    const dispatcher = await start(desk);
    await raise(store, raisedEntry('usual'), raisedEntry('grave', { severity: 'critical' }));
    await raise(store, withdrawnEntry('usual'));
    await clock.advance(7 * hour);
    expect(desk.ids()).toEqual(['grave']);
    expect(await store.delivery('usual', 'desk')).toMatchObject({
      state: 'held',
      heldUntil: '2026-01-16T06:00:00.000Z',
      reason: 'quiet hours',
    });
    await clock.advance(2 * hour);
    expect(desk.ids()).toEqual(['grave', 'usual', 'usual-withdrawn']);
    await dispatcher.stop();
  });

  test('is not disturbed by what failed before its quiet hours and is tried again', async () => {
    const clock = createManualClock('2026-01-15T20:59:59.500Z');
    const { store, start } = open(createMemoryStore(), clock);
    const busy: DeliveryOutcome = { kind: 'retry', reason: 'busy', status: 503 };
    const desk = receiver('desk', { quietHours }, busy);
    await raise(store, raisedEntry('usual'));
    const dispatcher = await start(desk);
    await clock.advance(8 * hour);
    expect(desk.told).toHaveLength(1);
    expect(await stateOf(store, 'usual', 'desk')).toBe('held');
    await clock.advance(2 * hour);
    expect(desk.told).toHaveLength(2);
    const delivery = await store.delivery('usual', 'desk');
    expect(delivery?.state).toBe('taken');
    expect(delivery?.attempts.map(({ outcome, status }) => [outcome, status])).toEqual([
      ['done', 200],
      ['retry', 503],
    ]);
    await dispatcher.stop();
  });

  test('gets one digest of all since the last, once, though every process dies meanwhile', async () => {
    const { store, clock, start } = open();
    const desk = () => receiver('desk', { digest });
    const before = desk();
    const first = await start(before);
    await raise(store, raisedEntry('a'), raisedEntry('b'));
    await clock.advance(60_000);
    await raise(store, raisedEntry('c'), withdrawnEntry('a'));
    await clock.advance(60_000);
    await first.stop();
    // The queue forgot all, and two processes start where one was.
    const [one, other] = [desk(), desk()];
    const next = open(store, clock);
    const again = open(store, clock);
    const dispatchers = [await next.start(one), await again.start(other)];
    await clock.advance(12 * hour);
    const told = [...before.told, ...one.told, ...other.told];
    expect(told.map(({ type }) => type)).toEqual([digestType]);
    const { data } = JSON.parse(told[0]?.document ?? '') as { data: DigestData };
    expect(data.notices.map((each) => (each as { id: string }).id)).toEqual([
      'a',
      'b',
      'c',
      'a-withdrawn',
    ]);
    expect(data.missing).toEqual([]);
    for (const id of ['a', 'b', 'c', 'a-withdrawn']) {
      expect(await store.delivery(id, 'desk')).toMatchObject({
        state: 'taken',
        digestId: told[0]?.id,
      });
    }
    await clock.advance(48 * hour);
    expect([...one.told, ...other.told]).toHaveLength(1);
    for (const dispatcher of dispatchers) await dispatcher.stop();
  });

  test('gets a digest under the same id when it has to be tried again', async () => {
    const { store, clock, start } = open();
    const busy: DeliveryOutcome = { kind: 'retry', reason: 'busy' };
    const desk = receiver('desk', { digest }, busy, busy, busy);
    const dispatcher = await start(desk);
    await raise(store, raisedEntry('a'));
    await clock.advance(12 * hour);
    expect(desk.told).toHaveLength(3);
    expect(new Set(desk.ids()).size).toBe(1);
    expect(await stateOf(store, 'a', 'desk')).toBe('given-up');
    const [letter] = (await store.deadLetters({ limit: 10 })).rows;
    expect(letter).toMatchObject({ origin: 'delivery:desk', position: desk.ids()[0] });
    await dispatcher.stop();
  });
});

describe('replacing the receivers', () => {
  test('goes on with those that stay, and gives up on those that are gone', async () => {
    const { store, clock, start } = open();
    const stays = receiver('stays', {});
    const goes = receiver('goes', { quietHours });
    const dispatcher = await start(stays, goes);
    await raise(store, raisedEntry('a'));
    await clock.advance(60_000);
    const comes = receiver('comes', {});
    await dispatcher.replaceReceivers([stays, comes]);
    await raise(store, raisedEntry('b'));
    await clock.advance(24 * hour);
    expect(stays.ids()).toEqual(['a', 'b']);
    expect(comes.ids()).toEqual(['b']);
    expect(goes.ids()).toEqual([]);
    expect((await store.deadLetters({ limit: 10 })).rows).toMatchObject([
      { origin: 'delivery:goes', position: 'a' },
    ]);
    await dispatcher.stop();
  });

  test('starts a receiver later where its queue could not be reached', async () => {
    const { store, clock, queue, start } = open();
    const dispatcher = await start(receiver('stays', {}));
    const work = queue.work.bind(queue);
    let away = true;
    queue.work = async (...given) => {
      if (away) throw new Error('the engine is away');
      return work(...given);
    };
    const comes = receiver('comes', {});
    await expect(dispatcher.replaceReceivers([comes])).rejects.toThrow('away');
    await raise(store, raisedEntry('a'));
    await clock.advance(60_000);
    expect(comes.ids()).toEqual([]);
    away = false;
    await clock.advance(60_000);
    expect(comes.ids()).toEqual(['a']);
    await dispatcher.stop();
  });
});
