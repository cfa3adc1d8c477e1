/**
 * The goods fall under an order on the goods of a whole country or subdivision, such as cotton from
 * Turkmenistan. Orders on a part that no code names (the Marange fields) can not be told from the
 * country of origin alone, and the country is not to be taken for them.
 */
import type { Gap } from '../assessment/assessment.ts';
import type { ListedEntity } from '../lists/list.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { Finder, RawFinding } from './finder.ts';
import { plainFinding } from './finding.ts';
import { listingsInForce, writeDate, writeGoods } from './words.ts';

export const goodsOrdered: Finder = {
  name: 'goods.ordered',
  find({ shipment, facts, rulebook, date }) {
    const factor = rulebook.definition.factors['goods.ordered'];
    const findings: RawFinding[] = [];
    const gaps: Gap[] = [];
    shipment.items.forEach((item, index) => {
      const origin = facts.origins[index] ?? null;
      const known = facts.items[index];
      if (origin === null || known === undefined) return;
      const bites = ({ entity }: { readonly entity: ListedEntity }): boolean =>
        coversOrigin(entity, origin.country, item.regionOfOrigin) &&
        listingsInForce(entity, date).length > 0;
      for (const { entity, list } of known.orders.filter(bites)) {
        const since = listingsInForce(entity, date)[0]?.effectiveDate ?? null;
        const what = entity.merchandise?.text ?? 'all goods';
        findings.push(
          plainFinding({
            factor: 'goods.ordered',
            group: factor.group,
            summary:
              `${writeGoods(item)}, of origin ${item.regionOfOrigin ?? origin.country}, falls under the order ` +
              `"${entity.name}"${since === null ? '' : ` of ${writeDate(since)}`} (${what}), on the ${list.title}.`,
            path: `data.items[${index}].commodityCode`,
            matched: item.commodityCode,
            weight: factor.country,
            because: [
              'order on a country or region',
              `the order bars ${what} of ${origin.country}; origin from ${origin.path}`,
            ],
            citation: cite(list, entity.name, since, entity.url),
            claim: { kind: 'ordered-goods', entity, list: list.list, inForce: true },
          }),
        );
      }
      const [hidden] = known.hiddenOrders.filter(bites);
      if (hidden !== undefined) {
        gaps.push({
          factor: 'goods.ordered',
          path: `data.items[${index}].commodityCode`,
          reason: `the code of ${writeGoods(item)} is too short to tell whether it falls under the order "${hidden.entity.name}"`,
        });
      }
    });
    return { findings, gaps };
  },
};

/** By the region's ISO code, so that a part which no code names never stands for its country. */
function coversOrigin(
  { identifiers }: ListedEntity,
  country: string,
  region: string | undefined,
): boolean {
  return identifiers.some(
    ({ scheme, value }) =>
      (scheme === 'ISO3166-1' && value === country) || (scheme === 'ISO3166-2' && value === region),
  );
}
