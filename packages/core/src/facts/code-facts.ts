/**
 * All that a commodity code tells by itself. Worked out once a code: there are far fewer of them
 * than of descriptions.
 */
import type { Commodity } from '../goods/commodities.ts';
import { isWithin, type CountryGood, type SectorGood } from '../rulebook/goods.ts';
import type { EntityOnList, Rulebook } from '../rulebook/rulebook.ts';

export interface CodeFacts {
  /** The finest first. */
  readonly byCode: readonly Commodity[];
  /** Lines of sectors that the code falls under; for some the words must fit too. */
  readonly sectorLines: readonly SectorGood[];
  /** Lines that only a longer code could tell. */
  readonly hiddenSectors: readonly SectorGood[];
  readonly countryGoods: readonly CountryGood[];
  /** Orders on a country's or region's goods that reach the code. */
  readonly orders: readonly EntityOnList[];
  /** The same, for all that a longer code could tell. */
  readonly hiddenOrders: readonly EntityOnList[];
}

export function workOutCode(code: string, rulebook: Rulebook): CodeFacts {
  const prefixesOf = ({ entity }: EntityOnList): readonly string[] =>
    entity.merchandise?.hsPrefixes ?? [];
  const reaches = (order: EntityOnList): boolean =>
    prefixesOf(order).some((prefix) => code.startsWith(prefix));
  const mayReach = (order: EntityOnList): boolean =>
    prefixesOf(order).some((prefix) => prefix.length > code.length && prefix.startsWith(code));
  return {
    byCode: rulebook.commodities.byCode(code),
    sectorLines: rulebook.sectors.covering(code).filter(({ line }) => isWithin(line, code)),
    hiddenSectors: rulebook.sectors.finerThan(code),
    countryGoods: rulebook.countryGoods.covering(code),
    orders: rulebook.regionOrders.filter(reaches),
    hiddenOrders: rulebook.regionOrders.filter((order) => !reaches(order) && mayReach(order)),
  };
}
