/** For tests that are not about tenants: whoever asks is given the one store there is. */
import type { Store } from '../ports/store.ts';
import type { Stores, TenantIndex } from '../ports/stores.ts';
import { defaultTenant } from '../tenant.ts';

export function soleTenant(store: Store): {
  readonly stores: Stores;
  readonly tenants: TenantIndex;
} {
  const only = async (): Promise<readonly string[]> => [defaultTenant];
  return {
    stores: { of: () => store },
    tenants: { tenants: only, unrelayedTenants: only, heldTenants: only },
  };
}
