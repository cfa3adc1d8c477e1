/** Those parts of the engines that are the same in both modes, for they only need a database. */
import {
  createSqlCaseStore,
  createSqlKeyStore,
  createSqlRecordStores,
  createSqlSearchStores,
  createSqlStores,
  createSqlTenantIndex,
  keepUp,
  readBacklog,
  type Retention,
  type SqlDatabase,
  type SqlStoreOptions,
} from '@herkomst/adapter-sql';
import type { Engines } from './engines.ts';

const upkeepLock = 'herkomst.upkeep';

/** The database must have been migrated. */
export function onDatabase(
  database: SqlDatabase,
  options: SqlStoreOptions = {},
): Pick<
  Engines,
  'stores' | 'search' | 'records' | 'tenants' | 'cases' | 'keys' | 'ready' | 'backlog' | 'upkeep'
> {
  return {
    stores: createSqlStores(database, options),
    search: createSqlSearchStores(database),
    records: createSqlRecordStores(database),
    tenants: createSqlTenantIndex(database),
    cases: createSqlCaseStore(database),
    keys: createSqlKeyStore(database),
    async ready() {
      await database.query('select 1 as ready');
    },
    backlog: () => readBacklog(database),
    async upkeep(retention: Retention, now: Date) {
      const lock = await database.tryLock(upkeepLock);
      if (lock === null) return null;
      try {
        return await keepUp(database, retention, now);
      } finally {
        await lock.release();
      }
    },
  };
}
