/** The finders, in the order in which they are asked. */
import { entityListed } from './entity-listed.ts';
import { factsNeeded } from './facts-needed.ts';
import type { Finder } from './finder.ts';
import { goodsCountryGood } from './goods-country-good.ts';
import { goodsOrdered } from './goods-ordered.ts';
import { goodsPrioritySector } from './goods-priority-sector.ts';
import { placeXinjiang } from './place-xinjiang.ts';
import { vesselListed } from './vessel-listed.ts';

export const allFinders: readonly Finder[] = [
  factsNeeded,
  entityListed,
  vesselListed,
  placeXinjiang,
  goodsOrdered,
  goodsPrioritySector,
  goodsCountryGood,
];
