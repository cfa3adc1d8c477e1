/**
 * Remembers the results of a pure function of things that are told apart by their content. They are
 * found again by a number drawn from some of it and then compared: to write their content out as a
 * key would cost more than most of what is asked about them.
 */
import { createMemo } from './memo.ts';

export interface ContentMemo<Key, Value> {
  /** The remembered value of an equal key, else the made one, which is then remembered. */
  get(key: Key, make: (key: Key) => Value): Value;
}

export interface ContentRules<Key> {
  /** Equal for equal keys, and mostly different for different ones. */
  readonly fingerprint: (key: Key) => number;
  readonly isSame: (a: Key, b: Key) => boolean;
}

/** Keys of one fingerprint: mostly one. */
const mostAlike = 4;

/** Holds the values of `size` fingerprints at least. The keys must not be changed afterwards. */
export function createContentMemo<Key, Value>(
  size: number,
  { fingerprint, isSame }: ContentRules<Key>,
): ContentMemo<Key, Value> {
  const byFingerprint = createMemo<number, { readonly key: Key; readonly value: Value }[]>(size);
  return {
    get(key, make) {
      const alike = byFingerprint.get(fingerprint(key), () => []);
      for (const known of alike) {
        if (isSame(known.key, key)) return known.value;
      }
      const value = make(key);
      if (alike.length >= mostAlike) alike.shift();
      alike.push({ key, value });
      return value;
    },
  };
}

/** Mixes a text into a fingerprint. */
export function mixText(fingerprint: number, text: string): number {
  let mixed = fingerprint;
  for (let i = 0; i < text.length; i += 1) mixed = (Math.imul(mixed, 31) + text.charCodeAt(i)) | 0;
  return mixed;
}
