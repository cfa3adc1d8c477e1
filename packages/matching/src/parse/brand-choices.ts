/**
 * Which part of a name without a brand may be the brand after all.
 *
 * Towns and brands are made of the same syllables: 'Xinyuan Logistics (Chongqing)' is a firm called
 * Xinyuan, 'Nanjing Xinyi' one called Xinyi. The likeliest choice comes first; the name is filed and
 * looked for under the others as well.
 */
import { isPinyin } from '../text/syllables.ts';
import type { NamePart } from './parsed.ts';
import { corps, liesIn, places, unknownPlace } from './places.ts';

const isUnder = (part: NamePart, other: NamePart): boolean =>
  part.ids.some((id) => other.ids.some((near) => liesIn(id, near) || liesIn(near, id)));

const isTown = (part: NamePart): boolean =>
  part.ids.every((id) => {
    const level = id < unknownPlace ? places[id]?.level : 'county';
    return level === 'city' || level === 'county';
  });

const mostChoices = 2;

/**
 * Positions of parts that may be the brand, likeliest first; `certain` where one of them must be,
 * because the places would contradict each other.
 */
export const brandChoices = (
  parts: readonly NamePart[],
  isAside: (part: NamePart) => boolean,
): { choices: number[]; certain: boolean } => {
  if (parts.some(({ partClass }) => partClass === 'brand')) return { choices: [], certain: false };
  const slipped = parts.findIndex(({ how, partClass }) => how === 'typo' && partClass !== 'legal');
  if (slipped >= 0) return { choices: [slipped], certain: true };
  const named = parts.filter(({ partClass }) => partClass === 'place');
  if (named.some(({ ids }) => ids.includes(corps))) return { choices: [], certain: false };
  // A bare place is a place.
  if (named.length === parts.length) return { choices: [], certain: false };
  const towns = named.filter(
    (part) =>
      isTown(part) &&
      (isPinyin(part.text.replaceAll(' ', '')) || /\p{Script=Han}/u.test(part.text)),
  );
  const apart =
    named.length === 2 &&
    named[0] !== undefined &&
    named[1] !== undefined &&
    !isUnder(named[0], named[1]);
  // Behind the place stands the brand, unless the place is the bracket behind it.
  const ordered = towns.toSorted((a, b) => {
    const aside = Number(isAside(a)) - Number(isAside(b));
    return aside === 0 ? parts.indexOf(b) - parts.indexOf(a) : aside;
  });
  const next =
    apart && named[0] !== undefined && named[1] !== undefined
      ? parts.indexOf(named[1]) === parts.indexOf(named[0]) + 1 || isAside(named[1])
      : false;
  return {
    choices: ordered.slice(0, mostChoices).map((part) => parts.indexOf(part)),
    certain: next && ordered.length > 0,
  };
};
