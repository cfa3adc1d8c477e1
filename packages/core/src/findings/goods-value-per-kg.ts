/**
 * The goods cost what no such good costs: wigs of human hair at three dollars a kilogram are not of
 * human hair, or their value is not what was paid.
 */
import { round4 } from '../assessment/log-odds.ts';
import type { Commodity } from '../goods/commodities.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { writeGoods } from './words.ts';

/** A sample of some grams has no price per kilogram to speak of. */
const leastMassKg = 5;

export const goodsValuePerKg: Finder = {
  name: 'goods.value-per-kg',
  find({ shipment, facts, rulebook: { definition, commodities } }) {
    const { group, weight } = definition.factors['goods.value-per-kg'];
    const findings = shipment.items.flatMap((item, index) => {
      const { value, grossMassKg } = item;
      if (value === undefined || grossMassKg === undefined || grossMassKg < leastMassKg) return [];
      const usd = commodities.toUsd(value.amount, value.currency);
      const commodity = priced(facts.items[index]?.byCode ?? []);
      if (usd === null || usd === 0 || commodity?.usdPerKg === undefined) return [];
      const perKg = usd / grossMassKg;
      const { least, most } = commodity.usdPerKg;
      if (perKg >= least && perKg <= most) return [];
      const shown = perKg < 10 ? round4(perKg).toFixed(2) : Math.round(perKg).toString();
      const bound = perKg < least ? `at least ${least}` : `at most ${most}`;
      return [
        plainFinding({
          factor: 'goods.value-per-kg',
          group,
          summary: `${writeGoods(item)} is worth about ${shown} US dollars a kilogram (${value.amount} ${value.currency} for ${grossMassKg} kg); ${commodity.title.en.toLowerCase()} costs ${bound}.`,
          path: `data.items[${index}].value.amount`,
          matched: `${value.amount} ${value.currency}`,
          weight,
          because: [
            perKg < least ? 'too cheap' : 'too dear',
            `${commodity.title.en} costs ${least} to ${most} US dollars a kilogram`,
          ],
          citation: cite(commodities.table, commodity.title.en, null),
          claim: { kind: 'oddity' },
        }),
      ];
    });
    return { findings, gaps: [] };
  },
};

/** The finest commodity of the code that has a price. */
function priced(byCode: readonly Commodity[]): Commodity | undefined {
  return byCode.find(({ usdPerKg }) => usdPerKg !== undefined);
}
