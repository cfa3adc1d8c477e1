/** The data file on Xinjiang, brought into the shape that screening looks up. */
import type { Place, RegionData } from '@herkomst/core';

/** data/places/xinjiang.json: what of it screening uses. */
export interface XinjiangFile {
  readonly title: string;
  readonly version: string;
  readonly asOf: string;
  readonly sources: readonly { readonly id: string; readonly url?: string }[];
  readonly codes: {
    readonly iso3166_2: string;
    readonly otherRegionCodes: readonly string[];
    readonly gbt2260Prefix: string;
    readonly midCities: { readonly own: readonly string[] };
    readonly postcodes: {
      readonly ranges: readonly { readonly from: string; readonly to: string }[];
    };
    readonly phoneAreaCodes: { readonly codes: readonly string[] };
    readonly unLocodes: RegionData['locodes'];
  };
  readonly streetWords: readonly string[];
  readonly directionWords: readonly string[];
  readonly productWords: Readonly<Record<string, readonly string[]>>;
  readonly patterns: readonly { readonly id: string; readonly regex: string }[];
  readonly places: readonly {
    readonly id: string;
    readonly code?: string;
    readonly level: string;
    readonly title: string;
    readonly spellings: readonly { readonly text: string; readonly ambiguous?: boolean }[];
  }[];
}

/** The Corps, to which every place belongs that a pattern finds. */
const corps = 'cn-xj:xpcc';

export function toRegion({ codes, places, ...file }: XinjiangFile): RegionData {
  return {
    version: file.version,
    asOf: file.asOf,
    title: file.title,
    url: file.sources.find(({ id }) => id === 'gbt2260')?.url ?? '',
    country: 'CN',
    subdivision: codes.iso3166_2,
    otherRegionCodes: codes.otherRegionCodes,
    divisionPrefix: codes.gbt2260Prefix,
    ownMidCities: codes.midCities.own,
    postcodes: codes.postcodes.ranges.map(({ from, to }) => ({
      from: Number(from),
      to: Number(to),
    })),
    phoneCodes: codes.phoneAreaCodes.codes.map((code) => code.replace(/^0/, '')),
    locodes: codes.unLocodes,
    places: places.map(({ id, code, level, title, spellings }): Place => {
      const names = (ambiguous: boolean): string[] =>
        spellings.filter((each) => (each.ambiguous ?? false) === ambiguous).map(({ text }) => text);
      return {
        code: code ?? id,
        level,
        title,
        names: names(false),
        ambiguousNames: names(true),
      };
    }),
    naming: {
      streetWords: file.streetWords,
      directionWords: file.directionWords,
      productWords: file.productWords,
      patterns: file.patterns.map(({ regex }) => ({ regex, placeCode: corps })),
    },
  };
}
