/**
 * Speaks against: the maker is named, at a whole address elsewhere, and all that it declares
 * agrees. Somebody who can be found can be asked.
 */
import type { PartyFacts } from '../facts/party-facts.ts';
import type { ShipmentParty } from '../shipment/schema.ts';
import type { Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { enumerate, writeParty } from './words.ts';

export const againstMakerElsewhere: Finder = {
  name: 'against.maker-elsewhere',
  find({ shipment, facts, rulebook }) {
    const factor = rulebook.definition.factors['against.maker-elsewhere'];
    const makers = shipment.parties
      .map((party, index) => ({ party, index, known: facts.parties[index] }))
      .filter(({ party }) => party.role === 'manufacturer');
    const kinds = makers.map(({ party, known }) => identified(party, known));
    const [maker] = makers;
    // Every maker must be known: one of two says nothing of the other's goods.
    if (maker === undefined || kinds.includes(null)) return { findings: [], gaps: [] };
    const kind = kinds.includes('addressed') ? 'addressed' : 'registered';
    const where = enumerate(maker.known?.provinces.named.map(({ name }) => name) ?? []);
    return {
      findings: [
        plainFinding({
          factor: 'against.maker-elsewhere',
          group: factor.group,
          summary:
            `Speaks against: the ${writeParty(maker.party)} is named at a whole address` +
            `${where === '' ? '' : ` in ${where}`}, and its ${kind === 'registered' ? 'registration code, ' : ''}postcode and telephone agree as far as given.`,
          path: `data.parties[${maker.index}].address`,
          matched: maker.party.address?.lines[0] ?? '',
          weight: factor[kind],
          because: [
            kind === 'registered' ? 'registered elsewhere' : 'addressed elsewhere',
            'a maker that can be found can be asked',
          ],
          claim: { kind: 'counter' },
        }),
      ],
      gaps: [],
    };
  },
};

/** How well a maker is identified away from any region of concern; null for not at all. */
function identified(
  party: ShipmentParty,
  known: PartyFacts | undefined,
): 'registered' | 'addressed' | null {
  if (known === undefined || known.nameless || known.country === null) return null;
  const { address } = party;
  const whole =
    address !== undefined &&
    address.country !== undefined &&
    address.lines.length > 0 &&
    (address.city !== undefined || address.region !== undefined);
  const { xinjiang, identities, stateLabour, candidates, provinces } = known;
  const suspect =
    xinjiang.mentions.length > 0 ||
    xinjiang.codes.length > 0 ||
    xinjiang.byRegionField ||
    identities.length > 0 ||
    stateLabour.length > 0 ||
    candidates.length > 0;
  if (!whole || suspect) return null;
  if (known.country.code !== 'CN') return 'addressed';
  const agree = provinces.signs.every(({ division }) => provinces.named.includes(division));
  if (provinces.named.length === 0 || !agree) return null;
  if (provinces.uscc === null) return 'addressed';
  return provinces.uscc.reading.kind === 'valid' ? 'registered' : null;
}
