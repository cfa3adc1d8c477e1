export * from './entity-lists.ts';
export * from './headings.ts';
export * from './knowledge.ts';
export * from './rulebook.ts';
