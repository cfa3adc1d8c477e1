/**
 * What every store must do, sentence by sentence of the port. An adapter's own test hands in how
 * to open one and gets the suite.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../ports/store.ts';
import { deliveryLogSuite } from './delivery-log.contract.ts';
import type { Stores, TenantIndex } from '../ports/stores.ts';
import { defaultTenant } from '../tenant.ts';
import { allPages } from './pages.ts';
import {
  alert,
  assessment,
  deadLetter,
  decideOnce,
  head,
  keptLetter,
  noWrites,
  oddTexts,
  outboxEntry,
  routed,
  seen,
  shipmentKey,
  writes,
} from './samples.ts';
import { storeTenantSuite } from './store/tenants.ts';

export interface StoreHarness {
  readonly stores: Stores;
  readonly index: TenantIndex;
  /** The same data as a next process finds it after this one died; `stores` are used no more. */
  restart(): Promise<Stores>;
  close(): Promise<void>;
}

/** How a store says that the caller must hand the batch in again. */
const conflict = { code: 'screening-conflict' };

const nothing = { events: [], shipments: [] };

/** Defines the suite; `open` gives an empty store to each test. */
export function storeContract(name: string, open: () => Promise<StoreHarness>): void {
  describe(`${name} as a store`, () => {
    let harness: StoreHarness;
    let store: Store;
    beforeEach(async () => {
      harness = await open();
      store = harness.stores.of(defaultTenant);
    });
    afterEach(() => harness.close());

    screeningSuite(() => store);
    deadLetterSuite(() => store);
    outboxSuite(() => store);
    deliveryLogSuite(() => store);
    readingSuite(() => store);
    storeTenantSuite(() => harness);

    it('keeps what was written when the process dies', async () => {
      await store.screen(nothing, decideOnce(seen('e1'), 's1'));
      await store.addDeadLetters([deadLetter('d1')]);
      await store.markRelayed(['s1/e1'], [], '2026-03-02T08:00:01.000Z');
      await store.recordDelivery('s1/e1', 'log', '2026-03-02T08:00:02.000Z');
      const before = await store.counts();
      const after = (await harness.restart()).of(defaultTenant);
      expect(await after.counts()).toEqual(before);
      expect(await after.isDelivered('s1/e1', 'log')).toBe(true);
      expect(await after.unrelayed(10)).toEqual([]);
      expect(await after.alert('s1/e1')).not.toBeNull();
    });
  });
}

function screeningSuite(current: () => Store): void {
  describe('screen', () => {
    it('hands nothing known to decide at first, and resolves to what it returned', async () => {
      const decided = writes({ events: [seen('e1')], heads: [head('s1')] });
      const result = await current().screen(
        { events: [seen('e1')], shipments: [shipmentKey('s1')] },
        (known) => {
          expect(known).toEqual({ events: [], heads: [] });
          return decided;
        },
      );
      expect(result).toEqual(decided);
    });

    it('hands over those asked for that are known, each once, and no others', async () => {
      const store = current();
      const full = head('s1', { version: 3, eventTime: null, alertId: 'a1' });
      await store.screen(nothing, () =>
        writes({
          events: [seen('e1'), seen('e2'), seen('e1', { source: 'urn:other' })],
          heads: [full, head('s2'), head('s3')],
        }),
      );
      const keys = {
        events: [seen('e1'), seen('e1'), seen('e9'), seen('e2', { source: 'urn:other' })],
        shipments: [
          shipmentKey('s1'),
          shipmentKey('s1'),
          shipmentKey('s2'),
          shipmentKey('s2', { source: 'urn:other' }),
          shipmentKey('s3', { declarationKind: 'manifest' }),
          shipmentKey('s9'),
        ],
      };
      await store.screen(keys, (known) => {
        expect(known.events).toEqual([seen('e1')]);
        expect(byShipment(known.heads)).toEqual([full, head('s2')]);
        return noWrites;
      });
    });

    it('does not confuse keys whose parts run together', async () => {
      const store = current();
      const pairs = ['a:b|c', 'a|b:c', 'a,b|c', 'a|b,c', 'a b|c', 'a|b c', 'ab|c', 'a|bc'].map(
        (pair) => pair.split('|') as [string, string],
      );
      const events = pairs.map(([source, id]) => ({ source, id, digest: `${source}|${id}` }));
      const heads = pairs.map(([source, shipmentId]) => head(shipmentId, { source }));
      await store.screen(nothing, () => writes({ events, heads }));
      for (const [index, event] of events.entries()) {
        const one = heads[index]!;
        await store.screen({ events: [event], shipments: [one] }, (known) => {
          expect(known).toEqual({ events: [event], heads: [one] });
          return noWrites;
        });
      }
    });

    it('replaces the head of the same key', async () => {
      const store = current();
      const keys = { events: [], shipments: [shipmentKey('s1'), shipmentKey('s2')] };
      const second = head('s1', { version: 2, digest: 'new', alertId: 'a2', eventTime: null });
      await store.screen(keys, () => writes({ heads: [head('s1'), head('s2')] }));
      await store.screen(keys, () => writes({ heads: [second] }));
      await store.screen(keys, (known) => {
        expect(byShipment(known.heads)).toEqual([second, head('s2')]);
        return noWrites;
      });
    });

    it('replaces the head of a key it was not asked about', async () => {
      const store = current();
      await store.screen(nothing, () => writes({ heads: [head('s1')] }));
      await store.screen(nothing, () => writes({ heads: [head('s1', { version: 2 })] }));
      await store.screen({ events: [], shipments: [shipmentKey('s1')] }, (known) => {
        expect(known.heads).toEqual([head('s1', { version: 2 })]);
        return noWrites;
      });
    });

    it('rejects with the error of decide and writes nothing', async () => {
      const store = current();
      const error = new Error('no rulebook');
      await expect(
        store.screen({ events: [seen('e1')], shipments: [shipmentKey('s1')] }, () => {
          throw error;
        }),
      ).rejects.toBe(error);
      expect(await store.counts()).toEqual(emptyCounts);
    });

    it('writes nothing of a batch when one part of it is refused', async () => {
      const store = current();
      await store.screen(nothing, () => writes({ events: [seen('e1')] }));
      const before = await store.counts();
      const batch = writes({
        events: [seen('e2'), seen('e1')],
        heads: [head('s1')],
        assessments: [assessment('s1')],
        alerts: [alert('a1')],
        outbox: [outboxEntry('o1')],
        deadLetters: [deadLetter('d1')],
      });
      await expect(store.screen(nothing, () => batch)).rejects.toMatchObject(conflict);
      expect(await store.counts()).toEqual(before);
      await store.screen({ events: [seen('e2')], shipments: [shipmentKey('s1')] }, (known) => {
        expect(known).toEqual({ events: [], heads: [] });
        return noWrites;
      });
      expect(await store.alert('a1')).toBeNull();
      expect(await store.assessments(shipmentKey('s1'))).toEqual([]);
    });

    it('refuses a batch whose last part is taken already, and keeps none of its first', async () => {
      const store = current();
      await store.screen(nothing, () => writes({ outbox: [outboxEntry('o1')] }));
      const batch = writes({ events: [seen('e1')], outbox: [outboxEntry('o1')] });
      await expect(store.screen(nothing, () => batch)).rejects.toMatchObject(conflict);
      expect((await store.counts()).events).toBe(0);
    });

    it('gives calls at the same time on the same keys one effect', async () => {
      const store = current();
      const once = decideOnce(seen('e1'), 's1');
      const keys = { events: [seen('e1')], shipments: [shipmentKey('s1')] };
      await Promise.all(
        Array.from({ length: 8 }, () => untilAccepted(() => store.screen(keys, once))),
      );
      expect(await store.counts()).toMatchObject({
        events: 1,
        assessments: 1,
        alerts: 1,
        unrelayed: 1,
      });
    });

    it('lets each of many calls at the same time see the head the former left', async () => {
      const store = current();
      const ids = Array.from({ length: 12 }, (_, index) => `e${index}`);
      await Promise.all(
        ids.map((id) =>
          untilAccepted(() =>
            store.screen(
              { events: [seen(id)], shipments: [shipmentKey('s1')] },
              decideOnce(seen(id), 's1'),
            ),
          ),
        ),
      );
      const versions = (await store.assessments(shipmentKey('s1'))).map((one) => one.version);
      expect(versions).toEqual(ids.map((_, index) => ids.length - index));
    });

    it('marks alerts superseded, of former batches and of the same', async () => {
      const store = current();
      await store.screen(nothing, () => writes({ alerts: [alert('a1'), alert('a2')] }));
      await store.screen(nothing, () =>
        writes({
          alerts: [alert('a3'), alert('a4')],
          superseded: [
            { alertId: 'a1', by: 'a3' },
            { alertId: 'a3', by: 'a4' },
          ],
        }),
      );
      expect((await store.alert('a1'))?.supersededBy).toBe('a3');
      expect((await store.alert('a2'))?.supersededBy).toBeNull();
      expect((await store.alert('a3'))?.supersededBy).toBe('a4');
      expect((await store.alert('a4'))?.supersededBy).toBeNull();
      expect(await store.counts()).toMatchObject({ alerts: 4, standingAlerts: 2 });
    });

    it('adds dead letters, and one that is known already changes nothing', async () => {
      const store = current();
      await store.addDeadLetters([deadLetter('d1')]);
      const again = deadLetter('d1', { reason: 'another reason' });
      await store.screen(nothing, () =>
        writes({ events: [seen('e1')], deadLetters: [again, deadLetter('d2'), deadLetter('d2')] }),
      );
      expect((await store.deadLetters({ limit: 9 })).rows).toEqual([
        keptLetter('d2'),
        keptLetter('d1'),
      ]);
    });

    it('does nothing for nothing', async () => {
      expect(await current().screen(nothing, () => noWrites)).toEqual(noWrites);
      expect(await current().counts()).toEqual(emptyCounts);
    });

    it('takes a large batch of large documents whole', async () => {
      const store = current();
      const ids = Array.from({ length: 2_000 }, (_, index) => `${index}`);
      const document = (id: string) => JSON.stringify({ id, text: `"${id} 新疆"`.repeat(400) });
      const keys = {
        events: ids.map((id) => seen(id)),
        shipments: ids.map((id) => shipmentKey(id)),
      };
      await store.screen(keys, () =>
        writes({
          events: ids.map((id) => seen(id)),
          heads: ids.map((id) => head(id)),
          assessments: ids.map((id) =>
            assessment(id, { assessment: document(id), shipment: document(`s${id}`) }),
          ),
          alerts: ids.map((id) => alert(id, { document: document(id) })),
          outbox: ids.map((id) => outboxEntry(id, { document: document(id) })),
        }),
      );
      await store.screen(keys, (known) => {
        expect(known.events.length).toBe(2_000);
        expect(known.heads.length).toBe(2_000);
        return noWrites;
      });
      const [stored] = await store.assessments(shipmentKey('1234'));
      expect(stored?.shipment).toBe(document('s1234'));
      const unrelayed = await store.unrelayed(3_000);
      expect(unrelayed.map((entry) => entry.outboxId)).toEqual(ids);
      await store.markRelayed(ids, [], '2026-03-02T08:00:00.000Z');
      expect(await store.unrelayed(10)).toEqual([]);
    }, 60_000);

    it('gives every text back as it came, whatever is in it', async () => {
      const store = current();
      const texts = [...oddTexts, '', 'lone \ud800 surrogates \udfff'];
      const events = texts.map((odd) => ({ source: odd, id: odd, digest: odd }));
      const heads = texts.map((odd) =>
        head(odd, {
          source: odd,
          declarationKind: odd,
          digest: odd,
          eventTime: odd,
          assessmentHash: odd,
          alertId: odd,
        }),
      );
      const assessments = texts.map((odd) =>
        assessment(odd, {
          source: odd,
          declarationKind: odd,
          eventId: odd,
          verdict: odd,
          assessment: odd,
          shipment: odd,
        }),
      );
      const alerts = texts.map((odd) =>
        alert(odd, { source: odd, shipmentId: odd, severity: odd, document: odd }),
      );
      const outbox = texts.map((odd) => outboxEntry(odd, { type: odd, document: odd }));
      await store.screen({ events, shipments: heads }, () =>
        writes({ events, heads, assessments, alerts, outbox }),
      );
      for (const [index, odd] of texts.entries()) {
        await store.screen({ events: [events[index]!], shipments: [heads[index]!] }, (known) => {
          expect(known).toEqual({ events: [events[index]], heads: [heads[index]] });
          return noWrites;
        });
        expect(await store.assessments(heads[index]!)).toEqual([assessments[index]]);
        expect(await store.alert(odd)).toEqual(alerts[index]);
        expect(await store.recordDelivery(odd, odd, odd)).toBe(true);
        expect(await store.recordDelivery(odd, odd, odd)).toBe(false);
      }
      expect(await store.unrelayed(100)).toEqual(outbox);
      const { byVerdict } = await store.counts();
      expect(byVerdict).toEqual(Object.fromEntries(texts.map((odd) => [odd, 1])));
    });

    it('keeps two texts apart that differ only in what an engine might drop', async () => {
      const store = current();
      const ids = ['a', 'a\u0000', '\u0000a', 'a ', 'A', 'a\ufeff', 'é', 'e\u0301'];
      const events = ids.map((id) => seen(id));
      await store.screen({ events, shipments: [] }, () => writes({ events }));
      await store.screen({ events: [seen('a')], shipments: [] }, (known) => {
        expect(known.events).toEqual([seen('a')]);
        return noWrites;
      });
      expect((await store.counts()).events).toBe(ids.length);
    });
  });
}

function deadLetterSuite(current: () => Store): void {
  describe('dead letters', () => {
    it('come newest first, page by page, with their bytes', async () => {
      const store = current();
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      const letters = [
        deadLetter('d1', { position: null, path: null }),
        deadLetter('d2', { original: bytes }),
        deadLetter('d3', { original: new Uint8Array() }),
        deadLetter('d4', { origin: 'a\u0000b', reason: 'x\u0000y', path: '["\u0000"]' }),
      ];
      await store.addDeadLetters(letters.slice(0, 2));
      await store.addDeadLetters(letters.slice(2));
      const pages = await allPages((page) => store.deadLetters(page), 3);
      expect(pages.map((rows) => rows.length)).toEqual([3, 1]);
      const kept = letters.map((letter) => ({ ...letter, replayedAt: null }));
      expect(pages.flat()).toEqual(kept.toReversed());
      for (const letter of kept) {
        expect(await store.deadLetter(letter.deadLetterId)).toEqual(letter);
      }
      expect(await store.deadLetter('D1')).toBeNull();
    });

    it('are left as they were when added again, even within one call', async () => {
      const store = current();
      await store.addDeadLetters([deadLetter('d1'), deadLetter('d1', { code: 'schema' })]);
      await store.addDeadLetters([deadLetter('d1', { code: 'other' }), deadLetter('d2')]);
      await store.addDeadLetters([]);
      const { rows } = await store.deadLetters({ limit: 10 });
      expect(rows).toEqual([keptLetter('d2'), keptLetter('d1')]);
      expect((await store.counts()).deadLetters).toBe(2);
    });

    it('say when they were last handed in again, and adding them again does not unsay it', async () => {
      const store = current();
      await store.addDeadLetters([deadLetter('d1'), deadLetter('d2')]);
      await store.markReplayed('d1', '2026-03-02T09:00:00.000Z');
      await store.markReplayed('d1', '2026-03-02T10:00:00.000Z');
      await store.markReplayed('nowhere', '2026-03-02T10:00:00.000Z');
      await store.addDeadLetters([deadLetter('d1')]);
      expect((await store.deadLetters({ limit: 10 })).rows).toEqual([
        keptLetter('d2'),
        keptLetter('d1', { replayedAt: '2026-03-02T10:00:00.000Z' }),
      ]);
    });
  });
}

function outboxSuite(current: () => Store): void {
  describe('the outbox', () => {
    it('gives the oldest not yet relayed, oldest first, until all are', async () => {
      const store = current();
      expect(await store.unrelayed(10)).toEqual([]);
      const entries = ['o3', 'o1', 'o2', 'o5', 'o4'].map((id) => outboxEntry(id));
      await store.screen(nothing, () => writes({ outbox: entries.slice(0, 3) }));
      await store.screen(nothing, () => writes({ outbox: entries.slice(3) }));
      expect(await store.unrelayed(10)).toEqual(entries);
      expect(await store.unrelayed(2)).toEqual(entries.slice(0, 2));
      await store.markRelayed(['o1', 'o5'], [], '2026-03-02T08:00:00.000Z');
      expect(await store.unrelayed(2)).toEqual([entries[0], entries[2]]);
      expect((await store.counts()).unrelayed).toBe(3);
      await store.markRelayed(['o2', 'o3', 'o4'], [], '2026-03-02T08:00:00.000Z');
      expect(await store.unrelayed(10)).toEqual([]);
    });

    it('minds no ids that are unknown, marked already or named twice', async () => {
      const store = current();
      await store.screen(nothing, () => writes({ outbox: [outboxEntry('o1'), outboxEntry('o2')] }));
      await store.markRelayed(['o1', 'o1', 'nowhere'], [], '2026-03-02T08:00:00.000Z');
      await store.markRelayed(['o1'], [], '2026-03-02T09:00:00.000Z');
      await store.markRelayed([], [], '2026-03-02T09:00:00.000Z');
      expect(await store.unrelayed(10)).toEqual([outboxEntry('o2')]);
    });

    it('records a delivery once for each entry and receiver', async () => {
      const store = current();
      const at = '2026-03-02T08:00:00.000Z';
      expect(await store.isDelivered('o1', 'log')).toBe(false);
      expect(await store.recordDelivery('o1', 'log', at)).toBe(true);
      expect(await store.recordDelivery('o1', 'log', at)).toBe(false);
      expect(await store.isDelivered('o1', 'log')).toBe(true);
      expect(await store.isDelivered('o1', 'webhook')).toBe(false);
      expect(await store.isDelivered('o2', 'log')).toBe(false);
      expect(await store.recordDelivery('o1', 'webhook', at)).toBe(true);
      expect((await store.counts()).deliveries).toBe(2);
    });

    it('holds a delivery due from relaying until it is taken, once for each receiver', async () => {
      const store = current();
      const entries = ['o1', 'o2'].map((id) => outboxEntry(id));
      await store.screen(nothing, () => writes({ outbox: entries }));
      await store.markRelayed(['o1'], routed('o1', ['log', 'hook']), '2026-03-02T08:00:00.000Z');
      await store.markRelayed(
        ['o2', 'nowhere'],
        [...routed('o2', ['log']), ...routed('nowhere', ['log'])],
        '2026-03-02T08:00:01.000Z',
      );
      await store.markRelayed(['o1'], routed('o1', ['log']), '2026-03-02T09:00:00.000Z');
      expect(await store.dueDeliveries('2026-03-02T08:00:00.000Z', 10)).toEqual([]);
      const due = await store.dueDeliveries('2026-03-02T08:00:02.000Z', 10);
      expect(due.map(({ outboxId, receiver }) => `${outboxId} ${receiver}`).toSorted()).toEqual([
        'o1 hook',
        'o1 log',
        'o2 log',
      ]);
      expect(due.at(-1)).toEqual({ outboxId: 'o2', receiver: 'log', reopened: 0, priority: 100 });
      expect(await store.outboxEntry('o2')).toEqual(entries[1]);
      expect(await store.outboxEntry('nowhere')).toBeNull();
      expect(await store.dueDeliveries('2026-03-02T08:00:02.000Z', 2)).toHaveLength(2);
      expect(await store.isDelivered('o1', 'log')).toBe(false);
      expect(await store.recordDelivery('o1', 'log', '2026-03-02T08:00:03.000Z')).toBe(true);
      expect(await store.recordDelivery('o1', 'log', '2026-03-02T08:00:03.000Z')).toBe(false);
      await store.markRelayed(['o1'], routed('o1', ['log']), '2026-03-02T08:00:01.000Z');
      expect(await store.dueDeliveries('2026-03-03T08:00:00.000Z', 10)).toHaveLength(2);
      expect(await store.counts()).toMatchObject({ deliveries: 1, dueDeliveries: 2 });
    });

    it('gives a delivery up with its letter, and makes it due again when asked', async () => {
      const store = current();
      const at = '2026-03-02T08:00:00.000Z';
      const later = '2026-03-03T08:00:00.000Z';
      await store.screen(nothing, () => writes({ outbox: [outboxEntry('o1')] }));
      await store.markRelayed(['o1'], routed('o1', ['hook', 'log']), at);
      await store.giveUpDelivery('o1', 'hook', deadLetter('d1'), at);
      await store.giveUpDelivery('o1', 'hook', deadLetter('d1'), at);
      expect((await store.deadLetters({ limit: 10 })).rows).toEqual([keptLetter('d1')]);
      expect(await store.dueDeliveries(later, 10)).toEqual([
        { outboxId: 'o1', receiver: 'log', reopened: 0, priority: 100 },
      ]);
      expect(await store.isDelivered('o1', 'hook')).toBe(false);
      const reopened = { outboxId: 'o1', receiver: 'hook', reopened: 1, priority: 100 };
      expect(await store.reopenDelivery('o1', 'hook', later)).toEqual(reopened);
      expect(await store.reopenDelivery('o1', 'hook', later)).toBeNull();
      expect(await store.reopenDelivery('o1', 'log', later)).toBeNull();
      expect(await store.reopenDelivery('nowhere', 'log', later)).toBeNull();
      expect(await store.dueDeliveries(later, 10)).toHaveLength(1);
      const all = await store.dueDeliveries('2026-03-04T08:00:00.000Z', 10);
      expect(all).toEqual([
        { outboxId: 'o1', receiver: 'log', reopened: 0, priority: 100 },
        reopened,
      ]);
    });

    it('does not give up what was taken, and takes what was given up', async () => {
      const store = current();
      const at = '2026-03-02T08:00:00.000Z';
      await store.recordDelivery('o1', 'hook', at);
      await store.giveUpDelivery('o1', 'hook', deadLetter('d1'), at);
      expect(await store.isDelivered('o1', 'hook')).toBe(true);
      expect(await store.counts()).toMatchObject({ deadLetters: 0, deliveries: 1 });
      await store.giveUpDelivery('o2', 'hook', deadLetter('d2'), at);
      expect(await store.recordDelivery('o2', 'hook', at)).toBe(true);
      expect(await store.counts()).toMatchObject({ deadLetters: 1, deliveries: 2 });
    });

    it('tells one only of several recorders at the same time that it was first', async () => {
      const store = current();
      const at = '2026-03-02T08:00:00.000Z';
      const firsts = await Promise.all(
        Array.from({ length: 8 }, () => store.recordDelivery('o1', 'log', at)),
      );
      expect(firsts.filter(Boolean).length).toBe(1);
    });
  });
}

function readingSuite(current: () => Store): void {
  describe('reading', () => {
    it('pages alerts newest first, each once, while more are raised', async () => {
      const store = current();
      const raised = Array.from({ length: 6 }, (_, index) => alert(`a${index}`));
      await store.screen(nothing, () => writes({ alerts: raised }));
      const first = await store.alerts({ limit: 2 });
      await store.screen(nothing, () => writes({ alerts: [alert('late')] }));
      const second = await store.alerts({ limit: 2, after: first.next ?? '' });
      const third = await store.alerts({ limit: 2, after: second.next ?? '' });
      expect([...first.rows, ...second.rows, ...third.rows]).toEqual(raised.toReversed());
      expect(third.next).toBeNull();
      expect((await store.alerts({ limit: 1 })).rows).toEqual([alert('late')]);
    });

    it('gives an empty last page where there is nothing', async () => {
      expect(await current().alerts({ limit: 5 })).toEqual({ rows: [], next: null });
      expect(await current().deadLetters({ limit: 5 })).toEqual({ rows: [], next: null });
    });

    it('finds an alert by its id, or null', async () => {
      const store = current();
      await store.screen(nothing, () => writes({ alerts: [alert('a1', { score: 0.1 + 0.2 })] }));
      expect(await store.alert('a1')).toEqual(alert('a1', { score: 0.1 + 0.2 }));
      expect(await store.alert('A1')).toBeNull();
    });

    it('gives the versions of one shipment key, newest first', async () => {
      const store = current();
      const versions = [1, 2, 3, 10].map((version) =>
        assessment('s1', { version, current: version !== 2, score: version / 10 }),
      );
      const others = [
        assessment('s1', { source: 'urn:other' }),
        assessment('s1', { declarationKind: 'manifest' }),
        assessment('s2'),
      ];
      await store.screen(nothing, () => writes({ assessments: [...versions, ...others] }));
      expect(await store.assessments(shipmentKey('s1'))).toEqual(versions.toReversed());
      expect(await store.assessments(shipmentKey('s9'))).toEqual([]);
    });

    it('finds the keys of a shipment id, whoever declared it and as what', async () => {
      const store = current();
      const keys = [
        shipmentKey('s1'),
        shipmentKey('s1', { source: 'urn:other' }),
        shipmentKey('s1', { declarationKind: 'manifest' }),
      ];
      await store.screen(nothing, () =>
        writes({ heads: [...keys.map((key) => head('s1', key)), head('s2')] }),
      );
      const found = await store.shipmentKeys('s1');
      expect(found).toHaveLength(3);
      for (const key of keys) expect(found).toContainEqual(key);
      expect(await store.shipmentKeys('S1')).toEqual([]);
    });

    it('gives assessments of a period oldest first, page by page', async () => {
      const store = current();
      const day = (number: number) => `2026-03-0${number}T08:00:00.000Z`;
      for (const number of [1, 2, 3, 4, 5]) {
        await store.screen(nothing, () =>
          writes({ assessments: [assessment(`s${number}`, { assessedAt: day(number) })] }),
        );
      }
      const shown = async (from: string | null, to: string | null, limit: number) => {
        const pages = await allPages((page) => store.history({ from, to }, page), limit);
        return pages.map((rows) => rows.map(({ shipmentId }) => shipmentId).join(' '));
      };
      expect(await shown(null, null, 2)).toEqual(['s1 s2', 's3 s4', 's5']);
      expect(await shown(day(2), day(4), 5)).toEqual(['s2 s3']);
      expect(await shown(day(4), null, 1)).toEqual(['s4', 's5']);
      expect(await shown(null, day(1), 1)).toEqual(['']);
      const [first] = (await store.history({ from: null, to: null }, { limit: 1 })).rows;
      expect(first).toEqual(assessment('s1', { assessedAt: day(1) }));
    });

    it('counts exactly', async () => {
      const store = current();
      expect(await store.counts()).toEqual(emptyCounts);
      await store.screen(nothing, () =>
        writes({
          events: [seen('e1'), seen('e2'), seen('e3')],
          assessments: [
            assessment('s1', { verdict: 'alert' }),
            assessment('s2', { verdict: 'alert' }),
            assessment('s3', { verdict: 'unknown' }),
          ],
          alerts: [alert('a1'), alert('a2')],
          superseded: [{ alertId: 'a1', by: 'a2' }],
          outbox: [outboxEntry('o1'), outboxEntry('o2')],
          deadLetters: [deadLetter('d1')],
        }),
      );
      await store.markRelayed(['o1'], [], '2026-03-02T08:00:00.000Z');
      await store.recordDelivery('o1', 'log', '2026-03-02T08:00:00.000Z');
      expect(await store.counts()).toEqual({
        events: 3,
        assessments: 3,
        byVerdict: { alert: 2, unknown: 1 },
        alerts: 2,
        standingAlerts: 1,
        deadLetters: 1,
        unrelayed: 1,
        deliveries: 1,
        dueDeliveries: 0,
      });
    });
  });
}

const emptyCounts = {
  events: 0,
  assessments: 0,
  byVerdict: {},
  alerts: 0,
  standingAlerts: 0,
  deadLetters: 0,
  unrelayed: 0,
  deliveries: 0,
  dueDeliveries: 0,
};

/** The caller's part when another transaction came first: hand the batch in again. */
async function untilAccepted<T>(call: () => Promise<T>): Promise<T> {
  for (let left = 50; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      expect(error).toMatchObject(conflict);
      if (left === 0) throw error;
    }
  }
}

function byShipment<Row extends { readonly shipmentId: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.shipmentId < b.shipmentId ? -1 : 1));
}
