/**
 * The code and the words disagree about the material: human hair under the code for synthetic wigs,
 * cotton under the code for man-made fibres. The code that carries no risk is the one on the form.
 */
import type { ItemFacts } from '../facts/item-facts.ts';
import type { Commodity } from '../goods/commodities.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { writeGoods } from './words.ts';

export const goodsMisdescribed: Finder = {
  name: 'goods.misdescribed',
  find({ shipment, facts, rulebook }) {
    const { group, weight } = rulebook.definition.factors['goods.misdescribed'];
    const findings = shipment.items.flatMap((item, index) => {
      const known = facts.items[index];
      const mismatch = known === undefined ? null : mismatchIn(item.commodityCode, known);
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

interface Mismatch {
  readonly commodity: Commodity;
  readonly matched: string;
  readonly deniedBy: string;
}

function mismatchIn(code: string, { named, composition, chiefFibre }: ItemFacts): Mismatch | null {
  for (const { commodity, matched } of named) {
    const { deniedBy } = commodity;
    if (deniedBy?.hsPrefixes.some((prefix) => code.startsWith(prefix)) !== true) continue;
    // A blend belongs under its chief fibre: 35% cotton under a man-made code is right.
    if (commodity.fibre && composition.length > 1 && chiefFibre?.fibre.id !== commodity.id)
      continue;
    if (commodity.fibre && chiefFibre === null) continue;
    const share = commodity.fibre ? chiefFibre?.matched : undefined;
    return { commodity, matched: share ?? matched, deniedBy: deniedBy.words };
  }
  return null;
}
