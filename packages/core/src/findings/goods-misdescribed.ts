/**
 * The code and the words disagree about the material: human hair under the code for synthetic wigs,
 * cotton under the code for man-made fibres. The code that carries no risk is the one on the form.
 */
import { cite } from '../rulebook/rulebook.ts';
import type { Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { writeGoods } from './words.ts';

export const goodsMisdescribed: Finder = {
  name: 'goods.misdescribed',
  find({ shipment, facts, rulebook }) {
    const { group, weight } = rulebook.definition.factors['goods.misdescribed'];
    const findings = shipment.items.flatMap((item, index) => {
      const mismatch = facts.items[index]?.mismatch ?? null;
      if (mismatch === null) return [];
      const { commodity, matched, deniedBy } = mismatch;
      return [
        plainFinding({
          factor: 'goods.misdescribed',
          group,
          summary: `${writeGoods(item)} says "${matched}", but its code is for goods ${deniedBy}.`,
          path: `data.items[${index}].description`,
          matched,
          weight,
          because: [
            'words against code',
            `the words mean ${commodity.title.en.toLowerCase()}; HS ${item.commodityCode} is ${deniedBy}`,
          ],
          citation: cite(rulebook.commodities.table, commodity.title.en, null),
          claim: { kind: 'oddity' },
        }),
      ];
    });
    return { findings, gaps: [] };
  },
};
