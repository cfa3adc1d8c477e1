export { createPglitePool, type PglitePool, type PglitePoolOptions } from './pool.ts';
