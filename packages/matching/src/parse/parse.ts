/**
 * Parses a name in any script into place, brand, trade, body, form and numbers.
 */
import { type Word, wordsOf } from '../text/fold.ts';
import { furtherPinyin, hasHanzi, pinyinOf } from '../text/hanzi.ts';
import { furtherReadings } from '../tables/brand-readings.ts';
import { pinyinOfWadeGiles } from '../tables/wade-giles.ts';
import { brandChoices } from './brand-choices.ts';
import { cutHanzi } from './parse-hanzi.ts';
import { brandPart, type NamePart, type ParsedName, type PartClass } from './parsed.ts';
import { corps } from './places.ts';
import { isAtLimit, readWords } from './read-words.ts';

const mostBrandWords = 12;

const idsOf = (parts: readonly NamePart[], partClass: PartClass): number[] => [
  ...new Set(parts.filter((part) => part.partClass === partClass).flatMap(({ ids }) => ids)),
];

/** Brand words, Hanzi as pinyin; a name in two scripts has its brand once. */
const brandWordsOf = (parts: readonly NamePart[]): { words: string[]; hanzi: string } => {
  const latin: string[] = [];
  let hanzi = '';
  for (const { partClass, text } of parts) {
    if (partClass !== 'brand') continue;
    if (hasHanzi(text)) hanzi += text;
    else latin.push(text.replaceAll(' ', ''));
  }
  const pinyin = pinyinOf(hanzi);
  const words = pinyin === '' || latin.join('') === pinyin ? latin : [...latin, pinyin];
  return { words: words.slice(0, mostBrandWords), hanzi };
};

const plainOf = (parts: readonly NamePart[]): string => {
  let plain = '';
  for (const { partClass, text } of parts) {
    if (partClass === 'legal') continue;
    plain += hasHanzi(text) ? pinyinOf(text) : text.replaceAll(' ', '');
  }
  return plain;
};

const wholeOf = (parts: readonly NamePart[]): string =>
  parts
    .filter(({ partClass }) => partClass !== 'legal')
    .map(({ text }) => text.replaceAll(' ', ''))
    .join('');

const finish = (parts: readonly NamePart[], length: number): ParsedName => {
  const places = idsOf(parts, 'place');
  const legal = idsOf(parts, 'legal');
  const { words: brand, hanzi } = brandWordsOf(parts);
  // The Corps is a listed body as well as a place: where nothing else is named, it is the brand.
  if (brand.length === 0 && places.includes(corps)) brand.push('xpcc');
  const core = brand.join('');
  return {
    parts,
    places,
    industries: idsOf(parts, 'industry'),
    business: idsOf(parts, 'business'),
    bodies: idsOf(parts, 'body'),
    loose: idsOf(parts, 'loose'),
    legal,
    numbers: [
      ...new Set(parts.filter((part) => part.partClass === 'number').map(({ label }) => label)),
    ],
    brand,
    core,
    readings: [
      ...new Set([
        ...furtherReadings(core, hanzi),
        ...(hanzi === '' ? pinyinOfWadeGiles(brand) : furtherPinyin(hanzi)),
      ]),
    ].filter((reading) => reading !== core),
    hanzi,
    cut: parts.some(({ how }) => how === 'cut') || (legal.length === 0 && isAtLimit(length)),
    plain: plainOf(parts),
    whole: wholeOf(parts),
  };
};

/** A brand of two characters of which the second may belong to the trade. */
const recutHanzi = (words: readonly Word[], parts: readonly NamePart[]): NamePart[] | undefined => {
  const [word] = words;
  if (word === undefined || words.length > 1 || !word.hanzi) return undefined;
  if (!parts.some(({ partClass, text }) => partClass === 'brand' && text.length === 2)) {
    return undefined;
  }
  const recut = cutHanzi(word.text, 1);
  return recut.length === parts.length && recut.every((part, at) => part.text === parts[at]?.text)
    ? undefined
    : recut;
};

/**
 * Every way to read a name, the likeliest first: more than one where a town may be the brand. Never
 * throws; a name of no letters gives one empty reading.
 */
export const readingsOf = (name: string): ParsedName[] => {
  const words = wordsOf(name);
  const length = name.trim().length;
  const parts = readWords(words, length);
  const asides = new Set(words.filter((word) => word.bracketed).map((word) => word.text));
  const { choices, certain } = brandChoices(parts, (part) =>
    asides.has(part.text.split(' ')[0] ?? ''),
  );
  const chosen = choices.map((choice) =>
    finish(
      parts.map((part, at) => (at === choice ? brandPart(part.text) : part)),
      length,
    ),
  );
  const recut = recutHanzi(words, parts);
  if (recut !== undefined) chosen.push(finish(recut, length));
  return certain ? chosen : [finish(parts, length), ...chosen];
};

/** The likeliest reading of a name. */
export const parseName = (name: string): ParsedName => readingsOf(name)[0] as ParsedName;
