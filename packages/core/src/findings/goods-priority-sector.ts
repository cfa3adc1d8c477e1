/**
 * The goods belong to a sector that enforcement gives priority. This is a prior, not an accusation:
 * most wigs from China come from Xuchang, and most T-shirts hold honest cotton.
 */
import type { Gap } from '../assessment/assessment.ts';
import { isWithin, type SectorGood, type SectorLine } from '../rulebook/goods.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { ShipmentItem } from '../shipment/schema.ts';
import { normalise } from '../text/normalise.ts';
import type { Finder, RawFinding } from './finder.ts';
import { originOf } from './origin.ts';
import { writeItem } from './words.ts';

export const goodsPrioritySector: Finder = {
  name: 'goods.priority-sector',
  find({ shipment, rulebook, date }) {
    const factor = rulebook.definition.factors['goods.priority-sector'];
    const findings: RawFinding[] = [];
    const gaps: Gap[] = [];
    shipment.items.forEach((item, index) => {
      const path = `data.items[${index}]`;
      const origin = originOf(shipment, item, index);
      const designated = (good: SectorGood): boolean => good.sector.designatedAt <= date;
      const goods = finestOfEachSector(
        rulebook.sectors
          .covering(item.commodityCode)
          .filter(
            (good) =>
              designated(good) &&
              isWithin(good.line, item.commodityCode) &&
              describes(good.line, item),
          ),
      );
      for (const { sector, line } of goods) {
        const named = origin !== null && sector.originScope.includes(origin.country);
        const asInput = !named && sector.originScope.includes('*');
        if (origin === null || (!named && !asInput)) continue;
        const weight = named ? factor.inScope : factor.asInput;
        findings.push({
          factor: 'goods.priority-sector',
          group: factor.group,
          summary:
            `${writeItem(item).replace('item', 'Item')}, HS ${item.commodityCode}, is in the ` +
            `priority sector ${sector.title}` +
            (named ? `, of origin ${origin.country}.` : `; its input may come from elsewhere.`),
          path: `${path}.commodityCode`,
          matched: item.commodityCode,
          weight,
          pieces: [
            {
              label: named ? 'origin in scope' : 'input from elsewhere',
              weight,
              explanation: `origin ${origin.country} (${origin.path}); ${line.commodity}, ${line.basis} by ${sector.authority}`,
            },
          ],
          citation: cite(rulebook.sectorsHeader, sector.title, sector.designatedAt, sector.url),
          match: null,
          claim: { kind: 'risk-goods' },
        });
      }
      if (origin === null && goods.length > 0) {
        gaps.push({
          factor: 'goods.priority-sector',
          path: `${path}.countryOfOrigin`,
          reason: `item ${item.lineNumber} is in the sector ${goods[0]?.sector.title ?? ''}, and neither its origin nor its maker's country is declared`,
        });
      }
      const hidden = rulebook.sectors
        .finerThan(item.commodityCode)
        .filter(designated)
        .map(({ sector }) => sector)
        .filter((sector) => origin === null || sector.originScope.includes(origin.country));
      if (goods.length === 0 && hidden.length > 0) {
        gaps.push({
          factor: 'goods.priority-sector',
          path: `${path}.commodityCode`,
          reason: `HS ${item.commodityCode} is too short to tell whether item ${item.lineNumber} is in the sector ${[...new Set(hidden.map((sector) => sector.title))].join(' or ')}`,
        });
      }
    });
    return { findings, gaps };
  },
};

/** A code may stand under several lines of a sector; the longest prefix says the most. */
function finestOfEachSector(goods: readonly SectorGood[]): readonly SectorGood[] {
  const finest = new Map<string, SectorGood>();
  for (const good of goods) {
    const before = finest.get(good.sector.id);
    if (before === undefined || good.line.hsPrefix.length > before.line.hsPrefix.length) {
      finest.set(good.sector.id, good);
    }
  }
  return [...finest.values()];
}

/** Basket headings hold many goods; there the description must say which. */
function describes({ needsText }: SectorLine, { description }: ShipmentItem): boolean {
  if (needsText.length === 0) return true;
  const text = ` ${normalise(description)} `;
  return needsText.some((word) => text.includes(han.test(word) ? word : ` ${normalise(word)}`));
}

/** Hanzi are written without spaces, so a word may begin anywhere. */
const han = /\p{Script=Han}/u;
