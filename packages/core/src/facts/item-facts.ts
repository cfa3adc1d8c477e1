/**
 * All that can be known of an item from its code and description, whatever shipment it stands in:
 * which commodities they speak of, which places, and of what materials it is said to be.
 */
import type { Commodity, CommodityMention, UpstreamPath } from '../goods/commodities.ts';
import { keepFindings, type KeptFindings } from '../findings/remember.ts';
import { chiefFibre, readComposition, type FibreShare } from '../goods/composition.ts';
import { namedOrigins, type NamedOrigin } from '../goods/demonyms.ts';
import type { PlaceMention } from '../places/gazetteer.ts';
import type { StateLabourMention } from '../places/state-labour.ts';
import type { Sector, SectorGood } from '../rulebook/goods.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { ShipmentItem } from '../shipment/schema.ts';
import { normalise } from '../text/normalise.ts';
import { hasHan } from '../text/words.ts';
import { workOutCode, type CodeFacts } from './code-facts.ts';

export interface ItemFacts extends Omit<CodeFacts, 'sectorLines'> {
  /** By the description, in order of appearance. */
  readonly named: readonly CommodityMention[];
  /** What the goods are and what goes into them, by code and by name, each commodity once. */
  readonly upstream: readonly UpstreamPath[];
  /** Lines of sectors that the code and the words fall under, one a sector. */
  readonly sectorGoods: readonly SectorGood[];
  /** Sure names of places in Xinjiang. */
  readonly places: readonly PlaceMention[];
  /** Words that make an input come from there: 'Xinjiang cotton'. */
  readonly xinjiangInput: { readonly commodity: Commodity; readonly matched: string } | null;
  readonly stateLabour: readonly StateLabourMention[];
  readonly inputOrigins: readonly NamedOrigin[];
  /** Inputs of a sector that the code itself is not in, and how sure they are. */
  readonly inputs: readonly SectorInput[];
  /** Words that the code denies; null when they agree. */
  readonly mismatch: Mismatch | null;
  /** Words for the material, where none that is watched is declared, coded or sure; else null. */
  readonly otherMaterial: string | null;
  /** Findings drawn from these facts before. */
  readonly kept: KeptFindings;
}

export interface SectorInput {
  readonly path: UpstreamPath;
  readonly sector: Sector;
  readonly certainty: 'always' | 'usual';
}

export interface Mismatch {
  readonly commodity: Commodity;
  readonly matched: string;
  /** What the code is for: 'of synthetic or other textile materials'. */
  readonly deniedBy: string;
}

export function workOutItem(
  { commodityCode, description }: Pick<ShipmentItem, 'commodityCode' | 'description'>,
  rulebook: Rulebook,
): ItemFacts {
  const { commodities, xinjiang, stateLabour, memory } = rulebook;
  const code = memory.codes.get(commodityCode, () => workOutCode(commodityCode, rulebook));
  const { byCode, sectorLines, hiddenSectors, countryGoods, orders, hiddenOrders } = code;
  const named = commodities.named(description);
  const composition = readComposition(description, commodities, named);
  const places = xinjiang.gazetteer.find(description).filter(({ ambiguous }) => !ambiguous);
  const upstream = upstreamOf(byCode, named, composition, rulebook);
  const sectorGoods = sectorGoodsOf(sectorLines, description);
  return {
    byCode,
    named,
    upstream,
    sectorGoods,
    inputs: inputsOf(upstream, sectorGoods, rulebook),
    mismatch: mismatchOf(commodityCode, named, composition),
    otherMaterial: otherMaterialOf(byCode, upstream, composition),
    kept: keepFindings(),
    hiddenSectors,
    countryGoods,
    orders,
    hiddenOrders,
    places,
    xinjiangInput: xinjiangInputOf(description, places, named),
    stateLabour: stateLabour.named(description),
    inputOrigins: namedOrigins(description, named),
  };
}

/** By code first: it is declared under penalty. A fibre the text denies is not assumed. */
function upstreamOf(
  byCode: readonly Commodity[],
  named: readonly CommodityMention[],
  composition: readonly FibreShare[],
  { commodities }: Rulebook,
): UpstreamPath[] {
  const starts = [
    ...byCode,
    ...named.map(({ commodity }) => commodity).filter(({ byNameAlone }) => byNameAlone),
  ];
  const fibres = new Set(composition.map(({ fibre }) => fibre.id));
  const byEnd = new Map<string, UpstreamPath>();
  for (const start of starts) {
    for (const path of commodities.upstream(start)) {
      const end = path.steps.at(-1);
      if (end === undefined || byEnd.has(end.id)) continue;
      // 'Usual' input means: unless another material is named.
      if (path.certainty !== 'always' && end.fibre && fibres.size > 0 && !fibres.has(end.id)) {
        continue;
      }
      byEnd.set(end.id, path);
    }
  }
  return [...byEnd.values()];
}

function inputsOf(
  upstream: readonly UpstreamPath[],
  sectorGoods: readonly SectorGood[],
  { sectorsById }: Rulebook,
): SectorInput[] {
  const told = new Set(sectorGoods.map(({ sector }) => sector.id));
  const inputs = new Map<string, SectorInput>();
  for (const path of upstream) {
    const { certainty } = path;
    const sector = sectorsById.get(path.steps.at(-1)?.sector ?? '');
    if (sector === undefined || certainty === 'possible' || told.has(sector.id)) continue;
    const before = inputs.get(sector.id);
    // The way to the raw material says more than the way to what is made of it.
    const further = before !== undefined && path.steps.length > before.path.steps.length;
    if (before === undefined || (further && before.certainty === certainty)) {
      inputs.set(sector.id, { path, sector, certainty });
    }
  }
  return [...inputs.values()];
}

function mismatchOf(
  code: string,
  named: readonly CommodityMention[],
  composition: readonly FibreShare[],
): Mismatch | null {
  const chief = chiefFibre(composition);
  for (const { commodity, matched } of named) {
    const { deniedBy, fibre } = commodity;
    if (deniedBy?.hsPrefixes.some((prefix) => code.startsWith(prefix)) !== true) continue;
    // A blend belongs under its chief fibre: 35% cotton under a man-made code is right.
    if (fibre && chief?.fibre.id !== commodity.id) continue;
    return {
      commodity,
      matched: fibre ? (chief?.matched ?? matched) : matched,
      deniedBy: deniedBy.words,
    };
  }
  return null;
}

function otherMaterialOf(
  byCode: readonly Commodity[],
  upstream: readonly UpstreamPath[],
  composition: readonly FibreShare[],
): string | null {
  const watched = composition.some(({ fibre }) => fibre.sector !== undefined);
  const coded = byCode.some(({ sector }) => sector !== undefined);
  const sure = upstream.some(
    ({ steps, certainty }) => certainty === 'always' && steps.at(-1)?.sector !== undefined,
  );
  return watched || coded || sure ? null : (composition[0]?.matched ?? null);
}

/** A code may stand under several lines of a sector; the longest prefix says the most. */
function sectorGoodsOf(lines: readonly SectorGood[], description: string): SectorGood[] {
  const finest = new Map<string, SectorGood>();
  for (const good of lines) {
    const { line, sector } = good;
    if (!describes(line.needsText, description)) continue;
    const before = finest.get(sector.id);
    if (before === undefined || line.hsPrefix.length > before.line.hsPrefix.length) {
      finest.set(sector.id, good);
    }
  }
  return [...finest.values()];
}

/** Basket lines hold many goods; there the description must say which. */
function describes(needsText: readonly string[], description: string): boolean {
  if (needsText.length === 0) return true;
  const text = ` ${normalise(description)} `;
  return needsText.some((word) => text.includes(hasHan(word) ? word : ` ${normalise(word)}`));
}

/** 'Xinjiang cotton', 'cotton from Aksu', 新疆棉: the input directly beside the place. */
function xinjiangInputOf(
  description: string,
  places: readonly PlaceMention[],
  named: readonly CommodityMention[],
): ItemFacts['xinjiangInput'] {
  for (const { matched } of places) {
    const at = description.indexOf(matched);
    const end = at + matched.length;
    for (const mention of named) {
      const between =
        mention.start >= end
          ? description.slice(end, mention.start)
          : description.slice(mention.end, Math.max(at, mention.end));
      const near =
        mention.start >= end
          ? /^[\s-]*(?:long staple|white|raw|origin|virgin|grown|长绒)?[\s-]*$/iu.test(between)
          : /^[\s,]*(?:from|of|ex|uit|origin|grown in|made in)\s+$/iu.test(between);
      if (near && mention.commodity.sector !== undefined) {
        const from = Math.min(at, mention.start);
        const matchedText = description.slice(from, Math.max(end, mention.end));
        return { commodity: mention.commodity, matched: matchedText };
      }
    }
  }
  return null;
}
