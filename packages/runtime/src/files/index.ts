export * from './file-desk.ts';
