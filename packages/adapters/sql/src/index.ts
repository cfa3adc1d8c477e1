export { createSqlCaseStore } from './cases/case-store.ts';
export type { SqlDatabase, SqlLock, SqlParameter, SqlSession } from './database.ts';
export { createSqlKeyStore } from './keys/key-store.ts';
export { migrate, MigrationError, type Migrated, type MigrationErrorCode } from './migrate.ts';
export { createSqlStore } from './store/store.ts';
export { createSqlEventStream, type SqlEventStreamOptions } from './stream/event-stream.ts';
export { readBacklog, type Backlog } from './upkeep/backlog.ts';
export { keepUp, type Retention, type Upkeep } from './upkeep/keep-up.ts';
export type { DroppedRecords } from './upkeep/old-records.ts';
