/**
 * Speaks against: the declaration says where the input comes from, and that is elsewhere: 'Brazilian
 * cotton'. It can be checked, so it counts a little.
 */
import { nothingFound, type FindContext, type Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { writeGoods } from './words.ts';

export const againstInputsKnown: Finder = {
  name: 'against.inputs-known',
  find(context) {
    const { shipment, rulebook } = context;
    const { group, weight } = rulebook.definition.factors['against.inputs-known'];
    const known = shipment.items.map((_item, index) => knownInput(context, index));
    if (known.includes(null)) return nothingFound;
    const [first] = known;
    const [item] = shipment.items;
    if (first === undefined || first === null || item === undefined) {
      return nothingFound;
    }
    return {
      findings: [
        plainFinding({
          factor: 'against.inputs-known',
          group,
          summary: `Speaks against: ${writeGoods(item)} says where its input comes from ("${first.matched}").`,
          path: first.path,
          matched: first.matched,
          weight,
          because: ['origin of the input', 'the supplier can be asked to prove it'],
          claim: { kind: 'counter' },
        }),
      ],
      gaps: [],
    };
  },
};

interface KnownInput {
  readonly path: string;
  readonly matched: string;
}

function knownInput({ shipment, facts, rulebook }: FindContext, index: number): KnownInput | null {
  const item = shipment.items[index];
  const known = facts.items[index];
  if (item === undefined || known === undefined || known.places.length > 0) return null;
  const origin = known.inputOrigins.find(
    ({ country }) => country !== 'CN' && rulebook.stateLabour.byCountry(country) === null,
  );
  return origin === undefined
    ? null
    : { path: `data.items[${index}].description`, matched: origin.matched };
}
