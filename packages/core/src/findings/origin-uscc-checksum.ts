/**
 * A supplier's registration code is none: wrong length, letters or check character. Mostly a slip
 * of the hand; sometimes a number made up.
 */
import { nothingFound, type Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { isSupplier, writeParty } from './words.ts';

export const originUsccChecksum: Finder = {
  name: 'origin.uscc-checksum',
  find(context) {
    if (context.facts.speaking.length === 0) return nothingFound;
    const { group, weight } = context.rulebook.definition.factors['origin.uscc-checksum'];
    const findings = context.facts.speaking.flatMap(({ party, facts, index }) => {
      const { uscc } = facts.provinces;
      if (uscc === null || uscc.reading.kind === 'valid' || !isSupplier(party)) return [];
      return [
        plainFinding({
          factor: 'origin.uscc-checksum',
          group,
          summary: `The unified social credit code of the ${writeParty(party)}, ${uscc.value}, can not be right: ${uscc.reading.problem}.`,
          path: `data.parties[${index}].${uscc.path}`,
          matched: uscc.value,
          weight,
          because: ['no valid code', 'by the rule of GB 32100-2015'],
          claim: { kind: 'oddity' },
        }),
      ];
    });
    return { findings, gaps: [] };
  },
};
