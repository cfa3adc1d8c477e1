/**
 * Chance that can be repeated: the same seed gives the same sample, byte for byte, on any machine.
 * The generator is mulberry32; nothing secret rests on it.
 */

export interface Random {
  /** 0 up to but not 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<Value>(from: readonly Value[]): Value;
  chance(probability: number): boolean;
  /** That many decimal digits, the first not zero. */
  digits(count: number): string;
  letters(count: number): string;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  const repeat = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join('');
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    digits: (count) => repeat(count, (index) => String(between(index === 0 ? 1 : 0, 9))),
    letters: (count) => repeat(count, () => String.fromCharCode(between(65, 90))),
    pick<Value>(from: readonly Value[]): Value {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}

/** A seed from a text: the same firm gets the same numbers in every shipment (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
