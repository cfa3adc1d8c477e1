/**
 * Which part of a name without a brand may be the brand after all.
 *
 * Towns and brands are made of the same syllables: 'Xinyuan Logistics (Chongqing)' is a firm called
 * Xinyuan, 'Nanjing Xinyi' one called Xinyi. The likeliest choice comes first; the name is filed and
 * looked for under the others as well.
 */
import { isPinyin, pinyinSyllables } from '../text/syllables.ts';
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

/** Words read as mistyped table words, which may be brands spelt as meant: 'Fenland' is no Finland. */
const slippedParts = (parts: readonly NamePart[]): number[] =>
  parts.flatMap(({ how, partClass }, at) => (how === 'typo' && partClass !== 'legal' ? [at] : []));

const isHanziPair = (text: string): boolean => /^\p{Script=Han}{2}$/u.test(text);

/**
 * A word that means something else, but stands where the brand does: between place and trade, or
 * first. 'Pudong Le Textile' and 'Baicheng Jinye Knitting' are firms called Le and Jinye, 金业.
 */
const smallBrand = (parts: readonly NamePart[]): number | undefined => {
  const at = parts.findIndex(({ partClass }) => partClass !== 'place');
  const part = parts[at];
  const next = parts[at + 1];
  if (part === undefined || next === undefined) return undefined;
  if (next.partClass !== 'industry' && next.partClass !== 'business') return undefined;
  if (part.partClass === 'loose' || part.partClass === 'division') {
    return pinyinSyllables.has(part.text) || isHanziPair(part.text) ? at : undefined;
  }
  const isBrandLike = isHanziPair(part.text) || isPinyin(part.text.replaceAll(' ', ''));
  return at > 0 && isBrandLike && part.partClass !== 'legal' ? at : undefined;
};

/**
 * Positions of parts that may be the brand, or of it, likeliest first; `certain` where one of them
 * must be, because there is no other or the places would contradict each other.
 */
export const brandChoices = (
  parts: readonly NamePart[],
  isAside: (part: NamePart) => boolean,
): { choices: number[]; certain: boolean } => {
  const slipped = slippedParts(parts).slice(0, mostChoices);
  if (parts.some(({ partClass }) => partClass === 'brand')) {
    return { choices: slipped, certain: false };
  }
  if (slipped.length > 0) return { choices: slipped, certain: slipped.length === 1 };
  const small = smallBrand(parts);
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
  const choices = ordered.map((part) => parts.indexOf(part));
  if (small !== undefined && named.length < 2) {
    const certain = parts[small]?.partClass === 'loose';
    return { choices: certain ? [small] : [small, ...choices].slice(0, mostChoices), certain };
  }
  return { choices: choices.slice(0, mostChoices), certain: next && choices.length > 0 };
};
