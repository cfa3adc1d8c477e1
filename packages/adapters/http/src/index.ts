export type { Authenticate } from './guard.ts';
export * from './server.ts';
