/**
 * Tells whether goods can be made of other goods: taint of cotton passes into apparel, taint of
 * hair does not. Families are numbered from 1; 0 means goods that nobody named or that we can not
 * place, of which anything may be made.
 */
import { normalise } from '../text/normalise.ts';
import { familyTable, type GoodsFamily } from './family-table.ts';

export const anyGoods = 0;

export interface GoodsFamilies {
  /** Families, and one for any goods. */
  readonly count: number;
  /** Family of an HS code by its longest known prefix; 0 for none or where it is too short to tell. */
  familyOf(hs: string): number;
  /** Family of goods in words, the most downstream named; 0 for none. */
  familyOfText(text: string): number;
  /** Whether goods of `to` can hold goods of `from`; true where either is 0. */
  feeds(from: number, to: number): boolean;
  title(family: number): string;
}

const han = /\p{Script=Han}/u;

/** Throws a RangeError where `madeFrom` names a family that is not there. */
export function compileFamilies(families: readonly GoodsFamily[] = familyTable): GoodsFamilies {
  const count = families.length + 1;
  const numbers = new Map(families.map(({ id }, index) => [id, index + 1]));
  const byPrefix = new Map(
    families.flatMap(({ hsPrefixes }, index) =>
      hsPrefixes.map((prefix) => [prefix, index + 1] as const),
    ),
  );
  /** Codes that lie in one family but hide goods of another: '67' holds human hair too. */
  const coarse = new Set(
    families.flatMap(({ hsPrefixes }) =>
      hsPrefixes.flatMap((prefix) =>
        Array.from({ length: prefix.length - 2 }, (_, index) => prefix.slice(0, index + 2)),
      ),
    ),
  );
  const longest = Math.max(...[...byPrefix.keys()].map((prefix) => prefix.length), 0);
  const feeding = closure(families, numbers);
  const texts = new Map<string, number>();

  const feeds = (from: number, to: number): boolean =>
    from === anyGoods || to === anyGoods || feeding[from * count + to] === 1;

  function readText(text: string): number {
    const words = ` ${normalise(text)} `;
    const named = families.flatMap((family, index) =>
      family.words.some((word) => words.includes(han.test(word) ? word : ` ${word} `))
        ? [index + 1]
        : [],
    );
    return named.find((each) => named.every((other) => feeds(other, each))) ?? anyGoods;
  }

  return {
    count,
    familyOf(hs) {
      if (coarse.has(hs)) return anyGoods;
      for (let length = Math.min(longest, hs.length); length >= 2; length -= 1) {
        const family = byPrefix.get(hs.slice(0, length));
        if (family !== undefined) return family;
      }
      return anyGoods;
    },
    familyOfText(text) {
      const known = texts.get(text);
      if (known !== undefined) return known;
      const family = readText(text);
      // Sources word their goods in a few thousand ways; beyond that a cache no longer pays.
      if (texts.size < 10_000) texts.set(text, family);
      return family;
    },
    feeds,
    title: (family) => families[family - 1]?.title ?? 'goods',
  };
}

/** feeding[from * count + to] is 1 where `to` is made of `from`, directly or over others. */
function closure(
  families: readonly GoodsFamily[],
  numbers: ReadonlyMap<string, number>,
): Uint8Array {
  const count = families.length + 1;
  const feeding = new Uint8Array(count * count);
  families.forEach(({ id, madeFrom }, index) => {
    const to = index + 1;
    feeding[to * count + to] = 1;
    for (const input of madeFrom) {
      const from = numbers.get(input);
      if (from === undefined) throw new RangeError(`"${id}" is made from the unknown "${input}"`);
      feeding[from * count + to] = 1;
    }
  });
  for (let via = 1; via < count; via += 1) {
    for (let from = 1; from < count; from += 1) {
      if (feeding[from * count + via] === 0) continue;
      for (let to = 1; to < count; to += 1) {
        if (feeding[via * count + to] === 1) feeding[from * count + to] = 1;
      }
    }
  }
  return feeding;
}
