/** Name matching: an index of listed entities, built once, that parties are looked up in. */
export { buildIndex, IndexBuilder } from './lookup/build-index.ts';
export type { MatchIndex } from './lookup/match-index.ts';
export { IndexFormatError, type IndexFault, loadIndex, saveIndex } from './lookup/save-index.ts';
export { buildMatcher, matcherOf, type MatcherOptions } from './matcher.ts';
