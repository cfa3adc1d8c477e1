/**
 * The goods belong to a sector that enforcement gives priority. This is a prior, not an accusation:
 * most wigs from China come from Xuchang, and most T-shirts hold honest cotton.
 */
import type { Gap } from '../assessment/assessment.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { Finder, RawFinding } from './finder.ts';
import { plainFinding } from './finding.ts';
import { rememberItem } from './remember.ts';
import { enumerate, writeDate, writeGoods } from './words.ts';

export const goodsPrioritySector: Finder = {
  name: 'goods.priority-sector',
  find(context) {
    const { shipment, facts, rulebook, date } = context;
    const factor = rulebook.definition.factors['goods.priority-sector'];
    const findings: RawFinding[] = [];
    const gaps: Gap[] = [];
    shipment.items.forEach((item, index) => {
      const known = facts.items[index];
      if (known === undefined) return;
      const origin = facts.origins[index] ?? null;
      const goods = known.sectorGoods.filter(({ sector }) => sector.designatedAt <= date);
      findings.push(
        ...rememberItem(context, index, 'goods.priority-sector', () =>
          goods.flatMap(({ sector, line }) => {
            if (origin === null) return [];
            const named = sector.originScope.includes(origin.country);
            if (!named && !sector.originScope.includes('*')) return [];
            return [
              plainFinding({
                factor: 'goods.priority-sector',
                group: factor.group,
                summary:
                  `${writeGoods(item)}, of origin ${origin.country}, is in the watched sector ${sector.title}, ` +
                  `named by ${sector.authority} on ${writeDate(sector.designatedAt)}` +
                  `${named ? '' : '; its input may come from elsewhere'}.`,
                path: `data.items[${index}].commodityCode`,
                matched: item.commodityCode,
                weight: named ? factor.inScope : factor.asInput,
                because: [
                  named ? 'origin in scope' : 'input from elsewhere',
                  `origin ${origin.country} (${origin.path}); ${line.commodity}, ${line.basis} by ${sector.authority}`,
                ],
                citation: cite(
                  rulebook.sectorsHeader,
                  sector.title,
                  sector.designatedAt,
                  sector.url,
                ),
                claim: { kind: 'risk-goods' },
              }),
            ];
          }),
        ),
      );
      if (goods.length > 0) return;
      const hidden = known.hiddenSectors
        .map(({ sector }) => sector)
        .filter(
          ({ designatedAt, originScope }) =>
            designatedAt <= date && (origin === null || originScope.includes(origin.country)),
        );
      if (hidden.length > 0) {
        gaps.push({
          factor: 'goods.priority-sector',
          path: `data.items[${index}].commodityCode`,
          reason: `the code of ${writeGoods(item)} is too short to tell whether it is in the sector ${enumerate(hidden.map(({ title }) => title))}`,
        });
      }
    });
    return { findings, gaps };
  },
};
