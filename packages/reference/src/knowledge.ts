/** All that screening knows before it sees a shipment, in one call. */
import {
  chinaDivisionsSchema,
  commodityTableSchema,
  stateLabourSchema,
  type Knowledge,
} from '@herkomst/core';
import { loadEntityLists } from './entity-lists.ts';
import { toCountryGoods, toSectors, type CountryGoodsFile, type SectorsFile } from './goods.ts';
import { toRegion, type XinjiangFile } from './places.ts';
import { readShipped } from './shipped.ts';

/**
 * Loads the shipped knowledge, with the entity lists of a folder in place of or beside the shipped
 * ones: see docs/lists.md. Rejects with InvalidListError, all faults at once.
 */
export async function loadKnowledge(listsDir?: string | null): Promise<Knowledge> {
  const [entityLists, sectors, countryGoods, xinjiang, china, commodities, stateLabour] =
    await Promise.all([
      loadEntityLists(listsDir ?? null),
      readShipped('goods/sectors.json'),
      readShipped('goods/us-dol-tvpra.json'),
      readShipped('places/xinjiang.json'),
      readShipped('places/china-divisions.json'),
      readShipped('goods/commodities.json'),
      readShipped('places/state-labour.json'),
    ]);
  return {
    entityLists,
    sectors: toSectors(sectors as SectorsFile),
    countryGoods: toCountryGoods(countryGoods as CountryGoodsFile),
    xinjiang: toRegion(xinjiang as XinjiangFile),
    china: chinaDivisionsSchema.parse(china),
    commodities: commodityTableSchema.parse(commodities),
    stateLabour: stateLabourSchema.parse(stateLabour),
  };
}
