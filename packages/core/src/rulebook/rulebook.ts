/**
 * A rulebook made ready: definition, lists and knowledge of places and goods indexed once, so that
 * screening a shipment is look-ups only. It carries the functions core does not bring itself.
 */
import type { Citation, ListReference } from '../assessment/assessment.ts';
import { compileChina, type ChinaData, type ChinaDivisions } from '../china/divisions.ts';
import type { CodeFacts } from '../facts/code-facts.ts';
import type { ItemFacts } from '../facts/item-facts.ts';
import type { PartyFacts } from '../facts/party-facts.ts';
import { compileCommodities, type Commodities, type CommodityTable } from '../goods/commodities.ts';
import { indexIdentities, type IdentityIndex } from '../lists/identity-index.ts';
import type { EntityList, ListedEntity } from '../lists/list.ts';
import type { PartyMatcher } from '../matching/matcher.ts';
import type { NetworkView } from '../network/link.ts';
import { compileRegion, type Region, type RegionData } from '../places/region.ts';
import {
  compileStateLabour,
  type StateLabour,
  type StateLabourTable,
} from '../places/state-labour.ts';
import { createMemo, type Memo } from '../text/memo.ts';
import { canonicalJson, type Sha256 } from '../text/digest.ts';
import type { RulebookDefinition } from './definition.ts';
import type { CountryGood, Sector, SectorGood } from './goods.ts';
import { indexPrefixes, type PrefixIndex } from './prefix-index.ts';

/** A body of knowledge that findings cite, other than a list of entities. */
export interface SourceHeader {
  /** 'us-fletf-sectors', 'us-dol-tvpra'. */
  readonly list: string;
  readonly title: string;
  readonly version: string;
  readonly asOf: string;
  readonly url: string;
}

export interface Knowledge {
  readonly entityLists: readonly EntityList[];
  readonly sectors: SourceHeader & { readonly sectors: readonly Sector[] };
  readonly countryGoods: SourceHeader & { readonly goods: readonly CountryGood[] };
  readonly xinjiang: RegionData;
  readonly china: ChinaData;
  readonly commodities: CommodityTable;
  readonly stateLabour: StateLabourTable;
}

export interface EntityOnList {
  readonly entity: ListedEntity;
  readonly list: EntityList;
}

export interface Rulebook {
  readonly definition: RulebookDefinition;
  /** SHA-256 of the definition as canonical JSON. */
  readonly digest: string;
  /** As assessments cite it. */
  readonly reference: { readonly digest: string; readonly id: string; readonly version: string };
  readonly calibration: { readonly intercept: number; readonly slope: number };
  readonly lists: readonly ListReference[];
  /** The latest date on which one of the lists was read. */
  readonly asOf: string;
  readonly entities: ReadonlyMap<string, EntityOnList>;
  /** Entries that bar the goods of a whole country or region, not of a firm. */
  readonly regionOrders: readonly EntityOnList[];
  readonly vessels: readonly EntityOnList[];
  readonly sectors: PrefixIndex<SectorGood>;
  readonly sectorsById: ReadonlyMap<string, Sector>;
  readonly sectorsHeader: SourceHeader;
  readonly countryGoods: PrefixIndex<CountryGood>;
  readonly countryGoodsHeader: SourceHeader;
  readonly xinjiang: Region;
  readonly china: ChinaDivisions;
  readonly commodities: Commodities;
  readonly stateLabour: StateLabour;
  readonly identities: IdentityIndex;
  readonly matcher: PartyMatcher;
  /** Who supplies whom; null where no network is kept. See `withNetwork`. */
  readonly network: NetworkView | null;
  readonly sha256: Sha256;
  readonly memory: Memory;
}

/** What was worked out of parties and items met lately, by their content. */
interface Memory {
  readonly parties: Memo<PartyFacts>;
  readonly items: Memo<ItemFacts>;
  readonly codes: Memo<CodeFacts>;
}

export interface RulebookParts {
  readonly definition: RulebookDefinition;
  readonly knowledge: Knowledge;
  /** Built over the same entity lists; it must know every entity id. */
  readonly matcher: PartyMatcher;
  readonly sha256: Sha256;
  /** Parties and items to remember; 20,000 of each take some 100 MB at most. Default 20,000. */
  readonly memorySize?: number;
}

const defaultMemorySize = 20_000;

/** Indexes the parts. Throws a RangeError when two entities share an id. */
export function compileRulebook({
  definition,
  knowledge,
  matcher,
  sha256,
  memorySize = defaultMemorySize,
}: RulebookParts): Rulebook {
  const entities = new Map<string, EntityOnList>();
  for (const list of knowledge.entityLists) {
    for (const entity of list.entities) {
      if (entities.has(entity.id)) {
        throw new RangeError(`two list entries have the id "${entity.id}"`);
      }
      entities.set(entity.id, { entity, list });
    }
  }
  const { sectors, countryGoods, xinjiang, china, commodities, stateLabour } = knowledge;
  const lists = [
    ...knowledge.entityLists.map(referenceTo),
    referenceTo(sectors),
    referenceTo(countryGoods),
    referenceTo(china),
    referenceTo(commodities),
    referenceTo(stateLabour),
    { asOf: xinjiang.asOf, list: 'cn-xinjiang-places', version: xinjiang.version },
  ].toSorted((a, b) => (a.list < b.list ? -1 : 1));
  const digest = sha256(canonicalJson(definition));
  return {
    definition,
    digest,
    reference: { digest, id: definition.id, version: definition.version },
    calibration: {
      intercept: definition.calibration.intercept,
      slope: definition.calibration.slope,
    },
    lists,
    asOf: lists.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), ''),
    entities,
    regionOrders: [...entities.values()].filter(({ entity }) => entity.kind === 'region'),
    vessels: [...entities.values()].filter(({ entity }) => entity.kind === 'vessel'),
    sectors: indexPrefixes(
      sectors.sectors.flatMap((sector) => sector.lines.map((line) => ({ sector, line }))),
      ({ line }) => [line.hsPrefix],
    ),
    sectorsById: new Map(sectors.sectors.map((sector) => [sector.id, sector])),
    sectorsHeader: sectors,
    countryGoods: indexPrefixes(countryGoods.goods, (good) => good.hsPrefixes),
    countryGoodsHeader: countryGoods,
    xinjiang: compileRegion(xinjiang),
    china: compileChina(china),
    commodities: compileCommodities(commodities),
    stateLabour: compileStateLabour(stateLabour),
    identities: indexIdentities(entities.values()),
    matcher,
    network: null,
    sha256,
    memory: createMemory(memorySize),
  };
}

/** The same rulebook with nothing remembered: it says the same of every shipment, if slower. */
export function withoutMemory(rulebook: Rulebook): Rulebook {
  return { ...rulebook, memory: createMemory(defaultMemorySize) };
}

function createMemory(size: number): Memory {
  return {
    parties: createMemo(size),
    items: createMemo(size),
    codes: createMemo(size),
  };
}

/**
 * The rulebook with a supply network, whose version then stands in every assessment. To be called
 * again whenever the network changed. Throws a RangeError when the network was worked out under
 * other rules than the rulebook's.
 */
export function withNetwork(rulebook: Rulebook, network: NetworkView): Rulebook {
  const rules = rulebook.definition.factors['supply.network'];
  if (canonicalJson(network.rules) !== canonicalJson(rules)) {
    throw new RangeError(
      'the supply network was worked out under other rules than the rulebook has',
    );
  }
  const reference = referenceTo(network.reference);
  return {
    ...rulebook,
    network,
    lists: [...rulebook.lists.filter(({ list }) => list !== reference.list), reference].toSorted(
      (a, b) => (a.list < b.list ? -1 : 1),
    ),
  };
}

export function cite(
  header: SourceHeader,
  entry: string,
  effectiveDate: string | null,
  url?: string,
): Citation {
  return {
    effectiveDate,
    entry,
    list: header.list,
    listTitle: header.title,
    listVersion: header.version,
    url: url ?? header.url,
  };
}

function referenceTo({ list, version, asOf }: ListReference): ListReference {
  return { asOf, list, version };
}
