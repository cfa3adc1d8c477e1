/**
 * Speaks against: the maker is named, at a whole address elsewhere, and all that it declares
 * agrees. Somebody who can be found can be asked.
 */
import { nothingFound, type Finder, type RawFinding } from './finder.ts';
import { plainFinding } from './finding.ts';
import { rememberParty } from './remember.ts';
import { enumerate, writeParty } from './words.ts';

export const againstMakerElsewhere: Finder = {
  name: 'against.maker-elsewhere',
  find(context) {
    const { shipment, facts, rulebook } = context;
    const factor = rulebook.definition.factors['against.maker-elsewhere'];
    const [firstMakers] = facts.makers;
    // Mostly all goods have one maker, and it is quickly told whether that one is known.
    if (firstMakers === undefined || firstMakers.length === 0) return nothingFound;
    const makers = facts.makers.every((each) => each === firstMakers)
      ? firstMakers
      : [...new Set(facts.makers.flat())];
    const kinds = makers.map((maker) => facts.parties[maker]?.identified ?? null);
    const [maker] = makers;
    const party = maker === undefined ? undefined : shipment.parties[maker];
    // Every maker must be known: one of two says nothing of the other's goods.
    const allKnown = !kinds.includes(null) && facts.makers.every((each) => each.length > 0);
    if (maker === undefined || party === undefined || !allKnown) return nothingFound;
    const kind = kinds.includes('addressed') ? 'addressed' : 'registered';
    const where = (): string =>
      enumerate(facts.parties[maker]?.provinces.named.map(({ name }) => name) ?? []);
    const find = (): RawFinding[] => {
      const place = where();
      return [
        plainFinding({
          factor: 'against.maker-elsewhere',
          group: factor.group,
          summary:
            `Speaks against: the ${writeParty(party)} is named at a whole address` +
            `${place === '' ? '' : ` in ${place}`}, and its ${kind === 'registered' ? 'registration code, ' : ''}postcode and telephone agree as far as given.`,
          path: `data.parties[${maker}].address`,
          matched: party.address?.lines[0] ?? '',
          weight: factor[kind],
          because: [
            kind === 'registered' ? 'registered elsewhere' : 'addressed elsewhere',
            'a maker that can be found can be asked',
          ],
          claim: { kind: 'counter' },
        }),
      ];
    };
    // With several makers what is said of the first hangs on the others too.
    return {
      findings:
        makers.length === 1
          ? rememberParty(context, maker, 'against.maker-elsewhere', find)
          : find(),
      gaps: [],
    };
  },
};
