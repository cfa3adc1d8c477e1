/**
 * The Department of Labor lists this good from this country as made with forced labour, or with an
 * input that is. Goods listed for child labour only are left out: this product asks of force.
 */
import { cite } from '../rulebook/rulebook.ts';
import type { Finder, RawFinding } from './finder.ts';
import { originOf } from './origin.ts';
import { writeItem } from './words.ts';

export const goodsCountryGood: Finder = {
  name: 'goods.country-good',
  find({ shipment, rulebook }) {
    const factor = rulebook.definition.factors['goods.country-good'];
    const header = rulebook.countryGoodsHeader;
    const findings: RawFinding[] = [];
    shipment.items.forEach((item, index) => {
      const origin = originOf(shipment, item, index);
      if (origin === null) return;
      for (const good of rulebook.countryGoods.covering(item.commodityCode)) {
        if (good.country !== origin.country) continue;
        const direct = good.forcedLabour || good.forcedChildLabour;
        if (!direct && good.derivedFrom === undefined) continue;
        const weight = direct ? factor.forcedLabour : factor.derived;
        findings.push({
          factor: 'goods.country-good',
          group: factor.group,
          summary:
            `${good.good} from ${good.country} (${writeItem(item)}) ` +
            (direct
              ? 'stands on the list of goods made with forced labour.'
              : `stands on the list of goods with an input made with forced labour in ${good.derivedFrom}.`),
          path: `data.items[${index}].commodityCode`,
          matched: item.commodityCode,
          weight,
          pieces: [
            {
              label: direct ? 'listed good' : 'listed input',
              weight,
              explanation: `origin ${origin.country} (${origin.path})`,
            },
          ],
          citation: cite(header, `${good.good}, ${good.country}`, null),
          match: null,
          claim: { kind: 'risk-goods' },
        });
      }
    });
    return { findings, gaps: [] };
  },
};
