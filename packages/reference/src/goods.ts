/** The data files on goods, brought into the shapes that screening looks up. */
import type { CountryGood, Knowledge, Sector, SectorLine } from '@herkomst/core';

interface Header {
  readonly list: string;
  readonly title: string;
  readonly version: string;
  readonly asOf: string;
}

/** data/goods/sectors.json. */
export interface SectorsFile extends Header {
  readonly urls: readonly [string, ...string[]];
  readonly sectors: readonly {
    readonly id: string;
    readonly name: string;
    readonly originScope: readonly string[];
    readonly designated: {
      readonly by: string;
      readonly date: string;
      readonly source: string;
    };
    readonly note?: string;
    readonly goods: readonly (Omit<SectorLine, 'except' | 'needsText'> &
      Partial<Pick<SectorLine, 'except' | 'needsText'>>)[];
  }[];
}

export function toSectors({
  list,
  title,
  version,
  asOf,
  urls,
  sectors,
}: SectorsFile): Knowledge['sectors'] {
  return {
    list,
    title,
    version,
    asOf,
    url: urls[0],
    sectors: sectors.map(({ id, name, originScope, designated, note, goods }): Sector => ({
      id,
      title: name,
      lines: goods.map((line) => ({ except: [], needsText: [], ...line })),
      originScope: [...originScope],
      designatedAt: designated.date,
      authority: designated.by,
      url: designated.source,
      ...(note === undefined ? {} : { note }),
    })),
  };
}

/** data/goods/us-dol-tvpra.json. */
export interface CountryGoodsFile extends Header {
  readonly url: string;
  readonly goods: readonly {
    readonly id: string;
    readonly good: string;
    readonly hsPrefixes: readonly string[];
    readonly note?: string;
    readonly countries: readonly {
      readonly country: string;
      readonly sector: string;
      readonly childLabour: boolean;
      readonly forcedLabour: boolean;
      readonly forcedChildLabour: boolean;
      readonly derived: boolean;
      /** Present where `derived`. */
      readonly inputsFrom?: string;
    }[];
  }[];
}

/** One entry for each pair of good and country, as the Department counts them. */
export function toCountryGoods({
  list,
  title,
  version,
  asOf,
  url,
  goods,
}: CountryGoodsFile): Knowledge['countryGoods'] {
  return {
    list,
    title,
    version,
    asOf,
    url,
    goods: goods.flatMap(({ id, good, hsPrefixes, note, countries }) =>
      countries.map(({ derived, inputsFrom, ...pair }): CountryGood => ({
        id,
        good,
        hsPrefixes: [...hsPrefixes],
        ...pair,
        ...(derived && inputsFrom !== undefined ? { derivedFrom: inputsFrom } : {}),
        ...(note === undefined ? {} : { note }),
      })),
    ),
  };
}
