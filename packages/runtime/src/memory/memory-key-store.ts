/** Keys in an object, for tests. */
import type { ApiKey } from '../keys/api-key.ts';
import type { KeyStore } from '../ports/key-store.ts';

export function createMemoryKeyStore(): KeyStore {
  const held = new Map<string, ApiKey>();
  return {
    async add(key) {
      if (held.has(key.keyId)) throw new Error(`there is a key "${key.keyId}"`);
      held.set(key.keyId, key);
    },
    async addFirst(key) {
      if (held.size > 0) return false;
      held.set(key.keyId, key);
      return true;
    },
    key: async (keyId) => held.get(keyId) ?? null,
    keys: async (tenant) =>
      [...held.values()]
        .filter((key) => key.tenant === tenant)
        .toSorted((a, b) => order(b.createdAt, a.createdAt) || order(a.keyId, b.keyId)),
    async revoke(tenant, keyId, at) {
      const key = held.get(keyId);
      if (key?.tenant === tenant && key.revokedAt === null)
        held.set(keyId, { ...key, revokedAt: at });
    },
  };
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
