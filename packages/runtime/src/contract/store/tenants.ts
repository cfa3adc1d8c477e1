/** What one tenant sees and does of another's: nothing, though all ids are the same. */
import { describe, expect, it } from 'vitest';
import type { Routing } from '../../ports/delivery-log.ts';
import type { Store } from '../../ports/store.ts';
import type { Stores, TenantIndex } from '../../ports/stores.ts';
import { deadLetter, decideOnce, routed, seen, shipmentKey } from '../samples.ts';

const keys = { events: [seen('e1')], shipments: [shipmentKey('s1')] };
const page = { limit: 10 };
const at = '2026-03-02T08:00:01.000Z';

/** One of everything that screening and delivering leave behind. */
async function fill(store: Store): Promise<void> {
  await store.screen(keys, decideOnce(seen('e1'), 's1'));
  await store.addDeadLetters([deadLetter('d1')]);
}

/** All that a store has to say. */
async function look(store: Store): Promise<object> {
  const known: unknown[] = [];
  await store.screen(keys, (given) => {
    known.push(given);
    return {
      events: [],
      heads: [],
      assessments: [],
      alerts: [],
      superseded: [],
      outbox: [],
      deadLetters: [],
    };
  });
  return {
    known,
    counts: await store.counts(),
    alerts: await store.alerts(page),
    alert: await store.alert('s1/e1'),
    assessments: await store.assessments(shipmentKey('s1')),
    shipmentKeys: await store.shipmentKeys('s1'),
    history: await store.history({ from: null, to: null }, page),
    deadLetters: await store.deadLetters(page),
    deadLetter: await store.deadLetter('d1'),
    unrelayed: await store.unrelayed(10),
    outboxEntry: await store.outboxEntry('s1/e1'),
    due: await store.dueDeliveries('9999-12-31T23:59:59.999Z', 10),
    isDelivered: await store.isDelivered('s1/e1', 'log'),
    delivery: await store.delivery('s1/e1', 'log'),
    deliveries: await store.deliveries({}, page),
    standings: await store.receiverStandings(['log']),
  };
}

/** Documents are named anew in each store; what they say is what counts. */
function comparable(seenByOne: object): unknown {
  return JSON.parse(JSON.stringify(seenByOne), (key, value: unknown) =>
    key === 'next' ? null : value,
  );
}

export function storeTenantSuite(
  current: () => { readonly stores: Stores; readonly index: TenantIndex },
): void {
  describe('tenants', () => {
    it('see nothing of one another', async () => {
      const { stores } = current();
      const [acme, bolt] = [stores.of('acme'), stores.of('bolt')];
      const empty = await look(bolt);
      await fill(acme);
      await acme.markRelayed(['s1/e1'], routed('s1/e1', ['log']), at);
      expect(await look(bolt)).toEqual(empty);
      expect(await look(acme)).not.toEqual(empty);
    });

    it('keep rows of the same ids side by side', async () => {
      const { stores } = current();
      for (const tenant of ['acme', 'bolt']) await fill(stores.of(tenant));
      const [acme, bolt] = await Promise.all([look(stores.of('acme')), look(stores.of('bolt'))]);
      expect(comparable(acme)).toEqual(comparable(bolt));
      expect(await stores.of('acme').counts()).toMatchObject({ events: 1, alerts: 1 });
    });

    it('change nothing of one another', async () => {
      const { stores } = current();
      const [acme, bolt] = [stores.of('acme'), stores.of('bolt')];
      await fill(acme);
      await acme.markRelayed(['s1/e1'], routed('s1/e1', ['log']), at);
      const before = await look(acme);
      await bolt.markReplayed('d1', at);
      await bolt.markRelayed(['s1/e1'], routed('s1/e1', ['other']), at);
      await bolt.giveUpDelivery('s1/e1', 'log', deadLetter('d2'), at);
      expect(await bolt.recordDelivery('s1/e1', 'log', at)).toBe(true);
      await bolt.screen({ events: [], shipments: [] }, () => ({
        events: [],
        heads: [],
        assessments: [],
        alerts: [],
        superseded: [{ alertId: 's1/e1', by: 'x' }],
        outbox: [],
        deadLetters: [],
      }));
      expect(await look(acme)).toEqual(before);
      expect(await acme.isDelivered('s1/e1', 'log')).toBe(false);
    });

    it('are told to those who work for all of them', async () => {
      const { stores, index } = current();
      expect(await index.tenants()).toEqual([]);
      await stores.of('idle').counts();
      for (const tenant of ['bolt', 'acme', 'zeta']) await fill(stores.of(tenant));
      expect(await index.tenants()).toEqual(['acme', 'bolt', 'zeta']);
      expect(await index.unrelayedTenants()).toEqual(['acme', 'bolt', 'zeta']);
      await stores.of('bolt').markRelayed(['s1/e1'], [], at);
      expect(await index.tenants()).toEqual(['acme', 'bolt', 'zeta']);
      expect(await index.unrelayedTenants()).toEqual(['acme', 'zeta']);
    });

    it('are told to those who release what is held for them', async () => {
      const { stores, index } = current();
      for (const tenant of ['bolt', 'acme', 'zeta']) await fill(stores.of(tenant));
      const until = '2026-03-02T09:00:00.000Z';
      const hold = (tenant: string, routing: Routing) =>
        stores.of(tenant).markRelayed(['s1/e1'], routed('s1/e1', ['log'], { routing }), at);
      await hold('bolt', { kind: 'held', until, reason: 'quiet hours' });
      await hold('acme', { kind: 'gathered', until, reason: 'digest' });
      await hold('zeta', { kind: 'filtered', reason: 'too small' });
      expect(await index.heldTenants('2026-03-02T08:59:59.999Z')).toEqual([]);
      expect(await index.heldTenants(until)).toEqual(['acme', 'bolt']);
      await stores.of('bolt').releaseHeld(until, 10);
      expect(await index.heldTenants(until)).toEqual(['acme']);
    });

    it.each(['', 'A', ' a', "a'; drop table x; --", 'a b', '-a', 'a'.repeat(64), 'a\u0000'])(
      'are never called %j',
      (name) => {
        expect(() => current().stores.of(name)).toThrow(
          expect.objectContaining({ code: 'invalid-tenant' }),
        );
      },
    );
  });
}
