/**
 * A manufacturer identification code is built from the maker's country, name, street number and
 * city (19 CFR part 102, appendix). Where it does not fit the maker declared, one of them is not
 * the maker.
 */
import type { ShipmentParty } from '../shipment/schema.ts';
import { wordsOf } from '../text/words.ts';
import type { FindContext, Finder, RawFinding } from './finder.ts';
import { plainFinding } from './finding.ts';
import { isSupplier, writeParty } from './words.ts';

export const originMidMismatch: Finder = {
  name: 'origin.mid-mismatch',
  find(context) {
    const findings = context.shipment.parties.flatMap((party, index) =>
      isSupplier(party) ? findIn(context, party, index) : [],
    );
    return { findings, gaps: [] };
  },
};

function findIn(
  { facts, rulebook }: FindContext,
  party: ShipmentParty,
  index: number,
): RawFinding[] {
  const at = party.identifiers.findIndex(({ scheme }) => scheme === 'MID');
  const mid = party.identifiers[at]?.value.toUpperCase().replaceAll(/[^0-9A-Z]/g, '') ?? '';
  if (mid.length < 7) return [];
  const factor = rulebook.definition.factors['origin.mid-mismatch'];
  const matched = party.identifiers[at]?.value ?? '';
  const path = `data.parties[${index}].identifiers[${at}].value`;
  const common = {
    factor: 'origin.mid-mismatch',
    group: factor.group,
    path,
    matched,
    claim: { kind: 'oddity' },
  } as const;
  const country = facts.parties[index]?.country ?? null;
  const midCountry = countryIn(mid);
  if (country?.declared === true && midCountry !== country.code) {
    return [
      plainFinding({
        ...common,
        summary: `The MID of the ${writeParty(party)}, ${matched}, is of a maker in ${midCountry}, but its address is in ${country.code}.`,
        weight: factor.country,
        because: ['country in the MID', `the address gives ${country.code}`],
      }),
    ];
  }
  const city = cityLetters(party.address?.city);
  if (city === null || mid.endsWith(city)) return [];
  return [
    plainFinding({
      ...common,
      summary: `The MID of the ${writeParty(party)}, ${matched}, ends in ${mid.slice(-3)}, but its city is ${party.address?.city ?? ''}, which would be ${city}.`,
      weight: factor.city,
      because: ['city in the MID', `the address gives ${party.address?.city ?? ''}`],
    }),
  ];
}

/** Canadian codes begin with the province (XO for Ontario); all others with the country. */
function countryIn(mid: string): string {
  return mid.startsWith('X') ? 'CA' : mid.slice(0, 2);
}

function cityLetters(city: string | undefined): string | null {
  const letters = wordsOf(city ?? '')
    .map((word) => word.text)
    .join('')
    .toUpperCase()
    .slice(0, 3);
  return /^[A-Z]{3}$/.test(letters) ? letters : null;
}
