/**
 * A set of document numbers, by blocks of 256 with a bit each: a million documents take a few
 * thousand small arrays, and asking for all of several terms is a few thousand bitwise ands.
 */
const wordsInBlock = 8;
export const documentsInBlock = 256;

export class DocumentSet {
  readonly #blocks = new Map<number, Uint32Array>();

  static of(documents: Iterable<number>): DocumentSet {
    const set = new DocumentSet();
    for (const document of documents) set.add(document);
    return set;
  }

  add(document: number): void {
    const block = Math.floor(document / documentsInBlock);
    this.addTo(block, document - block * documentsInBlock);
  }

  /** @param offset within the block, 0..255. */
  addTo(block: number, offset: number): void {
    const words = this.#blocks.get(block) ?? this.#open(block);
    words[offset >>> 5] = (words[offset >>> 5] as number) | (1 << (offset & 31));
  }

  has(document: number): boolean {
    const block = Math.floor(document / documentsInBlock);
    const offset = document - block * documentsInBlock;
    const word = this.#blocks.get(block)?.[offset >>> 5] ?? 0;
    return (word & (1 << (offset & 31))) !== 0;
  }

  get size(): number {
    let size = 0;
    for (const words of this.#blocks.values()) for (const word of words) size += bitsOf(word);
    return size;
  }

  /** How many blocks it has something in: a cheap measure of how large it is. */
  get blocks(): number {
    return this.#blocks.size;
  }

  /** How many are in both; neither is changed. */
  countIn(other: DocumentSet): number {
    if (other.#blocks.size < this.#blocks.size) return other.countIn(this);
    let size = 0;
    for (const [block, words] of this.#blocks) {
      const others = other.#blocks.get(block);
      if (others === undefined) continue;
      for (let at = 0; at < wordsInBlock; at += 1) {
        size += bitsOf((words[at] as number) & (others[at] as number));
      }
    }
    return size;
  }

  /** A new set of what is in both. */
  and(other: DocumentSet): DocumentSet {
    if (other.#blocks.size < this.#blocks.size) return other.and(this);
    const both = new DocumentSet();
    for (const [block, words] of this.#blocks) {
      const others = other.#blocks.get(block);
      if (others === undefined) continue;
      const kept = words.map((word, at) => word & (others[at] as number));
      if (kept.some((word) => word !== 0)) both.#blocks.set(block, kept);
    }
    return both;
  }

  /** A new set of what is in either. */
  or(other: DocumentSet): DocumentSet {
    const either = new DocumentSet();
    for (const [block, words] of this.#blocks) either.#blocks.set(block, words.slice());
    for (const [block, words] of other.#blocks) {
      const mine = either.#blocks.get(block);
      if (mine === undefined) either.#blocks.set(block, words.slice());
      else
        for (let at = 0; at < wordsInBlock; at += 1)
          mine[at] = (mine[at] as number) | (words[at] as number);
    }
    return either;
  }

  /** A new set of what is here and not there. */
  without(other: DocumentSet): DocumentSet {
    const rest = new DocumentSet();
    for (const [block, words] of this.#blocks) {
      const others = other.#blocks.get(block);
      const kept = words.map((word, at) => word & ~(others?.[at] ?? 0));
      if (kept.some((word) => word !== 0)) rest.#blocks.set(block, kept);
    }
    return rest;
  }

  *[Symbol.iterator](): Generator<number> {
    for (const [block, words] of this.#blocks) {
      for (let offset = 0; offset < documentsInBlock; offset += 1) {
        if (((words[offset >>> 5] as number) & (1 << (offset & 31))) !== 0) {
          yield block * documentsInBlock + offset;
        }
      }
    }
  }

  #open(block: number): Uint32Array {
    const words = new Uint32Array(wordsInBlock);
    this.#blocks.set(block, words);
    return words;
  }
}

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
