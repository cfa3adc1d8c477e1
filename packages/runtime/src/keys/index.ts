export * from './actions.ts';
export * from './api-key.ts';
export type * from './caller.ts';
export * from './commands.ts';
export * from './key-desk.ts';
