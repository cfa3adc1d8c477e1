export * from './describe-lists.ts';
export * from './list-history.ts';
