export * from './document-set.ts';
export { entryTerm, searchEntryOf } from './entry.ts';
export { fileStored } from './file-stored.ts';
export { countMatches, find, findEach } from './find.ts';
export type { Question } from './question.ts';
export * from './subject.ts';
export * from './terms.ts';
export { wordsToAsk } from './words.ts';
