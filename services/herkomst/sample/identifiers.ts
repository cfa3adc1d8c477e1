/** Numbers of the right shape, with the check digits their standards ask for. */
import type { Random } from './random.ts';

/** ISO 6346: letters count from 10 with the multiples of 11 left out. */
function containerValue(character: string): number {
  if (/\d/.test(character)) return Number(character);
  const place = character.charCodeAt(0) - 65;
  return 10 + place + Math.floor((place + 9) / 10);
}

function iso6346Check(text: string): string {
  const sum = [...text].reduce(
    (total, character, index) => total + containerValue(character) * 2 ** index,
    0,
  );
  return String((sum % 11) % 10);
}

/** A container of an owner such as 'MSCU'. */
export function containerNumber(random: Random, owner: string): string {
  const stem = owner + random.digits(6);
  return stem + iso6346Check(stem);
}

/** Movement reference number: year, country, 12 characters, kind of procedure, check digit. */
export function movementReference(random: Random, country: string, procedure: string): string {
  const stem = `26${country}${random.letters(3)}${random.digits(9)}${procedure}`;
  return stem + iso6346Check(stem);
}

/** Seven digits whose last is the weighted sum of the others; of a range not given out. */
export function imoNumber(serial: number): string {
  const stem = String(999_000 + (serial % 1000));
  const sum = [...stem].reduce((total, digit, index) => total + Number(digit) * (7 - index), 0);
  return stem + String(sum % 10);
}

const usccCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Unified social credit code of GB 32100: '91', division, organisation code, check character. */
export function socialCreditCode(random: Random, division: string): string {
  const organisation = `MA${random.digits(1)}${random.letters(1).replace(/[IOSVZ]/, 'K')}${random.digits(4)}`;
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const sum = [...organisation].reduce(
    (total, character, index) => total + alphabet.indexOf(character) * (orgWeights[index] ?? 0),
    0,
  );
  const remainder = (11 - (sum % 11)) % 11;
  const stem = `91${division}${organisation}${remainder === 10 ? 'X' : remainder}`;
  const total = [...stem].reduce(
    (running, character, index) => running + usccCharacters.indexOf(character) * (3 ** index % 31),
    0,
  );
  return stem + (usccCharacters[(31 - (total % 31)) % 31] ?? '0');
}

/** The economic operator's number, of a range we take for examples. */
export function eori(random: Random, country: string): string {
  const digits = { NL: 9, DE: 15, BE: 10 }[country] ?? 9;
  return `${country}${country === 'BE' ? '0' : '9'}${random.digits(digits - 1)}`;
}

/**
 * The manufacturer code that US Customs asks for: country, three letters of the first two words of
 * the name, the largest number of the address, three letters of the city. Source: 19 CFR 102.23.
 */
export function manufacturerId(party: {
  readonly name: string;
  readonly country: string;
  readonly line: string;
  readonly city: string;
}): string {
  const letters = (text: string): string => text.toUpperCase().replace(/[^A-Z ]/g, '');
  const words = letters(party.name).split(' ').filter(Boolean).slice(0, 2);
  const numbers = (party.line.match(/\d+/g) ?? []).toSorted((a, b) => Number(b) - Number(a));
  const name = words.map((word) => word.slice(0, 3)).join('');
  const city = letters(party.city).replaceAll(' ', '').slice(0, 3);
  return party.country + name + (numbers[0] ?? '').slice(0, 4) + city;
}
