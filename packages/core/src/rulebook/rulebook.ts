/**
 * A rulebook made ready: definition, lists and knowledge of places and goods indexed once, so that
 * screening a shipment is look-ups only. It carries the functions core does not bring itself.
 */
import type { Citation, ListReference } from '../assessment/assessment.ts';
import type { EntityList, ListedEntity } from '../lists/list.ts';
import type { PartyMatcher } from '../matching/matcher.ts';
import { compileRegion, type Region, type RegionData } from '../places/region.ts';
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
}

export interface EntityOnList {
  readonly entity: ListedEntity;
  readonly list: EntityList;
}

export interface Rulebook {
  readonly definition: RulebookDefinition;
  /** SHA-256 of the definition as canonical JSON. */
  readonly digest: string;
  readonly lists: readonly ListReference[];
  readonly entities: ReadonlyMap<string, EntityOnList>;
  /** Entries that bar the goods of a whole country or region, not of a firm. */
  readonly regionOrders: readonly EntityOnList[];
  readonly sectors: PrefixIndex<SectorGood>;
  readonly sectorsHeader: SourceHeader;
  readonly countryGoods: PrefixIndex<CountryGood>;
  readonly countryGoodsHeader: SourceHeader;
  readonly xinjiang: Region;
  readonly matcher: PartyMatcher;
  readonly sha256: Sha256;
}

export interface RulebookParts {
  readonly definition: RulebookDefinition;
  readonly knowledge: Knowledge;
  /** Built over the same entity lists; it must know every entity id. */
  readonly matcher: PartyMatcher;
  readonly sha256: Sha256;
}

/** Indexes the parts. Throws a RangeError when two entities share an id. */
export function compileRulebook({
  definition,
  knowledge,
  matcher,
  sha256,
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
  const { sectors, countryGoods, xinjiang } = knowledge;
  return {
    definition,
    digest: sha256(canonicalJson(definition)),
    lists: [
      ...knowledge.entityLists.map(referenceTo),
      referenceTo(sectors),
      referenceTo(countryGoods),
      { list: 'cn-xinjiang-places', version: xinjiang.version, asOf: xinjiang.asOf },
    ].toSorted((a, b) => (a.list < b.list ? -1 : 1)),
    entities,
    regionOrders: [...entities.values()].filter(({ entity }) => entity.kind === 'region'),
    sectors: indexPrefixes(
      sectors.sectors.flatMap((sector) => sector.lines.map((line) => ({ sector, line }))),
      ({ line }) => [line.hsPrefix],
    ),
    sectorsHeader: sectors,
    countryGoods: indexPrefixes(countryGoods.goods, (good) => good.hsPrefixes),
    countryGoodsHeader: countryGoods,
    xinjiang: compileRegion(xinjiang),
    matcher,
    sha256,
  };
}

export function cite(
  header: SourceHeader,
  entry: string,
  effectiveDate: string | null,
  url?: string,
): Citation {
  return {
    list: header.list,
    listTitle: header.title,
    entry,
    listVersion: header.version,
    effectiveDate,
    url: url ?? header.url,
  };
}

function referenceTo({ list, version, asOf }: ListReference): ListReference {
  return { list, version, asOf };
}
