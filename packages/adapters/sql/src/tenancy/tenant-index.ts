/** Which tenants there are work for: as many looks into an index as there are tenants. */
import type { TenantIndex } from '@herkomst/runtime';
import type { SqlSession } from '../database.ts';

/** Steps from one tenant to the next, past all the rows of each. */
const selectTenants = (condition: string): string => `
  with recursive found as (
    select min(tenant) as tenant from herkomst.outbox where ${condition}
    union all
    select (select min(tenant) from herkomst.outbox
      where tenant > found.tenant and ${condition})
    from found where found.tenant is not null
  )
  select tenant from found where tenant is not null order by tenant`;

/** `session` must be the login's own, bound to no tenant. */
export function createSqlTenantIndex(session: SqlSession): TenantIndex {
  const select = async (condition: string): Promise<readonly string[]> =>
    (await session.query<{ tenant: string }>(selectTenants(condition))).map(({ tenant }) => tenant);
  return {
    tenants: () => select('true'),
    unrelayedTenants: () => select('relayed_at is null'),
  };
}
