export * from './entry.ts';
export * from './verify.ts';
export * from './verify-stored.ts';
