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
      const twin = key(3, { createdAt: two.createdAt });
      for (const each of [twin, one, two]) await store.add(each);
      expect(await store.key(two.keyId)).toEqual(two);
      expect(await store.key('f'.repeat(16))).toBeNull();
      expect(await store.keys()).toEqual([two, twin, one]);
    });

    it('refuses a second key of one id, and keeps the first', async () => {
      await store.add(key(1));
      await expect(store.add(key(1, { name: 'Mallory' }))).rejects.toBeInstanceOf(Error);
      expect(await store.keys()).toEqual([key(1)]);
    });

    it('takes one first key, however many come at once', async () => {
      const taken = await Promise.all([1, 2, 3].map((nth) => store.addFirst(key(nth))));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.keys()).toHaveLength(1);
      expect(await store.addFirst(key(4))).toBe(false);
    });

    it('revokes once, and no other key', async () => {
      await store.add(key(1));
      await store.add(key(2));
      await store.revoke(key(1).keyId, '2026-11-25T00:00:00.000Z');
      await store.revoke(key(1).keyId, '2026-11-26T00:00:00.000Z');
      await store.revoke(key(3).keyId, '2026-11-26T00:00:00.000Z');
      expect(await store.keys()).toEqual([
        key(2),
        key(1, { revokedAt: '2026-11-25T00:00:00.000Z' }),
      ]);
    });
  });
}
