/** Sentences about what stands beside the name: country and address. */
import { placeLabel, unknownPlace } from '../parse/places.ts';
import type { Surroundings } from '../score/comparison.ts';
import type { Explained, Telling } from './explain.ts';

export const explainCountry = ({ party, entity, comparison }: Explained): Telling | undefined => {
  if (comparison.country === 'missing') return undefined;
  const same = comparison.country === 'equal';
  return {
    aspect: 'country',
    queried: party.country,
    listed: entity.country,
    relation: same ? 'equal' : 'differs',
    explanation: same
      ? `Both are in ${entity.country}.`
      : `The party is in ${party.country}, the listed entity in ${entity.country}.`,
  };
};

const placesOf = ({ addressPlaces }: Surroundings): string =>
  addressPlaces
    .filter((id) => id < unknownPlace)
    .map(placeLabel)
    .join(', ');

export const explainAddress = ({ party, entity, comparison }: Explained): Telling | undefined => {
  const { address, street } = comparison;
  const compared = ['equal', 'within', 'sibling', 'conflict'].includes(address);
  if (!compared && street === 0) return undefined;
  const shared = party.addressWords.filter((word) => entity.addressWords.includes(word)).join(' ');
  const whose =
    party.addressPlaces.length > 0 ? "The party's address" : "The place in the party's name";
  const far = address === 'conflict' || address === 'sibling';
  return {
    aspect: 'address',
    queried: placesOf(party),
    listed: placesOf(entity),
    relation: far ? 'differs' : 'equal',
    explanation:
      street > 0
        ? `The addresses share the words '${shared}'.`
        : far
          ? `${whose} is elsewhere than the list places the entity.`
          : `${whose} fits where the list places the entity.`,
  };
};
