/**
 * The database as one tenant has it: every statement runs in a transaction that took on the role
 * which row-level security binds, and says which tenant it is. Both end with the transaction, so
 * that no connection carries them to the next.
 */
import { checkTenant } from '@herkomst/runtime';
import type { SqlDatabase } from '../database.ts';

/** Throws with the code 'invalid-tenant' for what is no tenant's name. */
export function asTenant(database: SqlDatabase, tenant: string): SqlDatabase {
  // It becomes part of a statement where no parameter can stand.
  const name = checkTenant(tenant);
  const opening = `set local role herkomst_tenant; set local herkomst.tenant = '${name}'`;
  return {
    query: (text, parameters) =>
      database.transaction((session) => session.query(text, parameters), opening),
    transaction: (work) => database.transaction(work, opening),
    tryLock: (name) => database.tryLock(name),
  };
}
