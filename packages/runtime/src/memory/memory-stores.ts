/** Stores in memory, one a tenant. */
import type { SearchStores, Stores, TenantIndex } from '../ports/stores.ts';
import { checkTenant } from '../tenant.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

export interface MemoryStores extends Stores {
  of(tenant: string): MemoryStore;
  readonly search: SearchStores;
  readonly index: TenantIndex;
}

export function createMemoryStores(): MemoryStores {
  const stores = new Map<string, MemoryStore>();
  /** Those that wrote an outbox entry. */
  const told = new Set<string>();

  function open(tenant: string): MemoryStore {
    const store = createMemoryStore();
    return {
      ...store,
      async screen(keys, decide) {
        const writes = await store.screen(keys, decide);
        if (writes.outbox.length > 0) told.add(tenant);
        return writes;
      },
    };
  }

  function of(tenant: string): MemoryStore {
    const store = stores.get(tenant) ?? open(checkTenant(tenant));
    stores.set(tenant, store);
    return store;
  }

  return {
    of,
    search: { of: (tenant) => of(tenant).search },
    index: {
      tenants: async () => [...told].toSorted(),
      async unrelayedTenants() {
        const found: string[] = [];
        for (const tenant of [...told].toSorted()) {
          const waiting = await stores.get(tenant)?.unrelayed(1);
          if (waiting !== undefined && waiting.length > 0) found.push(tenant);
        }
        return found;
      },
      async heldTenants(at) {
        const found: string[] = [];
        for (const tenant of [...told].toSorted()) {
          const held = await of(tenant).deliveries({ state: 'held' }, { limit: 100_000 });
          if (held.rows.some(({ heldUntil }) => (heldUntil ?? at) <= at)) found.push(tenant);
        }
        return found;
      },
    },
  };
}
