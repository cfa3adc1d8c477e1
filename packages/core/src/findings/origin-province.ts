/**
 * What the three province contradictions share: a code of a party that belongs to another province
 * than every one its address names.
 */
import type { ProvinceSign } from '../facts/province-signs.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { FactorName } from '../rulebook/definition.ts';
import type { FindContext, RawFinding } from './finder.ts';
import { plainFinding } from './finding.ts';
import { enumerate, isSupplier, writeParty } from './words.ts';

export type ProvinceFactor = Extract<
  FactorName,
  'origin.uscc-province' | 'origin.postcode-province' | 'origin.phone-province'
>;

export function findProvinceContradictions(
  context: FindContext,
  factor: ProvinceFactor,
  kind: ProvinceSign['kind'],
  what: string,
): RawFinding[] {
  const { rulebook } = context;
  const { group, weight } = rulebook.definition.factors[factor];
  return context.facts.speaking.flatMap(({ party, facts, index }) => {
    const { named, namedBy, contradictions } = facts.provinces;
    const sign = contradictions.find((each) => each.kind === kind);
    if (sign === undefined || namedBy === null || !isSupplier(party)) return [];
    const places = enumerate(named.map(({ name }) => name));
    return [
      plainFinding({
        factor,
        group,
        summary: `The ${what} of the ${writeParty(party)}, ${sign.matched}, belongs to ${sign.division.name}, but its address is in ${places}.`,
        path: `data.parties[${index}].${sign.path}`,
        matched: sign.matched,
        weight,
        because: [
          `${what} against address`,
          `the address says "${namedBy.matched}" at data.parties[${index}].${namedBy.path}`,
        ],
        citation: cite(rulebook.china.data, sign.division.name, null),
        claim: { kind: 'oddity' },
      }),
    ];
  });
}
