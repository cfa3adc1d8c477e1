/**
 * Takes a Hanzi name apart from both ends: form and trade from the right, place from the left.
 *
 * What is left between is the brand. Single characters that are also common in brands (金, 铝, 厂)
 * count only at the right end and only while a brand of two characters is left.
 */
import { numberOfHanzi } from '../text/hanzi.ts';
import { lexicon, type LexiconEntry } from './lexicon.ts';
import { brandPart, type NamePart, partOf } from './parsed.ts';

const numbered =
  /第?([零〇一二两三四五六七八九十百]+|\d+)(师|团|连|厂|监狱|研究所|号|分公司|分厂|院|矿|中学|棉)/u;

const longestSuffix = (text: string, shortest: number): [string, LexiconEntry] | undefined => {
  const { hanzi, longestHanzi } = lexicon();
  for (let size = Math.min(longestHanzi, text.length); size >= shortest; size--) {
    const tail = text.slice(text.length - size);
    const entry = hanzi.get(tail);
    if (entry !== undefined) return [tail, entry];
  }
  return undefined;
};

const longestPrefixPlace = (text: string): [string, LexiconEntry] | undefined => {
  const { hanzi, longestHanzi } = lexicon();
  for (let size = Math.min(longestHanzi, text.length); size >= 2; size--) {
    const head = text.slice(0, size);
    const entry = hanzi.get(head);
    if (entry !== undefined && (entry.wordClass === 'place' || entry.wordClass === 'loose')) {
      return [head, entry];
    }
  }
  return undefined;
};

const divisionEnd = /^(自治区|自治州|自治县|地区|省|市|县|区|州|镇|乡)/u;

/**
 * '东泰新' before '材料科技' is 东泰 before 新材料 and 科技: a longer table word over the seam, if what is
 * behind it can be cut as well and enough of a brand stays.
 */
const recutSeam = (
  brand: string,
  tail: string,
  shortest: number,
): { brand: string; parts: readonly NamePart[] } | undefined => {
  const { hanzi, longestHanzi } = lexicon();
  for (let own = 1; own <= 2 && brand.length - own >= shortest; own++) {
    const text = brand.slice(brand.length - own) + tail;
    for (let size = Math.min(longestHanzi, text.length); size > own + 1; size--) {
      const entry = hanzi.get(text.slice(0, size));
      if (entry === undefined || size < 3) continue;
      if (entry.wordClass !== 'industry' && entry.wordClass !== 'business') continue;
      const rest = size === text.length ? [] : cutHanzi(text.slice(size));
      if (rest.some(({ partClass }) => partClass === 'brand' || partClass === 'place')) continue;
      return {
        brand: brand.slice(0, brand.length - own),
        parts: [partOf(text.slice(0, size), entry), ...rest],
      };
    }
  }
  return undefined;
};

/**
 * The parts of a run of Hanzi, places and brand first. A brand keeps at least so many characters
 * where a longer trade would leave it fewer: '中新' before 材料 may as well be 中 before 新材料.
 */
export const cutHanzi = (word: string, shortestBrand = 2): NamePart[] => {
  const parts: NamePart[] = [];
  const tail: NamePart[] = [];
  let text = word;
  const take = (entry: LexiconEntry, piece: string, into: NamePart[]): void => {
    into.push(partOf(piece, entry));
  };
  for (;;) {
    const number = numbered.exec(text);
    const digits = number?.[1] ?? '';
    const value = /\d/.test(digits) ? Number(digits) : numberOfHanzi(digits);
    if (number === null || value === undefined) break;
    parts.push({
      text: `第${digits}`,
      partClass: 'number',
      label: String(value),
      ids: [],
      how: 'exact',
    });
    const unit = number[2] ?? '';
    const body = lexicon().hanzi.get(unit);
    if (body?.wordClass === 'body') take(body, unit, tail);
    text = text.slice(0, number.index) + text.slice(number.index + number[0].length);
  }
  // From the left: places with their division words.
  for (;;) {
    const found = longestPrefixPlace(text);
    if (found === undefined) break;
    const [piece, entry] = found;
    const rest = text.slice(piece.length);
    const end = divisionEnd.exec(rest)?.[0] ?? '';
    // '西安' may begin '西安达': keep a place only if something is left or it is all there is.
    take(entry, piece + end, parts);
    text = rest.slice(end.length);
  }
  // From the right: form, trade and body words.
  for (;;) {
    let found = longestSuffix(text, 1);
    if (found === undefined) break;
    if (text.length - found[0].length < 2 && text.length > found[0].length) {
      // Leaves one character: prefer a shorter word that leaves two.
      let shorter: [string, LexiconEntry] | undefined;
      for (let size = found[0].length - 1; size >= 2; size--) {
        const piece = text.slice(text.length - size);
        const entry = lexicon().hanzi.get(piece);
        if (entry !== undefined && text.length - size >= 2) shorter = [piece, entry];
      }
      if (shorter !== undefined) found = shorter;
      else if (found[0].length === 1) break;
    } else if (found[0].length === 1 && text.length <= 2 && tail.length > 0) {
      break;
    }
    take(found[1], found[0], tail);
    text = text.slice(0, text.length - found[0].length);
  }
  const seam = recutSeam(
    text,
    tail
      .map((part) => part.text)
      .toReversed()
      .join(''),
    shortestBrand,
  );
  if (seam !== undefined) {
    text = seam.brand;
    tail.splice(0, tail.length, ...seam.parts.toReversed());
  }
  // A trade or place word within a long remainder: '天山毛纺织x' keeps only what stands before it.
  const { hanzi } = lexicon();
  for (let at = 2; at + 1 < text.length && text.length >= 4; at++) {
    let taken = '';
    for (let size = Math.min(8, text.length - at); size >= 2; size--) {
      const entry = hanzi.get(text.slice(at, at + size));
      if (entry !== undefined && entry.wordClass !== 'loose') {
        taken = text.slice(at, at + size);
        take(entry, taken, tail);
        break;
      }
    }
    if (taken !== '') {
      text = text.slice(0, at) + text.slice(at + taken.length);
      at--;
    }
  }
  if (text !== '') parts.push(brandPart(text));
  return [...parts, ...tail.toReversed()];
};
