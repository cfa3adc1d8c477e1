/**
 * Inputs named after where they come from: 'Brazilian cotton', 'Indian remy hair', 'cotton of
 * Australian origin'. Such words can be checked with the supplier, and so count a little.
 */
import { indexPhrases } from '../text/phrases.ts';
import type { Commodity, CommodityMention } from './commodities.ts';

export interface NamedOrigin {
  readonly commodity: Commodity;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Both words as they stand. */
  readonly matched: string;
}

/** Countries that sell cotton, hair, silicon or tomatoes to makers elsewhere. */
const words: Readonly<Record<string, readonly string[]>> = {
  US: ['US', 'U.S.', 'USA', 'American', 'Amerikaanse', '美国', '美棉'],
  BR: ['Brazil', 'Brazilian', 'Braziliaans', 'Braziliaanse', '巴西'],
  AU: ['Australia', 'Australian', 'Australische', '澳大利亚', '澳洲'],
  IN: ['India', 'Indian', 'Indiase', '印度'],
  TR: ['Turkey', 'Turkish', 'Türkiye', 'Turkse', '土耳其'],
  EG: ['Egypt', 'Egyptian', 'Egyptische', '埃及'],
  PE: ['Peru', 'Peruvian', 'Peruaanse', '秘鲁'],
  PK: ['Pakistan', 'Pakistani', 'Pakistaanse', '巴基斯坦'],
  GR: ['Greece', 'Greek', 'Griekse', '希腊'],
  MM: ['Myanmar', 'Burmese', 'Birmese', '缅甸'],
  VN: ['Vietnam', 'Vietnamese', 'Vietnamees', '越南'],
  ID: ['Indonesia', 'Indonesian', 'Indonesisch', '印尼'],
  DE: ['Germany', 'German', 'Duits', 'Duitse', '德国'],
  NO: ['Norway', 'Norwegian', 'Noorse', '挪威'],
  IT: ['Italy', 'Italian', 'Italiaanse', '意大利'],
  ES: ['Spain', 'Spanish', 'Spaanse', '西班牙'],
  PT: ['Portugal', 'Portuguese', 'Portugese', '葡萄牙'],
};

/** Between a place and its input: nothing but a quality. */
const beside =
  /^[\s-]*(?:(?:raw|virgin|remy|organic|pima|extra|long|staple|grown|origin)[\s-]*)*$/i;
/** Between an input and its place: 'cotton from Brazil', 'cotton of Brazilian origin'. */
const from = /^[\s,:(]*(?:(?:fibre|fiber|from|of|ex|uit|origin|grown in|产地)[\s:]*)+$/i;

const places = indexPhrases(
  Object.entries(words).flatMap(([country, texts]) =>
    texts.map((text) => ({ text, value: country })),
  ),
);

/** `named`: the commodities that the text names. */
export function namedOrigins(
  text: string,
  named: readonly CommodityMention[],
): readonly NamedOrigin[] {
  const materials = named.filter(({ commodity }) => commodity.sector !== undefined);
  if (materials.length === 0) return [];
  return places.find(text).flatMap((place) => {
    const input = materials.find((mention) =>
      mention.start >= place.end
        ? beside.test(text.slice(place.end, mention.start))
        : mention.end <= place.start && from.test(text.slice(mention.end, place.start)),
    );
    if (input === undefined) return [];
    const matched = text.slice(Math.min(place.start, input.start), Math.max(place.end, input.end));
    return [{ commodity: input.commodity, country: place.value, matched }];
  });
}
