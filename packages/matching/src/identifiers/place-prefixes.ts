/** The three letters by which a manufacturer ID names a town, for every spelling of a place. */
import { placeSpellings } from '../parse/places.ts';

let byPlace: Map<number, Set<string>> | undefined;

export const placePrefixes = (ids: readonly number[]): ReadonlySet<string> => {
  if (byPlace === undefined) {
    byPlace = new Map();
    for (const { spelling, place } of placeSpellings) {
      const letters = spelling.toUpperCase().replaceAll(/[^A-Z]/g, '');
      if (letters.length < 3) continue;
      const known = byPlace.get(place) ?? new Set();
      known.add(letters.slice(0, 3));
      byPlace.set(place, known);
    }
  }
  const prefixes = new Set<string>();
  for (const id of ids) for (const prefix of byPlace.get(id) ?? []) prefixes.add(prefix);
  return prefixes;
};
