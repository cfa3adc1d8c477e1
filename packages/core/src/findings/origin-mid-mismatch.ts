/** A supplier's MID does not fit the supplier: see facts/mid.ts. */
import { nothingFound, type Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { isSupplier, writeParty } from './words.ts';

export const originMidMismatch: Finder = {
  name: 'origin.mid-mismatch',
  find(context) {
    if (context.facts.speaking.length === 0) return nothingFound;
    const factor = context.rulebook.definition.factors['origin.mid-mismatch'];
    const findings = context.facts.speaking.flatMap(({ party, facts, index }) => {
      const mismatch = facts.midMismatch;
      if (mismatch === null || !isSupplier(party)) return [];
      const { kind, mid, says, expected } = mismatch;
      return [
        plainFinding({
          factor: 'origin.mid-mismatch',
          group: factor.group,
          summary:
            kind === 'country'
              ? `The MID of the ${writeParty(party)}, ${mid}, is of a maker in ${says}, but its address is in ${expected}.`
              : `The MID of the ${writeParty(party)}, ${mid}, ends in ${says}, but its city is ${party.address?.city ?? ''}, which would be ${expected}.`,
          path: `data.parties[${index}].${mismatch.path}`,
          matched: mid,
          weight: factor[kind],
          because: [`${kind} in the MID`, `the address would make it ${expected}`],
          claim: { kind: 'oddity' },
        }),
      ];
    });
    return { findings, gaps: [] };
  },
};
