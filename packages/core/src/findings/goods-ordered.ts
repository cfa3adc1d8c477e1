/**
 * The goods fall under an order on the goods of a whole country or subdivision, such as cotton from
 * Turkmenistan. Orders on a part that no code names (the Marange fields) can not be told from the
 * country of origin alone, and the country is not to be taken for them.
 */
import type { ListedEntity } from '../lists/list.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { Finder, RawFinding } from './finder.ts';
import { originOf } from './origin.ts';
import { listingsInForce, writeDate, writeItem } from './words.ts';

export const goodsOrdered: Finder = {
  name: 'goods.ordered',
  find({ shipment, rulebook, date }) {
    const factor = rulebook.definition.factors['goods.ordered'];
    const findings: RawFinding[] = [];
    shipment.items.forEach((item, index) => {
      const origin = originOf(shipment, item, index);
      if (origin === null) return;
      for (const { entity, list } of rulebook.regionOrders) {
        if (!coversOrigin(entity, origin.country, item.regionOfOrigin)) continue;
        if (!coversCode(entity, item.commodityCode)) continue;
        const inForce = listingsInForce(entity, date).length > 0;
        if (!inForce) continue;
        const since = entity.listings[0]?.effectiveDate ?? null;
        findings.push({
          factor: 'goods.ordered',
          group: factor.group,
          summary:
            `${capitalise(writeItem(item))} of origin ${origin.country} falls under the order ` +
            `"${entity.name}"${since === null ? '' : ` of ${writeDate(since)}`}.`,
          path: `data.items[${index}].commodityCode`,
          matched: item.commodityCode,
          weight: factor.country,
          pieces: [
            {
              label: 'order on a country or region',
              weight: factor.country,
              explanation: `the order bars ${entity.merchandise?.text ?? 'all goods'} of ${origin.country}; origin from ${origin.path}`,
            },
          ],
          citation: cite(list, entity.name, since, entity.url),
          match: null,
          claim: { kind: 'ordered-goods', entity, list: list.list, inForce },
        });
      }
    });
    return { findings, gaps: [] };
  },
};

function coversOrigin(entity: ListedEntity, country: string, subdivision?: string): boolean {
  return entity.identifiers.some(
    ({ scheme, value }) =>
      (scheme === 'ISO3166-1' && value === country) ||
      (scheme === 'ISO3166-2' && value === subdivision),
  );
}

function coversCode(entity: ListedEntity, code: string): boolean {
  const prefixes = entity.merchandise?.hsPrefixes ?? [];
  return prefixes.some((prefix) => code.startsWith(prefix));
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
