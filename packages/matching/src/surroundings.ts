/** Reads what stands beside a name, of a party or of an entity: address lines and country. */
import { isPlausible, normalIdentifier, usccProvince } from './identifiers/checksums.ts';
import type { Identifier } from './lookup/match-index.ts';
import { parseName } from './parse/parse.ts';
import { provinceOfDivision } from './parse/places.ts';
import type { Surroundings } from './score/comparison.ts';

const mostLines = 12;
const mostWords = 24;

/** A town or street word that says nothing of which street. */
const commonAddressWords = new Set([
  'road',
  'street',
  'avenue',
  'building',
  'floor',
  'room',
  'block',
  'unit',
  'plot',
  'lane',
  'no',
  'industrial',
  'area',
  'north',
  'south',
  'east',
  'west',
  'middle',
  'lu',
  'jie',
  'hao',
  'qu',
]);

export const readSurroundings = (
  lines: readonly string[],
  country: string | undefined,
  identifiers: readonly Identifier[],
): Surroundings => {
  const places: number[] = [];
  const words = new Set<string>();
  for (const line of lines.slice(0, mostLines)) {
    const parsed = parseName(line);
    for (const id of parsed.places) if (!places.includes(id)) places.push(id);
    for (const word of parsed.brand) {
      if (word.length > 2 && !commonAddressWords.has(word)) words.add(word);
    }
    for (const number of parsed.numbers) if (number.length > 1) words.add(number);
  }
  for (const identifier of identifiers) {
    const plain = normalIdentifier(identifier);
    if (plain.scheme !== 'USCC' || !isPlausible(plain)) continue;
    const province = provinceOfDivision(usccProvince(plain.value));
    if (province >= 0 && !places.includes(province)) places.push(province);
  }
  return {
    addressPlaces: places,
    addressWords: [...words].slice(0, mostWords),
    country: country?.toUpperCase() ?? '',
  };
};
