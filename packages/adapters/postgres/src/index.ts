export {
  openPostgres,
  type PostgresConfig,
  type PostgresDatabase,
  type PostgresSession,
} from './open.ts';
export type { SessionLock } from './session-locks.ts';
