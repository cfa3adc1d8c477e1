/** What callers ask for, in the words of the search: commodities as codes, places as names, dates as moments. */
import type { Commodities, Rulebook } from '@herkomst/core';
import { entryTerm, wordsToAsk, type Question } from '@herkomst/runtime';
import { badRequest } from '../problem.ts';

/** The parts of a rulebook that filters speak of. */
export type FilterKnowledge = Pick<Rulebook, 'commodities' | 'entities' | 'xinjiang'>;

export interface Filters {
  readonly party?: string | undefined;
  readonly goods?: string | undefined;
  readonly place?: string | undefined;
  readonly finding?: string | undefined;
  readonly entry?: string | undefined;
  readonly minScore?: number | undefined;
  readonly maxScore?: number | undefined;
  readonly severity?: string | undefined;
  readonly verdict?: string | undefined;
  readonly regime?: string | undefined;
  readonly source?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly standing?: 'yes' | 'no' | undefined;
}

/** Throws a Problem for what can not be asked. */
export function readFilters(
  filters: Filters,
  knowledge: FilterKnowledge | null,
): Omit<Question, 'order' | 'alertsOnly'> {
  const { party, goods, place, entry, from, to, standing, minScore, maxScore } = filters;
  if (party !== undefined && wordsToAsk(party).length === 0) throw noWords('party');
  if (minScore !== undefined && maxScore !== undefined && minScore > maxScore) {
    throw badRequest('The parameter "minScore" is above "maxScore".');
  }
  const { finding, severity, verdict, regime, source } = filters;
  return given({
    party,
    goods: goods === undefined ? undefined : codesOf(goods, knowledge?.commodities),
    place: place === undefined ? undefined : namesOf(place, knowledge),
    finding,
    entry: entry === undefined ? undefined : termOfEntry(entry, knowledge),
    minScore,
    maxScore,
    severity,
    verdict,
    regime,
    source,
    from: from === undefined ? undefined : new Date(from).toISOString(),
    to: to === undefined ? undefined : new Date(to).toISOString(),
    standing: standing === undefined ? undefined : standing === 'yes',
  });
}

type Given<Parts> = { readonly [Name in keyof Parts]?: Exclude<Parts[Name], undefined> };

function given<Parts extends object>(parts: Parts): Given<Parts> {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as Given<Parts>;
}

function codesOf(goods: string, commodities: Commodities | undefined): readonly string[] {
  if (/^\d/.test(goods)) return [goods];
  const commodity = commodities?.byId.get(goods);
  if (commodity === undefined) throw badRequest(`No commodity has the id "${goods}".`);
  const codes = commodity.hsPrefixes.filter((prefix) => prefix.length % 2 === 0);
  if (codes.length > 0) return codes;
  throw badRequest(`No HS code stands for the commodity "${goods}" alone.`);
}

/** A place by its id is asked for by each of its names. */
function namesOf(place: string, knowledge: FilterKnowledge | null): readonly string[] {
  const code = /^xinjiang:(\S+)$/.exec(place)?.[1];
  if (code !== undefined) {
    const known = knowledge?.xinjiang.data.places.find((each) => each.code === code);
    if (known === undefined) throw badRequest(`No place has the id "${place}".`);
    return [...known.names, ...known.ambiguousNames];
  }
  const name = /^(?:country|division|port):(\S+)$/.exec(place)?.[1] ?? place;
  if (wordsToAsk(name).length === 0) throw noWords('place');
  return [name];
}

function termOfEntry(entry: string, knowledge: FilterKnowledge | null): string {
  const listed = knowledge?.entities.get(entry);
  if (listed === undefined) throw badRequest(`No list has an entry with the id "${entry}".`);
  return entryTerm(listed.list.list, listed.entity.name);
}

function noWords(name: string): Error {
  return badRequest(`The parameter "${name}" holds no letter or digit to look for.`);
}
