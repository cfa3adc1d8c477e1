/** What every key store must do, sentence by sentence of the port. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiKey } from '../keys/api-key.ts';
import type { KeyStore } from '../ports/key-store.ts';

export interface KeyStoreHarness {
  readonly store: KeyStore;
  close(): Promise<void>;
}

const key = (nth: number, some: Partial<ApiKey> = {}): ApiKey => ({
  keyId: String(nth).padStart(16, '0'),
  name: 'Ann O’Neill 新疆',
  kind: 'person',
  roles: ['analyst', 'lead'],
  tenant: 'acme',
  operator: false,
  actions: null,
  perMinute: null,
  digest: String(nth).padStart(64, 'a'),
  createdAt: `2026-11-24T08:00:0${nth}.000Z`,
  expiresAt: null,
  revokedAt: null,
  ...some,
});

/** Defines the suite; `open` gives an empty store to each test. */
export function keyStoreContract(name: string, open: () => Promise<KeyStoreHarness>): void {
  describe(`${name} as a key store`, () => {
    let harness: KeyStoreHarness;
    let store: KeyStore;
    beforeEach(async () => {
      harness = await open();
      store = harness.store;
    });
    afterEach(() => harness.close());

    it('gives back each key as it was added, newest first', async () => {
      const one = key(1);
      const two = key(2, { kind: 'service', roles: ['viewer'], expiresAt: one.createdAt });
      const twin = key(3, {
        createdAt: two.createdAt,
        operator: true,
        actions: ['read', 'screen'],
        perMinute: 60,
      });
      for (const each of [twin, one, two]) await store.add(each);
      expect(await store.key(two.keyId)).toEqual(two);
      expect(await store.key('f'.repeat(16))).toBeNull();
      expect(await store.keys('acme')).toEqual([two, twin, one]);
    });

    it('refuses a second key of one id, and keeps the first', async () => {
      await store.add(key(1));
      await expect(store.add(key(1, { name: 'Mallory' }))).rejects.toBeInstanceOf(Error);
      expect(await store.keys('acme')).toEqual([key(1)]);
    });

    it('takes one first key, however many come at once', async () => {
      const taken = await Promise.all([1, 2, 3].map((nth) => store.addFirst(key(nth))));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.keys('acme')).toHaveLength(1);
      expect(await store.addFirst(key(4))).toBe(false);
    });

    it('revokes once, and no other key', async () => {
      await store.add(key(1));
      await store.add(key(2));
      await store.revoke('acme', key(1).keyId, '2026-11-25T00:00:00.000Z');
      await store.revoke('acme', key(1).keyId, '2026-11-26T00:00:00.000Z');
      await store.revoke('acme', key(3).keyId, '2026-11-26T00:00:00.000Z');
      expect(await store.keys('acme')).toEqual([
        key(2),
        key(1, { revokedAt: '2026-11-25T00:00:00.000Z' }),
      ]);
    });

    it('shows and revokes the keys of one tenant alone', async () => {
      const [own, others] = [key(1), key(2, { tenant: 'bolt' })];
      await store.add(own);
      await store.add(others);
      expect(await store.keys('acme')).toEqual([own]);
      expect(await store.keys('bolt')).toEqual([others]);
      expect(await store.keys('none')).toEqual([]);
      await store.revoke('acme', others.keyId, '2026-11-25T00:00:00.000Z');
      expect(await store.key(others.keyId)).toEqual(others);
    });

    it('takes no first key where another tenant has one', async () => {
      await store.add(key(1, { tenant: 'bolt' }));
      expect(await store.addFirst(key(2))).toBe(false);
    });
  });
}
