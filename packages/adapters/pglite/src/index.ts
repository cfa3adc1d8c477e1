export { DirectoryError, type DirectoryErrorCode } from './directory-error.ts';
export type { ProcessLock } from './locks.ts';
export { openPglite, type PgliteDatabase, type PgliteSession } from './open.ts';
export { createPglitePool, type PglitePool, type PglitePoolOptions } from './pool.ts';
