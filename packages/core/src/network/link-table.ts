/**
 * A million links in typed arrays, forty-odd bytes each, and a table that finds one by its facts, so
 * that telling the same twice adds nothing.
 */
import { grownFloat32, grownInt32, grownUint8 } from './grow.ts';
import { mix } from './text-hash.ts';

export const none = -1;

/** Numbers only: texts and companies are told by their number elsewhere. */
export interface LinkRow {
  readonly from: number;
  readonly to: number;
  /** Number of the kind: see link-kind.ts. */
  readonly kind: number;
  readonly inferred: boolean;
  readonly family: number;
  /** Number of a text, or `none`. */
  readonly hs: number;
  readonly goods: number;
  readonly source: number;
  /** 0..1, or `none`. */
  readonly share: number;
  /** Above 0, or `none`. */
  readonly shipments: number;
  /** Days, or `noDay`. */
  readonly validFrom: number;
  readonly validTo: number;
  readonly seen: number;
}

const inferredBit = 1;
const liveBit = 2;

export class LinkTable {
  #size = 0;
  #live = 0;
  #free: number[] = [];
  from = new Int32Array(64);
  to = new Int32Array(64);
  kind = new Uint8Array(64);
  family = new Uint8Array(64);
  flags = new Uint8Array(64);
  hs = new Int32Array(64);
  goods = new Int32Array(64);
  source = new Int32Array(64);
  share = new Float32Array(64);
  shipments = new Int32Array(64);
  validFrom = new Int32Array(64);
  validTo = new Int32Array(64);
  seen = new Int32Array(64);
  #hashes = new Int32Array(64);
  /** Open addressing over the links' content; 0 is empty, else link + 1. */
  #slots = new Int32Array(256);
  #slotsUsed = 0;

  /** One more than the highest link number; not all below it are live. */
  get end(): number {
    return this.#size;
  }

  get live(): number {
    return this.#live;
  }

  isLive(link: number): boolean {
    return ((this.flags[link] ?? 0) & liveBit) !== 0;
  }

  isInferred(link: number): boolean {
    return ((this.flags[link] ?? 0) & inferredBit) !== 0;
  }

  /** Makes room for so many links, as a load that knows its size does. */
  reserve(links: number): void {
    if (links > this.from.length) this.#grow(links);
    if (links * 2 > this.#slots.length) this.#rehash(links * 2);
  }

  find(row: LinkRow): number {
    const mask = this.#slots.length - 1;
    for (let at = hashOf(row) & mask; ; at = (at + 1) & mask) {
      const slot = this.#slots[at] as number;
      if (slot === 0) return none;
      if (slot > 0 && this.#equals(slot - 1, row)) return slot - 1;
    }
  }

  /** Adds a link that `find` does not have. */
  add(row: LinkRow): number {
    const link = this.#free.pop() ?? this.#size++;
    if (link >= this.from.length) this.#grow(link + 1);
    this.from[link] = row.from;
    this.to[link] = row.to;
    this.kind[link] = row.kind;
    this.family[link] = row.family;
    this.flags[link] = liveBit | (row.inferred ? inferredBit : 0);
    this.hs[link] = row.hs;
    this.goods[link] = row.goods;
    this.source[link] = row.source;
    this.share[link] = row.share;
    this.shipments[link] = row.shipments;
    this.validFrom[link] = row.validFrom;
    this.validTo[link] = row.validTo;
    this.seen[link] = row.seen;
    this.#hashes[link] = hashOf(row);
    this.#live += 1;
    if ((this.#slotsUsed + 1) * 2 > this.#slots.length) this.#rehash(this.#live * 4);
    else this.#occupy(link);
    return link;
  }

  remove(link: number): void {
    this.#vacate(link);
    this.flags[link] = 0;
    this.#live -= 1;
    this.#free.push(link);
  }

  row(link: number): LinkRow {
    return {
      from: this.from[link] as number,
      to: this.to[link] as number,
      kind: this.kind[link] as number,
      inferred: this.isInferred(link),
      family: this.family[link] as number,
      hs: this.hs[link] as number,
      goods: this.goods[link] as number,
      source: this.source[link] as number,
      share: this.share[link] as number,
      shipments: this.shipments[link] as number,
      validFrom: this.validFrom[link] as number,
      validTo: this.validTo[link] as number,
      seen: this.seen[link] as number,
    };
  }

  #equals(link: number, row: LinkRow): boolean {
    return (
      this.from[link] === row.from &&
      this.to[link] === row.to &&
      this.kind[link] === row.kind &&
      this.isInferred(link) === row.inferred &&
      this.hs[link] === row.hs &&
      this.goods[link] === row.goods &&
      this.source[link] === row.source &&
      this.share[link] === Math.fround(row.share) &&
      this.shipments[link] === row.shipments &&
      this.validFrom[link] === row.validFrom &&
      this.validTo[link] === row.validTo &&
      this.seen[link] === row.seen
    );
  }

  #occupy(link: number): void {
    const mask = this.#slots.length - 1;
    let at = (this.#hashes[link] as number) & mask;
    while ((this.#slots[at] as number) > 0) at = (at + 1) & mask;
    // A slot left by a removed link (-1) is used again; only an empty one counts as newly used.
    if (this.#slots[at] === 0) this.#slotsUsed += 1;
    this.#slots[at] = link + 1;
  }

  #vacate(link: number): void {
    const mask = this.#slots.length - 1;
    let at = (this.#hashes[link] as number) & mask;
    while (this.#slots[at] !== link + 1) at = (at + 1) & mask;
    this.#slots[at] = -1;
  }

  #rehash(least: number): void {
    let size = 256;
    while (size < least) size *= 2;
    this.#slots = new Int32Array(size);
    this.#slotsUsed = 0;
    for (let link = 0; link < this.#size; link += 1) if (this.isLive(link)) this.#occupy(link);
  }

  #grow(least: number): void {
    this.from = grownInt32(this.from, least);
    this.to = grownInt32(this.to, least);
    this.kind = grownUint8(this.kind, least);
    this.family = grownUint8(this.family, least);
    this.flags = grownUint8(this.flags, least);
    this.hs = grownInt32(this.hs, least);
    this.goods = grownInt32(this.goods, least);
    this.source = grownInt32(this.source, least);
    this.share = grownFloat32(this.share, least);
    this.shipments = grownInt32(this.shipments, least);
    this.validFrom = grownInt32(this.validFrom, least);
    this.validTo = grownInt32(this.validTo, least);
    this.seen = grownInt32(this.seen, least);
    this.#hashes = grownInt32(this.#hashes, least);
  }
}

/** `family` is left out: it follows from the goods. */
function hashOf(row: LinkRow): number {
  let hash = mix(row.from, row.to);
  hash = mix(hash, row.kind);
  hash = mix(hash, row.hs);
  hash = mix(hash, row.goods);
  hash = mix(hash, row.source);
  hash = mix(hash, row.validFrom);
  hash = mix(hash, row.validTo);
  hash = mix(hash, row.seen);
  return mix(hash, row.shipments);
}
