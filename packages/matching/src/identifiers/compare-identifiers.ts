/** Compares the identifiers of a party with those of an entity; an equal one decides. */
import type { EntityRecord, Identifier } from '../lookup/match-index.ts';
import { isPlausible, normalIdentifier } from './checksums.ts';
import { readManufacturerId } from './manufacturer-id.ts';
import { placePrefixes } from './place-prefixes.ts';

export interface IdentifierComparison {
  readonly relation: 'none' | 'equal' | 'differs' | 'manufacturer-id';
  readonly scheme: string;
  readonly queried: string;
  readonly listed: string;
  /** Log-odds added. */
  readonly weight: number;
  /** Declared identifiers whose check digits are wrong; they were not used. */
  readonly invalid: readonly Identifier[];
}

const equalWeight = 9;
const differsWeight = -6;
const manufacturerWeight = 2;
const manufacturerNameWeight = 0.8;
/** Each party has one of these at most; of others (VAT, EORI, OSID) it may have several. */
const oneEach = new Set(['USCC', 'LEI']);

export const noIdentifiers: IdentifierComparison = {
  relation: 'none',
  scheme: '',
  queried: '',
  listed: '',
  weight: 0,
  invalid: [],
};

/** Identifiers are in their normal form on both sides. */
export const compareIdentifiers = (
  queried: readonly Identifier[],
  entity: EntityRecord,
  listedNamePart: () => string,
): IdentifierComparison => {
  if (queried.length === 0) return noIdentifiers;
  const invalid = queried.filter((identifier) => !isPlausible(identifier));
  const usable = queried.filter((identifier) => !invalid.includes(identifier));
  let differing: IdentifierComparison | undefined;
  for (const { scheme, value } of usable) {
    if (scheme === 'MID') continue;
    for (const other of entity.identifiers.map(normalIdentifier)) {
      if (other.scheme !== scheme) continue;
      if (other.value === value) {
        return {
          relation: 'equal',
          scheme,
          queried: value,
          listed: value,
          weight: equalWeight,
          invalid,
        };
      }
      if (oneEach.has(scheme) && isPlausible(other)) {
        differing ??= {
          relation: 'differs',
          scheme,
          queried: value,
          listed: other.value,
          weight: differsWeight,
          invalid,
        };
      }
    }
  }
  if (differing !== undefined) return differing;
  for (const { scheme, value } of usable) {
    const mid = scheme === 'MID' ? readManufacturerId(value) : undefined;
    const { country, addressPlaces } = entity.surroundings;
    if (mid === undefined || (country !== '' && mid.country !== country)) continue;
    if (mid.name !== listedNamePart()) continue;
    const inTown = placePrefixes(addressPlaces).has(mid.city);
    return {
      relation: 'manufacturer-id',
      scheme,
      queried: value,
      listed: listedNamePart(),
      weight: inTown ? manufacturerWeight : manufacturerNameWeight,
      invalid,
    };
  }
  return { ...noIdentifiers, invalid };
};
