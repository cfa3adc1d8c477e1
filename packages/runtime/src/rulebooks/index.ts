export * from './rulebook-desk.ts';
