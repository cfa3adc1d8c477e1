/** Matches parties against entities: draft of the query path over all names. */
import type {
  ListedEntity,
  MatchCandidate,
  MatchTier,
  PartyMatcher,
  PartyQuery,
} from '@herkomst/core';
import { explain } from './explain/explain.ts';
import { parseName } from './parse/parse.ts';
import type { ParsedName } from './parse/parsed.ts';
import { compare, type Comparison, type Surroundings } from './score/comparison.ts';
import { probabilityOf, score, type Score } from './score/score.ts';

const leastProbability = 0.05;
const mostCandidates = 20;

const surroundingsOf = (
  addresses: readonly string[],
  country: string | undefined,
): Surroundings => {
  const places: number[] = [];
  const words = new Set<string>();
  for (const line of addresses) {
    const parsed = parseName(line);
    for (const id of parsed.places) if (!places.includes(id)) places.push(id);
    for (const word of parsed.brand) if (word.length > 2) words.add(word);
    for (const number of parsed.numbers) if (number.length > 1) words.add(number);
  }
  return { addressPlaces: places, addressWords: [...words], country: country?.toUpperCase() ?? '' };
};

/** A bare place, which matches only a bare place. */
const isBare = (name: ParsedName): boolean =>
  name.core === '' &&
  name.industries.length + name.business.length + name.bodies.length + name.numbers.length === 0;

const automaticAt = 0.9;

const tierOf = (probability: number, { brand, place, number, country }: Comparison): MatchTier => {
  if (probability < automaticAt) return 'candidate';
  if (place === 'conflict' || number === 'conflict' || country === 'differs') return 'candidate';
  if (brand.relation === 'typo' && brand.neighbours) return 'candidate';
  return 'automatic';
};

export const buildMatcher = (entities: readonly ListedEntity[]): PartyMatcher => {
  const rows = entities.flatMap((entity) => {
    const surroundings = surroundingsOf(
      entity.addresses.map(({ text }) => text),
      entity.country,
    );
    const names = [...new Set([entity.name, ...entity.aliases.map(({ name }) => name)])];
    return names.map((name) => ({ entity, name, surroundings, parsed: parseName(name) }));
  });
  return {
    match(query: PartyQuery): readonly MatchCandidate[] {
      const party = surroundingsOf(query.address ?? [], query.country);
      const best = new Map<
        string,
        {
          row: (typeof rows)[number];
          queriedName: string;
          parsed: ParsedName;
          comparison: Comparison;
          scored: Score;
        }
      >();
      for (const queriedName of query.names) {
        const parsed = parseName(queriedName);
        if (parsed.folded === '') continue;
        for (const row of rows) {
          if (query.kinds !== undefined && !query.kinds.includes(row.entity.kind)) continue;
          if (isBare(row.parsed) !== isBare(parsed)) continue;
          const comparison = compare(parsed, row.parsed, party, row.surroundings);
          const scored = score(comparison);
          const known = best.get(row.entity.id);
          if (known === undefined || scored.logOdds > known.scored.logOdds) {
            best.set(row.entity.id, { row, queriedName, parsed, comparison, scored });
          }
        }
      }
      return [...best.values()]
        .filter(({ scored }) => probabilityOf(scored.logOdds) >= leastProbability)
        .toSorted(
          (a, b) =>
            b.scored.logOdds - a.scored.logOdds || (a.row.entity.id < b.row.entity.id ? -1 : 1),
        )
        .slice(0, mostCandidates)
        .map(({ row, queriedName, parsed, comparison, scored }): MatchCandidate => {
          const probability = probabilityOf(scored.logOdds);
          return {
            entityId: row.entity.id,
            queriedName,
            listedName: row.name,
            probability,
            tier: tierOf(probability, comparison),
            pieces: explain(
              {
                queried: parsed,
                listed: row.parsed,
                queriedName,
                listedName: row.name,
                party,
                entity: row.surroundings,
                comparison,
              },
              scored,
            ),
          };
        });
    },
  };
};
