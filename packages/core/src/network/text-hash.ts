/**
 * Two 32-bit hashes of a text, for fingerprints that add up link by link whatever the order. Not
 * against forgers: whoever can change the network needs no collision.
 */
import { grownInt32 } from './grow.ts';

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

/** Hashes of texts by number, side by side. */
export class HashPairs {
  #known = 0;
  a = new Int32Array(64);
  b = new Int32Array(64);

  /** Texts are numbered as they come: one below those learnt is known already. */
  learn(number: number, text: string): void {
    if (number < this.#known) return;
    const { a, b } = hashPair(text);
    if (number >= this.a.length) {
      this.a = grownInt32(this.a, number + 1);
      this.b = grownInt32(this.b, number + 1);
    }
    this.a[number] = a;
    this.b[number] = b;
    this.#known = number + 1;
  }
}

/** Hashes of one thing's parts, taken up one after another. */
export class Fingerprint {
  a = 0;
  b = 1;

  text(hash: HashPair): void {
    this.a = mix(this.a, hash.a);
    this.b = mix(this.b, hash.b);
  }

  /** Of a numbered text; of none where the number is below 0. */
  of(hashes: HashPairs, number: number): void {
    this.a = mix(this.a, hashes.a[number] ?? 0);
    this.b = mix(this.b, hashes.b[number] ?? 0);
  }

  number(value: number): void {
    this.a = mix(this.a, value);
    this.b = mix(this.b, value + 1);
  }
}
