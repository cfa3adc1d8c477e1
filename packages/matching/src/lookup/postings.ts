/**
 * Which names bear a key: a bucket a key, names of a bucket side by side.
 *
 * Keys are not stored. Two keys may share a bucket; the names found are compared anyway, so that
 * costs a little time and never a wrong match. Filling is a counting sort over all pairs.
 */
export interface Postings {
  /** Bucket b holds names[starts[b]] up to names[starts[b + 1]]; its length is a power of two plus 1. */
  readonly starts: Uint32Array;
  readonly names: Uint32Array;
}

/** Set in keys that are worth much: they have a quarter of the buckets to themselves. */
export const wholeKey = 0x80000000;

/**
 * Keys of a whole brand or name never share a bucket with a common run of letters, which would make
 * thousands of names seem to bear a brand that none bears.
 */
const bucketAmong = (buckets: number, key: number): number => {
  const low = key & (buckets - 1);
  const quarter = buckets >>> 2;
  return key >>> 31 === 1 ? buckets - quarter + (low & (quarter - 1)) : (low * 3) >>> 2;
};

export class PostingsBuilder {
  #keys = new Uint32Array(1 << 14);
  #names = new Uint32Array(1 << 14);
  #length = 0;

  add(key: number, name: number): void {
    if (this.#length === this.#keys.length) {
      const keys = new Uint32Array(this.#length * 2);
      keys.set(this.#keys);
      this.#keys = keys;
      const names = new Uint32Array(this.#length * 2);
      names.set(this.#names);
      this.#names = names;
    }
    this.#keys[this.#length] = key;
    this.#names[this.#length++] = name;
  }

  finish(): Postings {
    const length = this.#length;
    let bits = 6;
    while (2 ** bits < length / 4 && bits < 26) bits++;
    const buckets = 2 ** bits;
    const starts = new Uint32Array(buckets + 1);
    for (let at = 0; at < length; at++) {
      const bucket = bucketAmong(buckets, this.#keys[at] as number) + 1;
      starts[bucket] = (starts[bucket] as number) + 1;
    }
    for (let bucket = 1; bucket < starts.length; bucket++) {
      starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
    }
    const next = starts.slice(0, buckets);
    const names = new Uint32Array(length);
    for (let at = 0; at < length; at++) {
      const bucket = bucketAmong(buckets, this.#keys[at] as number);
      const to = next[bucket] as number;
      names[to] = this.#names[at] as number;
      next[bucket] = to + 1;
    }
    return { starts, names };
  }
}

export const bucketOf = ({ starts }: Postings, key: number): number =>
  bucketAmong(starts.length - 1, key);

export const bucketSize = (postings: Postings, key: number): number => {
  const bucket = bucketOf(postings, key);
  return (postings.starts[bucket + 1] ?? 0) - (postings.starts[bucket] ?? 0);
};
