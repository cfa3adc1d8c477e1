/**
 * Finds where taint begins: companies of the network that are on a list, lie in Xinjiang, or are
 * named for forced labour by their source. It asks the matcher about each company, so it is run when
 * companies come in or the lists change, never while screening.
 */
import type { MatchCandidate } from '../matching/matcher.ts';
import type { EntityOnList, Rulebook } from '../rulebook/rulebook.ts';
import { namesOf } from './companies.ts';
import type { Company, Origin } from './link.ts';
import type { SupplyNetwork } from './network.ts';

export type OriginKnowledge = Pick<Rulebook, 'definition' | 'entities' | 'matcher' | 'xinjiang'>;

export interface OriginReport {
  /** Companies at which taint begins, among those looked at. */
  readonly origins: number;
  /** List entries that sources name and no list holds, in order; the rest of the source stands. */
  readonly unknownEntityIds: readonly string[];
}

/** Looks at the companies with these numbers, or at all. The matcher's errors are passed on. */
export function markOrigins(
  network: SupplyNetwork,
  knowledge: OriginKnowledge,
  companies: Iterable<number> = Array.from({ length: network.companies.size }, (_, at) => at),
): OriginReport {
  const unknown = new Set<string>();
  let origins = 0;
  network.load(() => {
    for (const index of companies) {
      const company = network.companies.at(index);
      for (const id of company.entityIds ?? []) if (!knowledge.entities.has(id)) unknown.add(id);
      const origin = originOf(company, knowledge);
      network.setOrigin(index, origin);
      if (origin !== null) origins += 1;
    }
  });
  return { origins, unknownEntityIds: [...unknown].toSorted() };
}

/** Null where taint does not begin at the company. */
export function originOf(company: Company, knowledge: OriginKnowledge): Origin | null {
  const region = liesInXinjiang(company, knowledge) ? ('xinjiang' as const) : null;
  const listed = listedAs(company, knowledge);
  // A name that only may be listed adds nothing to a place that surely is.
  if (listed !== null && (listed.sure || region === null)) {
    const limits = listed.entities.map(({ entity }) => entity.merchandise?.hsPrefixes ?? []);
    const limited = region === null && limits.every((prefixes) => prefixes.length > 0);
    return {
      entityIds: listed.entities.map(({ entity }) => entity.id),
      hsPrefixes: limited ? [...new Set(limits.flat())].toSorted() : [],
      region,
      namedElsewhere: false,
      probability: region === null ? listed.probability : 1,
      sure: listed.sure,
    };
  }
  const bare = { entityIds: [], hsPrefixes: [], region };
  if (region !== null) return { ...bare, namedElsewhere: false, probability: 1, sure: true };
  if (company.topics?.includes('forced.labor') !== true) return null;
  const { namedElsewhere } = knowledge.definition.factors['supply.network'];
  return namedElsewhere > 0
    ? { ...bare, namedElsewhere: true, probability: namedElsewhere, sure: false }
    : null;
}

function liesInXinjiang({ region, place }: Company, { xinjiang }: OriginKnowledge): boolean {
  if (region !== undefined) return region === xinjiang.data.subdivision;
  return place !== undefined && xinjiang.gazetteer.find(place).some(({ ambiguous }) => !ambiguous);
}

/** Of each list the likeliest entry; what the source itself states is taken at its word. */
function listedAs(
  company: Company,
  { definition, entities, matcher }: OriginKnowledge,
): {
  readonly entities: readonly EntityOnList[];
  readonly probability: number;
  readonly sure: boolean;
} | null {
  const stated = (company.entityIds ?? []).flatMap((id) => entities.get(id) ?? []);
  if (stated.length > 0) return { entities: stated, probability: 1, sure: true };
  const { leastProbability } = definition.factors['supply.network'];
  const byList = new Map<string, { found: EntityOnList; candidate: MatchCandidate }>();
  for (const candidate of matcher.match(queryOf(company))) {
    const found = entities.get(candidate.entityId);
    if (found === undefined || candidate.probability < leastProbability) continue;
    // A vessel or a region of that name is no firm.
    if (found.entity.kind === 'vessel' || found.entity.kind === 'region') continue;
    if (!byList.has(found.list.list)) byList.set(found.list.list, { found, candidate });
  }
  const all = [...byList.values()];
  const sure = all.filter(({ candidate }) => candidate.tier === 'automatic');
  const best = sure.length > 0 ? sure : all;
  if (best.length === 0) return null;
  const probability = Math.max(...best.map(({ candidate }) => candidate.probability));
  const { candidateProbability } = definition.factors['entity.listed'];
  return {
    entities: best.map(({ found }) => found),
    probability: sure.length > 0 ? probability : Math.min(probability, candidateProbability),
    sure: sure.length > 0,
  };
}

function queryOf(company: Company) {
  const { country, identifiers, place, region } = company;
  return {
    names: namesOf(company),
    address: [place, region].filter((text) => text !== undefined),
    ...(country !== undefined && { country }),
    ...(identifiers !== undefined && { identifiers }),
  };
}
