/**
 * Speaks against: the goods are declared as of a material that no list speaks of, and the code
 * agrees. Polyester wigs hold no human hair.
 */
import { nothingFound, type Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { writeGoods } from './words.ts';

export const againstOtherMaterial: Finder = {
  name: 'against.other-material',
  find({ shipment, facts, rulebook }) {
    const { group, weight } = rulebook.definition.factors['against.other-material'];
    const materials = shipment.items.map(
      (_item, index) => facts.items[index]?.otherMaterial ?? null,
    );
    // One line of polyester does not speak for the cotton on the next.
    if (materials.some((material) => material === null)) return nothingFound;
    const [item] = shipment.items;
    const [material] = materials;
    if (item === undefined || material === undefined || material === null) {
      return nothingFound;
    }
    return {
      findings: [
        plainFinding({
          factor: 'against.other-material',
          group,
          summary: `Speaks against: ${writeGoods(item)}${materials.length > 1 ? ' and all other lines are' : ' is'} declared as of other materials ("${material}"), under codes that agree.`,
          path: 'data.items[0].description',
          matched: material,
          weight,
          because: ['other material', 'no list or sector speaks of it'],
          claim: { kind: 'counter' },
        }),
      ],
      gaps: [],
    };
  },
};
