/** Which tenants there are work for: as many looks into an index as there are tenants. */
import type { TenantIndex } from '@herkomst/runtime';
import type { SqlSession } from '../database.ts';
import { holdText } from '../held-text.ts';

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

/** What is held is a small part of all, and in an index of its own. */
const selectHeld = `
  select distinct tenant from herkomst.deliveries
  where delivered_at is null and given_up_at is null and aside in ('held', 'gathered')
    and aside_until <= $1
  order by tenant`;

/** `session` must be the login's own, bound to no tenant. */
export function createSqlTenantIndex(session: SqlSession): TenantIndex {
  const select = async (condition: string): Promise<readonly string[]> =>
    (await session.query<{ tenant: string }>(selectTenants(condition))).map(({ tenant }) => tenant);
  return {
    tenants: () => select('true'),
    unrelayedTenants: () => select('relayed_at is null'),
    async heldTenants(at) {
      const rows = await session.query<{ tenant: string }>(selectHeld, [holdText(at)]);
      return rows.map(({ tenant }) => tenant);
    },
  };
}
