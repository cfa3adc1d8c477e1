/**
 * Identifiers that decide: their normal form, whether their check digits hold, and what they tell.
 *
 * USCC: GB 32100-2015, 18 characters, digits 3 to 8 are the GB/T 2260 division, the last is a check
 * character modulo 31. LEI: ISO 17442, 20 characters, modulo 97. DUNS: nine digits without a check.
 */
import type { Identifier } from '../lookup/match-index.ts';

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccShape = /^[1-9A-HJ-NP-RTUWXY][1-9A-HJ-NP-RTUWXY]\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** True for a USCC whose check character holds. */
export const isValidUscc = (value: string): boolean => {
  if (!usccShape.test(value)) return false;
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at++) {
    sum += usccAlphabet.indexOf(value[at] ?? '') * weight;
    weight = (weight * 3) % 31;
  }
  return usccAlphabet[(31 - (sum % 31)) % 31] === value[17];
};

/** True for an LEI whose check digits hold. */
export const isValidLei = (value: string): boolean => {
  if (!/^[0-9A-Z]{18}\d{2}$/.test(value)) return false;
  let rest = 0;
  for (const char of value) {
    const code = char.charCodeAt(0);
    rest = code >= 65 ? (rest * 100 + code - 55) % 97 : (rest * 10 + code - 48) % 97;
  }
  return rest === 1;
};

const schemeNames: Readonly<Record<string, string>> = {
  USCC: 'USCC',
  USCI: 'USCC',
  UNIFIEDSOCIALCREDITCODE: 'USCC',
  CNUSCC: 'USCC',
  LEI: 'LEI',
  DUNS: 'DUNS',
  DUNSNUMBER: 'DUNS',
  MID: 'MID',
  MANUFACTURERID: 'MID',
  USMID: 'MID',
};

/** One spelling for scheme and value: 'D-U-N-S' '12-345-6789' is 'DUNS' '123456789'. */
export const normalIdentifier = ({ scheme, value }: Identifier): Identifier => {
  const plainScheme = scheme.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return {
    scheme: schemeNames[plainScheme] ?? plainScheme,
    value: value.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, ''),
  };
};

/** Whether a value can be what its scheme says; other schemes are taken at their word. */
export const isPlausible = ({ scheme, value }: Identifier): boolean => {
  switch (scheme) {
    case 'USCC':
      return isValidUscc(value);
    case 'LEI':
      return isValidLei(value);
    case 'DUNS':
      return /^\d{9}$/.test(value) && !/^(\d)\1{8}$/.test(value);
    default:
      return value.length >= 4;
  }
};

/** The two digits of the province in a valid USCC: '65' is Xinjiang. */
export const usccProvince = (value: string): string => value.slice(2, 4);
