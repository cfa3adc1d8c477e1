/** The system of record, which tenants share and can not see each other in. */
import type { SearchStore } from './search-store.ts';
import type { Store } from './store.ts';

export interface Stores {
  /**
   * The store of one tenant: it shows and changes nothing of another's, whatever ids it is asked
   * for; two tenants may have the same. Asks the engine nothing yet. Throws with the code
   * 'invalid-tenant' for what is no tenant's name.
   */
  of(tenant: string): Store;
}

/** What is found in it, by one tenant; as `Stores`. */
export interface SearchStores {
  of(tenant: string): SearchStore;
}

/** What workers of our own must know of all tenants; not for who answers requests. */
export interface TenantIndex {
  /** Tenants that an outbox entry is kept of, in order of their names. */
  tenants(): Promise<readonly string[]>;

  /** Those of them that have one not marked relayed. Takes no lock. */
  unrelayedTenants(): Promise<readonly string[]>;

  /** Those that have a delivery held or gathered until then or earlier. @param at RFC 3339. */
  heldTenants(at: string): Promise<readonly string[]>;
}
