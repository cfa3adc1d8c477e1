/**
 * All that two names and their surroundings say about each other, before any weight is given.
 *
 * The scorer turns a comparison into numbers, the explainer into sentences: both read this one.
 */
import type { ParsedName } from '../parse/parsed.ts';
import { legalKinds, lexicon } from '../parse/lexicon.ts';
import { slipsBetween } from '../text/distance.ts';
import { similarityOf, wholeSlips } from '../text/similarity.ts';
import { isPinyin } from '../text/syllables.ts';
import type { Comparable } from './comparable.ts';
import { type BrandComparison, compareBrands } from './compare-brand.ts';
import {
  compareIndustries,
  comparePlaces,
  compareSets,
  type SetComparison,
  type SetRelation,
} from './compare-sets.ts';

/** What is known of a party or an entity beside its name. */
export interface Surroundings {
  /** Places read from the address. */
  readonly addressPlaces: readonly number[];
  /** Street words and numbers of the address, without places. */
  readonly addressWords: readonly string[];
  /** ISO 3166-1 alpha-2; empty where unknown. */
  readonly country: string;
}

export interface Comparison {
  readonly brand: BrandComparison;
  readonly place: SetRelation;
  readonly industry: SetComparison;
  readonly business: SetComparison;
  readonly body: SetRelation;
  readonly number: SetRelation;
  readonly legal: SetRelation;
  readonly country: 'missing' | 'equal' | 'differs';
  /** Places of the one's address against the other's name and address. */
  readonly address: SetRelation;
  /** Share of street words in common, 0..1. */
  readonly street: number;
  /** Likeness of the names as wholes, 0..1; of their beginnings where one is cut off. */
  readonly likeness: number;
  /** Slips of the hand between the names as wholes, 1 to 3; 0 where they are equal, or more apart. */
  readonly slips: number;
  /** Few slips, and all that the listed brand holds was found: they lie in the words around it. */
  readonly slipsElsewhere: boolean;
  /** Few slips lie between brands that both read as pinyin: a neighbour is as likely as a slip. */
  readonly bothPinyin: boolean;
  /** One name is the beginning of the other and was cut off by its field. */
  readonly cutOff: boolean;
  /** Places, trades, bodies and numbers that both names have, and that only one has. */
  readonly concepts: { readonly shared: number; readonly extra: number };
  /** The brand both share is the name of a place: 'Pudong Textile' may name no brand at all. */
  readonly brandIsPlace: boolean;
  /** The party's name is as long as its field: whatever stood behind it is lost. */
  readonly atLimit: boolean;
  /** How many names of the index bear the listed brand, as log2 of one more. */
  readonly crowd: number;
  /** How many of them also share the trade or the place that the two have in common. */
  readonly crowdAlike: number;
  /** log10 of the names in the index beyond ten thousand; negative for short lists. */
  readonly size: number;
  /** Nothing but form, case, spaces and points tells the names apart. */
  readonly identical: boolean;
}

const kindOf = (ids: readonly number[]): string[] => ids.map((id) => legalKinds[id]?.kind ?? '');

const countriesOf = (ids: readonly number[]): string[] =>
  ids.map((id) => legalKinds[id]?.country ?? '').filter((country) => country !== '');

/** Forms of two countries cannot be one firm's; 'company' stands for any form. */
const compareLegal = (a: readonly number[], b: readonly number[]): SetRelation => {
  if (a.length === 0) return b.length === 0 ? 'none' : 'listed-only';
  if (b.length === 0) return 'queried-only';
  const countries = countriesOf(a);
  const others = countriesOf(b);
  if (countries.length > 0 && others.length > 0 && !countries.some((one) => others.includes(one))) {
    return 'conflict';
  }
  const kinds = kindOf(a);
  const other = kindOf(b);
  if (kinds.includes('branch') !== other.includes('branch')) return 'within';
  if (kinds.some((kind) => other.includes(kind))) return 'equal';
  return kinds.includes('company') || other.includes('company') ? 'overlap' : 'sibling';
};

const shareOf = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0 || b.length === 0) return 0;
  let common = 0;
  for (const word of a) if (b.includes(word)) common++;
  return common / Math.min(a.length, b.length);
};

/** The closer of two ways to compare: by the address against the name, and against the address. */
const rank: readonly SetRelation[] = ['equal', 'within', 'sibling', 'conflict'];
const rankOf = (relation: SetRelation): number => {
  const at = rank.indexOf(relation);
  return at < 0 ? rank.length : at;
};
const closer = (a: SetRelation, b: SetRelation): SetRelation => (rankOf(a) <= rankOf(b) ? a : b);

const compareAddress = (
  queried: Comparable,
  listed: Comparable,
  party: Surroundings,
  entity: Surroundings,
): SetRelation => {
  const own = comparePlaces(party.addressPlaces, entity.addressPlaces);
  const toName = comparePlaces(party.addressPlaces, listed.places);
  const fromName = comparePlaces(queried.places, entity.addressPlaces);
  return closer(own, closer(toName, fromName));
};

/** Mainland firms trade through Hong Kong and Macau, and papers give now the one, now the other. */
const tradedThrough = new Set(['CN', 'HK', 'MO']);

const compareCountries = (a: string, b: string): Comparison['country'] => {
  if (a === '' || b === '') return 'missing';
  if (a === b) return 'equal';
  return tradedThrough.has(a) && tradedThrough.has(b) ? 'missing' : 'differs';
};

const shortestCut = 10;

const isCutOff = (short: Comparable, long: Comparable): boolean =>
  short.cut &&
  short.plain.length >= shortestCut &&
  short.plain.length < long.plain.length &&
  long.plain.startsWith(short.plain);

/** The Corps by any of its names, or a numbered division of it, which is under it on every list. */
export const isCorps = ({ core, industries, business }: Comparable | ParsedName): boolean =>
  core === 'xpcc' && industries.length + business.length === 0;

const areBothCorps = (queried: Comparable, listed: Comparable): boolean =>
  isCorps(queried) &&
  isCorps(listed) &&
  (queried.numbers.length === 0 || listed.numbers.length === 0);

const countConcepts = (a: Comparable, b: Comparable): { shared: number; extra: number } => {
  let shared = 0;
  let all = 0;
  const count = <T>(own: readonly T[], other: readonly T[]): void => {
    for (const one of own) if (other.includes(one)) shared++;
    all += own.length + other.length;
  };
  count(a.places, b.places);
  count(a.industries, b.industries);
  count(a.business, b.business);
  count(a.bodies, b.bodies);
  count(a.numbers, b.numbers);
  return { shared, extra: all - 2 * shared };
};

/** What the index as a whole says of a comparison in it. */
export interface Setting {
  readonly size: number;
  /** Names that bear a brand, as log2 of one more; with a trade or a place beside it where given. */
  readonly crowdOf: (core: string) => number;
  readonly crowdOfTrade: (core: string, trade: number) => number;
  readonly crowdOfBusiness: (core: string, business: number) => number;
  readonly crowdOfPlace: (core: string, place: number) => number;
}

const agreeing = new Set<SetRelation>(['equal', 'within', 'overlap']);

/** The names one would have to tell the listed one from, had one only what the two share. */
const crowdAlikeOf = (
  queried: Comparable,
  listed: Comparable,
  {
    crowd,
    place,
    address,
    industry,
    business,
  }: Pick<Comparison, 'crowd' | 'place' | 'address' | 'industry' | 'business'>,
  setting: Setting,
): number => {
  let least = crowd;
  if (agreeing.has(industry.relation)) {
    for (const trade of listed.industries) {
      if (queried.industries.includes(trade)) {
        least = Math.min(least, setting.crowdOfTrade(listed.core, trade));
      }
    }
  }
  if (agreeing.has(business.relation)) {
    for (const id of listed.business) {
      if (queried.business.includes(id)) {
        least = Math.min(least, setting.crowdOfBusiness(listed.core, id));
      }
    }
  }
  const isFilled = place === 'listed-only' && (address === 'equal' || address === 'within');
  if (isFilled || place === 'equal' || place === 'within') {
    for (const id of listed.places) {
      least = Math.min(least, setting.crowdOfPlace(listed.core, id));
    }
  }
  return least;
};

/** Slips counted one by one: fewer than these of the quick count, which takes a swap for two. */
const fewSlips = 3;
const shortestSlipped = 7;

const slipsOf = (quick: number, a: string, b: string): number => {
  if (quick === 0 || quick > 2 * fewSlips) return 0;
  if (Math.min(a.length, b.length) < shortestSlipped) return 0;
  const slips = slipsBetween(a, b, fewSlips);
  return slips > fewSlips ? 0 : slips;
};

/** What two names by themselves say, enough to know whether the rest is worth comparing. */
export interface FirstLook extends Pick<Comparison, 'brand' | 'likeness' | 'cutOff' | 'identical'> {
  /** Slips between the whole names by the quick count. */
  readonly quick: number;
}

export const lookFirst = (queried: Comparable, listed: Comparable): FirstLook => {
  const quick = wholeSlips(queried.plain, listed.plain);
  return {
    quick,
    brand: compareBrands(queried, listed),
    likeness: similarityOf(quick, queried.plain, listed.plain),
    cutOff: isCutOff(queried, listed) || isCutOff(listed, queried),
    identical:
      (queried.whole !== 0 && queried.whole === listed.whole) || areBothCorps(queried, listed),
  };
};

export const compare = (
  queried: Comparable,
  listed: Comparable,
  { quick, ...look }: FirstLook,
  party: Surroundings,
  entity: Surroundings,
  setting: Setting,
): Comparison => {
  const { brand } = look;
  const slips = slipsOf(quick, queried.plain, listed.plain);
  const told = {
    crowd: listed.core === '' ? 0 : setting.crowdOf(listed.core),
    place: comparePlaces(queried.places, listed.places),
    industry: compareIndustries(queried.industries, listed.industries),
    business: compareSets(queried.business, listed.business),
    address: compareAddress(queried, listed, party, entity),
  };
  return {
    ...told,
    ...look,
    size: setting.size,
    concepts: countConcepts(queried, listed),
    crowdAlike: listed.core === '' ? 0 : crowdAlikeOf(queried, listed, told, setting),
    slips,
    slipsElsewhere: slips > 0 && brand.relation === 'partial' && brand.listedOnly === 0,
    bothPinyin:
      slips > 0 &&
      (brand.relation === 'differs' || brand.relation === 'partial') &&
      isPinyin(queried.core) &&
      isPinyin(listed.core),
    brandIsPlace: lexicon().latin.get(queried.core)?.wordClass === 'place',
    atLimit: queried.cut,
    body: compareSets(queried.bodies, listed.bodies).relation,
    number: compareSets(queried.numbers, listed.numbers).relation,
    legal: compareLegal(queried.legal, listed.legal),
    country: compareCountries(party.country, entity.country),
    street: shareOf(party.addressWords, entity.addressWords),
  };
};
