/** What every store must do with deliveries, beyond being due and taken: part of the store's suite. */
import { describe, expect, it } from 'vitest';
import { keptAttempts, type AttemptRecord, type Routing } from '../ports/delivery-log.ts';
import type { Store } from '../ports/store.ts';
import { allPages } from './pages.ts';
import { deadLetter, keptLetter, oddTexts, outboxEntry, routed, writes } from './samples.ts';

const nothing = { events: [], shipments: [] };
const at = '2026-03-02T08:00:00.000Z';
const later = '2026-03-02T09:00:00.000Z';
const evening = '2026-03-02T18:00:00.000Z';
const never = '2027-01-01T00:00:00.000Z';

const filtered: Routing = { kind: 'filtered', reason: 'severity low is below high' };
const held: Routing = { kind: 'held', until: later, reason: 'quiet hours' };
const gathered: Routing = { kind: 'gathered', until: later, reason: 'digest' };

function failure(number: number): AttemptRecord {
  const error = `busy for the ${number}th time`;
  return { at, outcome: 'retry', status: 503, error, durationMs: number };
}

const digest = (ids: readonly string[]) =>
  outboxEntry('digest-1', { type: 'digest', document: JSON.stringify(ids) });

/** Relays entries to receivers as the routing says. */
async function relay(
  store: Store,
  ids: readonly string[],
  receivers: readonly string[],
  routing: Routing = { kind: 'due' },
  priority = 100,
): Promise<void> {
  await store.screen(nothing, () => writes({ outbox: ids.map((id) => outboxEntry(id)) }));
  await store.markRelayed(
    ids,
    ids.flatMap((id) => routed(id, receivers, { routing, priority })),
    at,
  );
}

async function statesOf(store: Store): Promise<Record<string, string>> {
  const rows = (await allPages((page) => store.deliveries({}, page), 2)).flat();
  return Object.fromEntries(
    rows.map(({ outboxId, receiver, state }) => [`${outboxId} ${receiver}`, state]),
  );
}

export function deliveryLogSuite(current: () => Store): void {
  describe('the log of deliveries', () => {
    it('tells of each delivery what became of it', async () => {
      const store = current();
      await relay(store, ['o1'], ['log'], { kind: 'due' }, 7);
      await relay(store, ['o2'], ['log'], filtered);
      await relay(store, ['o3'], ['log'], held);
      await relay(store, ['o4'], ['log'], gathered);
      const usual = {
        receiver: 'log',
        type: 'org.herkomst.alert.raised.v1',
        since: at,
        heldUntil: null,
        gathered: false,
        reason: null,
        digestId: null,
        takenAt: null,
        givenUpAt: null,
        priority: 100,
        reopened: 0,
        attempts: [],
      };
      const one = (id: string) => store.delivery(id, 'log');
      expect(await one('o1')).toEqual({ ...usual, outboxId: 'o1', state: 'due', priority: 7 });
      const { reason } = filtered as { reason: string };
      expect(await one('o2')).toEqual({ ...usual, outboxId: 'o2', state: 'filtered', reason });
      const waits = { state: 'held', heldUntil: later } as const;
      const quiet = { ...usual, ...waits, reason: 'quiet hours' };
      expect(await one('o3')).toEqual({ ...quiet, outboxId: 'o3' });
      const forDigest = { ...usual, ...waits, reason: 'digest', gathered: true };
      expect(await one('o4')).toEqual({ ...forDigest, outboxId: 'o4' });
      expect(await store.delivery('o1', 'hook')).toBeNull();
      const due = { outboxId: 'o1', receiver: 'log', reopened: 0, priority: 7 };
      expect(await store.dueDeliveries(never, 10)).toEqual([due]);
      expect(await store.counts()).toMatchObject({ dueDeliveries: 1, deliveries: 0 });
    });

    it('pages newest first, of a receiver, a state or an alert', async () => {
      const store = current();
      await relay(store, ['o1', 'o1-withdrawn', 'o2'], ['hook', 'log']);
      await relay(store, ['o3'], ['log'], filtered);
      await store.recordDelivery('o1', 'log', at);
      await store.giveUpDelivery('o2', 'hook', deadLetter('d1'), at);
      const list = async (query: Parameters<Store['deliveries']>[0]) => {
        const rows = (await allPages((page) => store.deliveries(query, page), 2)).flat();
        return rows.map(({ outboxId, receiver }) => `${outboxId} ${receiver}`);
      };
      expect((await list({}))[0]).toBe('o3 log');
      expect(await list({})).toHaveLength(7);
      expect(await list({ receiver: 'log' })).toEqual([
        'o3 log',
        'o2 log',
        'o1-withdrawn log',
        'o1 log',
      ]);
      expect(await list({ state: 'taken' })).toEqual(['o1 log']);
      expect(await list({ state: 'given-up' })).toEqual(['o2 hook']);
      expect(await list({ state: 'filtered' })).toEqual(['o3 log']);
      expect(await list({ state: 'held' })).toEqual([]);
      expect(await list({ alertId: 'o1', receiver: 'log' })).toEqual([
        'o1-withdrawn log',
        'o1 log',
      ]);
      expect(await list({ state: 'due', receiver: 'hook' })).toEqual([
        'o1-withdrawn hook',
        'o1 hook',
      ]);
      await expect(store.deliveries({}, { limit: 2, after: 'nowhere' })).rejects.toMatchObject({
        code: 'invalid-page',
      });
    });

    it('keeps the last attempts, newest first, whatever was answered', async () => {
      const store = current();
      await relay(store, ['o1'], ['hook']);
      for (let number = 1; number <= keptAttempts + 2; number += 1) {
        await store.recordAttempt('o1', 'hook', failure(number));
      }
      const odd = { ...failure(0), error: oddTexts.join('') };
      await store.recordAttempt('o1', 'hook', odd);
      const done: AttemptRecord = {
        at: later,
        outcome: 'done',
        status: 204,
        error: null,
        durationMs: 3,
      };
      expect(await store.recordDelivery('o1', 'hook', later, done)).toBe(true);
      const delivery = await store.delivery('o1', 'hook');
      expect(delivery?.attempts).toHaveLength(keptAttempts);
      expect(delivery?.attempts.slice(0, 3)).toEqual([done, odd, failure(keptAttempts + 2)]);
      await store.recordAttempt('unknown', 'hook', failure(1));
      expect(await store.delivery('unknown', 'hook')).toMatchObject({ attempts: [failure(1)] });
    });

    it('makes what was held due at its time, once, the most urgent first', async () => {
      const store = current();
      await relay(store, ['o1', 'o2'], ['log'], held, 9);
      await relay(store, ['o3'], ['log'], held, 2);
      await relay(store, ['o4'], ['log'], { ...held, until: evening } as Routing, 1);
      await relay(store, ['o5'], ['log'], gathered, 1);
      expect(await store.releaseHeld(at, 10)).toEqual([]);
      const released = await Promise.all([1, 2, 3].map(() => store.releaseHeld(later, 2)));
      expect(released.flat().map(({ outboxId }) => outboxId)).toHaveLength(3);
      expect(released.flat()).toContainEqual({
        outboxId: 'o3',
        receiver: 'log',
        reopened: 1,
        priority: 2,
      });
      expect(await store.releaseHeld(later, 10)).toEqual([]);
      expect(await statesOf(store)).toEqual({
        'o1 log': 'due',
        'o2 log': 'due',
        'o3 log': 'due',
        'o4 log': 'held',
        'o5 log': 'held',
      });
      expect(await store.delivery('o1', 'log')).toMatchObject({ since: later, heldUntil: null });
    });

    it('holds a delivery that is due, and none that is not', async () => {
      const store = current();
      await relay(store, ['o1', 'o2'], ['log']);
      await store.recordDelivery('o2', 'log', at);
      const routing = { until: later, reason: 'quiet hours' };
      expect(await store.holdDelivery('o1', 'log', routing)).toBe(true);
      expect(await store.holdDelivery('o1', 'log', routing)).toBe(false);
      expect(await store.holdDelivery('o2', 'log', routing)).toBe(false);
      expect(await store.holdDelivery('o3', 'log', routing)).toBe(false);
      expect(await store.delivery('o1', 'log')).toMatchObject({ state: 'held', heldUntil: later });
      expect(await store.releaseHeld(later, 10)).toHaveLength(1);
    });

    it('makes one delivery of what was gathered, each part of one digest only', async () => {
      const store = current();
      await relay(store, ['o1', 'o2'], ['mail', 'other'], gathered, 5);
      await relay(store, ['o3'], ['mail'], { ...gathered, until: evening } as Routing, 1);
      expect(await store.digestsDue(at)).toEqual([]);
      expect(await store.digestsDue(later)).toEqual(['mail', 'other']);
      expect(await store.mergeDigest('mail', at, 10, digest)).toBeNull();
      const merged = await Promise.all(
        [1, 2, 3].map(() => store.mergeDigest('mail', later, 10, digest)),
      );
      const due = { outboxId: 'digest-1', receiver: 'mail', reopened: 0, priority: 5 };
      expect(merged.filter((each) => each !== null)).toEqual([due]);
      expect(await store.outboxEntry('digest-1')).toEqual(digest(['o1', 'o2']));
      expect(await store.unrelayed(10)).toEqual([]);
      expect(await store.dueDeliveries(never, 10)).toEqual([due]);
      expect(await store.digestsDue(later)).toEqual(['other']);
      expect(await store.delivery('o1', 'mail')).toMatchObject({
        state: 'due',
        digestId: 'digest-1',
      });
      expect(await store.redeliver('o1', 'mail', later)).toBeNull();
      expect(await store.recordDelivery('digest-1', 'mail', evening)).toBe(true);
      expect(await store.delivery('o2', 'mail')).toMatchObject({
        state: 'taken',
        takenAt: evening,
      });
      expect(await store.delivery('o2', 'other')).toMatchObject({ state: 'held' });
      expect(await store.digestsDue(evening)).toEqual(['mail', 'other']);
    });

    it('merges no more than it may at once', async () => {
      const store = current();
      await relay(store, ['o1', 'o2', 'o3'], ['mail'], gathered);
      const seen: (readonly string[])[] = [];
      const compose = (ids: readonly string[]) => {
        seen.push(ids);
        return outboxEntry(`digest of ${ids.join()}`);
      };
      await store.mergeDigest('mail', later, 2, compose);
      await store.mergeDigest('mail', later, 2, compose);
      expect(await store.mergeDigest('mail', later, 2, compose)).toBeNull();
      expect(seen).toEqual([['o1', 'o2'], ['o3']]);
    });

    it('gives a digest up with what is in it, and makes both due again', async () => {
      const store = current();
      await relay(store, ['o1', 'o2'], ['mail'], gathered);
      await store.mergeDigest('mail', later, 10, digest);
      await store.giveUpDelivery('digest-1', 'mail', deadLetter('d1'), later);
      expect((await store.deadLetters({ limit: 10 })).rows).toEqual([keptLetter('d1')]);
      expect(await statesOf(store)).toEqual({
        'o1 mail': 'given-up',
        'o2 mail': 'given-up',
        'digest-1 mail': 'given-up',
      });
      expect(await store.reopenDelivery('digest-1', 'mail', evening)).toMatchObject({
        reopened: 1,
      });
      expect(await statesOf(store)).toEqual({
        'o1 mail': 'due',
        'o2 mail': 'due',
        'digest-1 mail': 'due',
      });
      expect(await store.counts()).toMatchObject({ dueDeliveries: 1 });
    });

    it('makes anything due again by hand that is not due already', async () => {
      const store = current();
      await relay(store, ['due', 'taken', 'failed'], ['log']);
      await relay(store, ['filtered'], ['log'], filtered);
      await relay(store, ['held'], ['log'], held);
      await relay(store, ['gathered'], ['log'], gathered);
      await store.recordDelivery('taken', 'log', at);
      await store.giveUpDelivery('failed', 'log', deadLetter('d1'), at);
      expect(await store.redeliver('due', 'log', later)).toBeNull();
      expect(await store.redeliver('unknown', 'log', later)).toBeNull();
      for (const outboxId of ['taken', 'failed', 'filtered', 'held', 'gathered']) {
        const again = { outboxId, receiver: 'log', reopened: 1, priority: 100 };
        expect(await store.redeliver(outboxId, 'log', later)).toEqual(again);
        expect(await store.isDelivered(outboxId, 'log')).toBe(false);
      }
      expect(new Set(Object.values(await statesOf(store)))).toEqual(new Set(['due']));
      expect(await store.releaseHeld(never, 10)).toEqual([]);
      expect(await store.digestsDue(never)).toEqual([]);
      expect(await store.recordDelivery('taken', 'log', evening)).toBe(true);
    });

    it('tells how receivers stand', async () => {
      const store = current();
      await relay(store, ['o1', 'o2'], ['hook', 'mail']);
      await relay(store, ['o3'], ['mail'], held);
      await store.recordDelivery('o1', 'hook', later);
      await store.recordAttempt('o2', 'hook', { ...failure(1), at: evening });
      expect(await store.receiverStandings(['mail', 'hook', 'new'])).toEqual([
        {
          receiver: 'mail',
          due: 2,
          held: 1,
          nextReleaseAt: later,
          lastTakenAt: null,
          lastFailedAt: null,
        },
        {
          receiver: 'hook',
          due: 1,
          held: 0,
          nextReleaseAt: null,
          lastTakenAt: later,
          lastFailedAt: evening,
        },
        {
          receiver: 'new',
          due: 0,
          held: 0,
          nextReleaseAt: null,
          lastTakenAt: null,
          lastFailedAt: null,
        },
      ]);
      expect(await store.receiverStandings([])).toEqual([]);
    });
  });
}
