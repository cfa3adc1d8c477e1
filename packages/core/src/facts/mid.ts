/**
 * Whether a party's manufacturer identification code fits the party. It is built from the maker's
 * country, name, street number and city (19 CFR part 102, appendix); where it does not fit the maker
 * declared, one of them is not the maker.
 */
import type { ShipmentParty } from '../shipment/schema.ts';
import { wordsOf } from '../text/words.ts';
import type { PartyCountry } from './country.ts';

export interface MidMismatch {
  readonly kind: 'country' | 'city';
  /** Path within the party. */
  readonly path: string;
  readonly mid: string;
  /** What the MID says: 'VN' or 'QIN'. */
  readonly says: string;
  /** What the address would make it. */
  readonly expected: string;
}

export function midMismatchOf(
  { address, identifiers }: ShipmentParty,
  country: PartyCountry | null,
): MidMismatch | null {
  const at = identifiers.findIndex(({ scheme }) => scheme === 'MID');
  const mid = identifiers[at]?.value;
  if (mid === undefined) return null;
  const plain = mid.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  // A country, three letters of a name and three of a city are the least.
  if (plain.length < 8) return null;
  const path = `identifiers[${at}].value`;
  const says = countryIn(plain);
  if (country?.declared === true && says !== country.code) {
    return { kind: 'country', path, mid, says, expected: country.code };
  }
  const expected = cityLetters(address?.city);
  return expected === null || plain.endsWith(expected)
    ? null
    : { kind: 'city', path, mid, says: plain.slice(-3), expected };
}

/** Canadian codes begin with the province (XO for Ontario); all others with the country. */
function countryIn(mid: string): string {
  return mid.startsWith('X') ? 'CA' : mid.slice(0, 2);
}

/** Null for a city that does not begin with three Latin letters. */
export function cityLetters(city: string | undefined): string | null {
  const letters = wordsOf(city ?? '')
    .map((word) => word.text)
    .join('')
    .toUpperCase()
    .slice(0, 3);
  return /^[A-Z]{3}$/.test(letters) ? letters : null;
}
