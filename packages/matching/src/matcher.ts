/** Answers party queries from an index: look up, compare, score, decide, explain. */
import type { ListedEntity, MatchCandidate, PartyMatcher, PartyQuery } from '@herkomst/core';
import { QueryCache } from './cache.ts';
import { buildIndex } from './lookup/build-index.ts';
import type { MatchIndex } from './lookup/match-index.ts';
import { Search } from './search.ts';

export interface MatcherOptions {
  /** How many distinct parties to remember answers for; 0 for none. */
  readonly cacheSize?: number;
}

const usualCacheSize = 20_000;

export const matcherOf = (index: MatchIndex, options: MatcherOptions = {}): PartyMatcher => {
  const search = new Search(index);
  const cache = new QueryCache(options.cacheSize ?? usualCacheSize);
  return {
    match(query: PartyQuery): readonly MatchCandidate[] {
      return cache.answer(query, () => search.match(query));
    },
  };
};

export const buildMatcher = (
  entities: readonly ListedEntity[],
  options: MatcherOptions = {},
): PartyMatcher => matcherOf(buildIndex(entities), options);
