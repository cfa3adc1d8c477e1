/**
 * Two 32-bit hashes of a text, for fingerprints that add up link by link whatever the order. Not
 * against forgers: whoever can change the network needs no collision.
 */

export interface HashPair {
  readonly a: number;
  readonly b: number;
}

export function hashPair(text: string): HashPair {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 15);
  }
  return { a: mix(a, text.length), b: mix(b, text.length) };
}

/** Stirs a number into a hash. */
export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0xcc9e2d51);
  h ^= h >>> 15;
  h = Math.imul(h, 0x1b873593);
  return h ^ (h >>> 13);
}

/** Hashes of one thing's parts, taken up one after another. */
export class Fingerprint {
  a = 0;
  b = 1;

  text(hash: HashPair | undefined): void {
    this.a = mix(this.a, hash?.a ?? 0);
    this.b = mix(this.b, hash?.b ?? 0);
  }

  number(value: number): void {
    this.a = mix(this.a, value);
    this.b = mix(this.b, value + 1);
  }
}
