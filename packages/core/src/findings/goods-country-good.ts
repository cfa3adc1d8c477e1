/**
 * The Department of Labor lists this good from this country as made with forced labour, or with an
 * input that is. Goods listed for child labour only are left out: this product asks of force.
 */
import { cite } from '../rulebook/rulebook.ts';
import type { Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { rememberItem } from './remember.ts';
import { writeDate, writeGoods } from './words.ts';

export const goodsCountryGood: Finder = {
  name: 'goods.country-good',
  find(context) {
    const { shipment, facts, rulebook } = context;
    const factor = rulebook.definition.factors['goods.country-good'];
    const header = rulebook.countryGoodsHeader;
    const findings = shipment.items.flatMap((item, index) => {
      const origin = facts.origins[index] ?? null;
      const goods = facts.items[index]?.countryGoods ?? [];
      if (origin === null || goods.length === 0) return [];
      return rememberItem(context, index, 'goods.country-good', () =>
        goods.flatMap((good) => {
          if (good.country !== origin.country) return [];
          const direct = good.forcedLabour || good.forcedChildLabour;
          if (!direct && good.derivedFrom === undefined) return [];
          return [
            plainFinding({
              factor: 'goods.country-good',
              group: factor.group,
              summary:
                `${writeGoods(item)}: ${good.good} from ${good.country} ` +
                (direct
                  ? 'is named as made with forced labour'
                  : `is named as made with an input from ${good.derivedFrom} that is made with forced labour`) +
                ` on the ${header.title} (version of ${writeDate(header.asOf)}).`,
              path: `data.items[${index}].commodityCode`,
              matched: item.commodityCode,
              weight: direct ? factor.forcedLabour : factor.derived,
              because: [
                direct ? 'listed good' : 'listed input',
                `origin ${origin.country} (${origin.path})`,
              ],
              citation: cite(header, `${good.good}, ${good.country}`, null),
              claim: { kind: 'risk-goods' },
            }),
          ];
        }),
      );
    });
    return { findings, gaps: [] };
  },
};
