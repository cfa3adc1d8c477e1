/** One query against one index: candidates of each name, compared, best name of each entity kept. */
import type { MatchCandidate, MatchPiece, PartyQuery } from '@herkomst/core';
import { decideTier } from './decide/tier.ts';
import { shareAmongRivals } from './decide/rivals.ts';
import { explain } from './explain/explain.ts';
import { explainIdentifiers } from './explain/explain-identifiers.ts';
import {
  compareIdentifiers,
  type IdentifierComparison,
  noIdentifiers,
} from './identifiers/compare-identifiers.ts';
import { normalIdentifier } from './identifiers/checksums.ts';
import { manufacturerNamePart, readManufacturerId } from './identifiers/manufacturer-id.ts';
import { findCandidates, makeScratch, type Scratch } from './lookup/candidates.ts';
import {
  entityKinds,
  entitySurroundings,
  type Identifier,
  type MatchIndex,
  nameRecord,
  nameText,
  readEntity,
} from './lookup/match-index.ts';
import { bucketSize } from './lookup/postings.ts';
import {
  brandKey,
  generalTrade,
  identifierKey,
  keyWorth,
  manufacturerKey,
  placedKey,
  tradedKey,
} from './lookup/terms.ts';
import { readingsOf } from './parse/parse.ts';
import type { ParsedName } from './parse/parsed.ts';
import { type Comparable, comparableOf } from './score/comparable.ts';
import {
  compare,
  type Comparison,
  type FirstLook,
  lookFirst,
  type Setting,
  type Surroundings,
} from './score/comparison.ts';
import { evidenceClassOf } from './score/features.ts';
import { logOddsOf, probabilityOf, score } from './score/score.ts';
import { readSurroundings } from './surroundings.ts';

const leastProbability = 0.01;
const mostAnswers = 20;
/** What is less likely is neither shown nor a rival to speak of: its entity is not even read. */
const leastLogOdds = -6;

/** One entity that may be the party, by its best name. */
export interface Hit {
  readonly entity: number;
  readonly name: number;
  readonly kind: string;
  readonly id: string;
  readonly listed: Comparable;
  readonly queriedName: string;
  readonly queried: ParsedName;
  readonly comparison: Comparison;
  readonly identifiers: IdentifierComparison;
  /** Log-odds of name and surroundings, and of identifiers. */
  readonly logOdds: number;
}

type Draft = Omit<Hit, 'id'>;

interface Party {
  readonly surroundings: Surroundings;
  readonly identifiers: readonly Identifier[];
  /** Keys of its identifiers, to look for beside those of its names. */
  readonly keys: readonly (readonly [key: number, worth: number])[];
}

/** A bare place names a region; it matches only a bare place. */
const isBare = (name: Omit<Comparable, 'whole'>): boolean =>
  name.core === '' &&
  name.industries.length + name.business.length + name.bodies.length + name.numbers.length === 0;

/** Papers leave out middle names and patronymics; two shared names of a person outweigh a third. */
const forgiveMiddleNames = (comparison: Comparison): Comparison => {
  const { brand } = comparison;
  if (brand.relation !== 'partial' || brand.sharedWords < 2) return comparison;
  return {
    ...comparison,
    brand: { ...brand, queriedOnly: brand.queriedOnly / 4, listedOnly: brand.listedOnly / 4 },
  };
};

const leastLikeness = 0.5;

/** Nothing of the brand is shared and the names are not alike as wholes: nobody would ask. */
const isFar = (look: FirstLook): boolean =>
  evidenceClassOf(look) === 'unlike' && look.likeness < leastLikeness && !look.cutOff;

const readParty = (query: PartyQuery): Party => {
  const identifiers = (query.identifiers ?? []).map(normalIdentifier);
  const keys = identifiers.flatMap((identifier): [number, number][] => {
    const mid = identifier.scheme === 'MID' ? readManufacturerId(identifier.value) : undefined;
    return [
      [identifierKey(identifier), keyWorth.identifier],
      ...(mid === undefined
        ? []
        : ([[manufacturerKey(mid.name), keyWorth.manufacturer]] as [number, number][])),
    ];
  });
  return {
    surroundings: readSurroundings(query.address ?? [], query.country, identifiers),
    identifiers,
    keys,
  };
};

/** The reading of a listed name that was compared. */
const readingLike = (name: string, { core }: Comparable): ParsedName => {
  const readings = readingsOf(name);
  return readings.find((reading) => reading.core === core) ?? (readings[0] as ParsedName);
};

export class Search {
  readonly #index: MatchIndex;
  readonly #scratch: Scratch;
  readonly #setting: Setting;

  constructor(index: MatchIndex) {
    this.#index = index;
    this.#scratch = makeScratch(index);
    const crowd = (key: number): number => Math.log2(1 + bucketSize(index.postings, key));
    this.#setting = {
      size: Math.log10(Math.max(1, index.entityOfName.length) / 10_000),
      crowdOf: (core) => crowd(brandKey(core)),
      crowdOfTrade: (core, trade) => crowd(tradedKey(core, trade)),
      crowdOfBusiness: (core, id) => crowd(tradedKey(core, generalTrade + id)),
      crowdOfPlace: (core, place) => crowd(placedKey(core, place)),
    };
  }

  match(query: PartyQuery): readonly MatchCandidate[] {
    const party = readParty(query);
    const ranked = this.#rank(query, party, leastLogOdds);
    const shared = shareAmongRivals(ranked);
    const out: MatchCandidate[] = [];
    for (const [at, hit] of ranked.entries()) {
      const share = shared[at];
      if (share === undefined || out.length === mostAnswers) break;
      // Rivals share the probability out among them; they do not hide each other from a person.
      if (probabilityOf(hit.logOdds) < leastProbability) continue;
      out.push(this.#candidate(hit, share, party));
    }
    return out;
  }

  /** Every entity compared, best first, before rivals and tiers: what the weights are fitted on. */
  rank(query: PartyQuery): readonly Hit[] {
    return this.#rank(query, readParty(query), Number.NEGATIVE_INFINITY);
  }

  #rank(query: PartyQuery, party: Party, least: number): readonly Hit[] {
    const best = new Map<number, Draft>();
    for (const name of new Set(query.names)) {
      for (const queried of readingsOf(name)) this.#lookUp(name, queried, party, query.kinds, best);
    }
    return [...best.values()]
      .filter(({ logOdds }) => logOdds > least)
      .map((draft): Hit => ({ ...draft, id: readEntity(this.#index, draft.entity).id }))
      .sort((a, b) => b.logOdds - a.logOdds || (a.id < b.id ? -1 : 1));
  }

  #lookUp(
    queriedName: string,
    queried: ParsedName,
    party: Party,
    kinds: readonly string[] | undefined,
    best: Map<number, Draft>,
  ): void {
    const index = this.#index;
    const own = comparableOf(queried);
    const bare = isBare(own);
    const surroundings = new Map<number, Surroundings>();
    const found = findCandidates(index, this.#scratch, queried, party.keys);
    for (const name of found) {
      const entity = index.entityOfName[name] ?? 0;
      const kind = entityKinds[index.kindOfEntity[entity] ?? 0] ?? '';
      if (kinds !== undefined && !kinds.includes(kind)) continue;
      const listed = nameRecord(index, name);
      const look = lookFirst(own, listed);
      const identifiers = this.#compareIdentifiers(party, entity, name);
      if (identifiers.relation !== 'equal' && (isBare(listed) !== bare || isFar(look))) continue;
      let around = surroundings.get(entity);
      if (around === undefined) {
        around = entitySurroundings(index, entity);
        surroundings.set(entity, around);
      }
      const compared = compare(own, listed, look, party.surroundings, around, this.#setting);
      const comparison = kind === 'person' ? forgiveMiddleNames(compared) : compared;
      const logOdds = logOddsOf(comparison) + identifiers.weight;
      const known = best.get(entity);
      if (known !== undefined && known.logOdds >= logOdds) continue;
      best.set(entity, {
        entity,
        name,
        kind,
        listed,
        queriedName,
        queried,
        comparison,
        identifiers,
        logOdds,
      });
    }
  }

  #compareIdentifiers(party: Party, entity: number, name: number): IdentifierComparison {
    if (party.identifiers.length === 0) return noIdentifiers;
    const index = this.#index;
    return compareIdentifiers(party.identifiers, readEntity(index, entity), () =>
      manufacturerNamePart(nameText(index, name)),
    );
  }

  #candidate(
    hit: Hit,
    share: { readonly probability: number; readonly rivalry: number },
    party: Party,
  ): MatchCandidate {
    const index = this.#index;
    const listedName = nameText(index, hit.name);
    const entity = hit.entity;
    let pieces: MatchPiece[] | undefined;
    return {
      entityId: hit.id,
      queriedName: hit.queriedName,
      listedName,
      probability: share.probability,
      tier: decideTier(hit, share),
      // Told when first read: most callers look at the best candidate only.
      get pieces() {
        if (pieces !== undefined) return pieces;
        const { surroundings, extendsTo } = readEntity(index, entity);
        pieces = [
          ...explainIdentifiers(hit.identifiers),
          ...explain(
            {
              queried: hit.queried,
              listed: readingLike(listedName, hit.listed),
              queriedName: hit.queriedName,
              listedName,
              party: party.surroundings,
              entity: surroundings,
              comparison: hit.comparison,
              extendsTo,
            },
            score(hit.comparison),
          ),
          ...explainRivals(share),
        ];
        return pieces;
      },
    };
  }
}

const explainRivals = ({ rivalry }: { readonly rivalry: number }): MatchPiece[] =>
  rivalry === 0
    ? []
    : [
        {
          aspect: 'rivals',
          queried: '',
          listed: '',
          relation: 'differs',
          weight: rivalry,
          explanation:
            'Other entities of the same list fit about as well: at most one is the party.',
        },
      ];
