export * from './coordinates.ts';
export * from './entity-lists.ts';
export * from './headings.ts';
export * from './knowledge.ts';
export * from './read-yaml.ts';
export * from './rulebook.ts';
