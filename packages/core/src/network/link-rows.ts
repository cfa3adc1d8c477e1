/**
 * Turns a link's facts into the numbers of a row and back, and sums up rows for the fingerprint of
 * a network.
 */
import { dateOf, dayOf } from './day.ts';
import { anyGoods, type GoodsFamilies } from './goods-families.ts';
import { firstDrawnKind } from './link-cost.ts';
import { linkKinds, type LinkFacts, type LinkSource } from './link.ts';
import { none, type LinkRow } from './link-table.ts';
import { Fingerprint, HashPairs } from './text-hash.ts';
import { Texts } from './texts.ts';

const separator = '\u0000';

export class LinkRows {
  readonly #goods: GoodsFamilies;
  readonly #texts = new Texts();
  readonly #hashes = new HashPairs();
  /** Numbers of sources by name and then by address. */
  readonly #sources = new Map<string, Map<string, number>>();

  constructor(goods: GoodsFamilies) {
    this.#goods = goods;
  }

  /** HS codes, goods in words and sources by number. */
  texts(): readonly string[] {
    return this.#texts.all();
  }

  textAt(number: number): string {
    return this.#texts.at(number) ?? '';
  }

  /** The text's number, learnt if it is new; `none` for an absent one. */
  learn(text: string | undefined): number {
    const number = this.#texts.number(text);
    if (text !== undefined) this.#hashes.learn(number, text);
    return number;
  }

  /** Throws a RangeError for a date that is none. */
  rowOf(from: number, to: number, facts: LinkFacts): LinkRow {
    return this.#row(from, to, facts, (text) => this.learn(text));
  }

  /** Null where the facts hold a text that no link has: then no link has these facts. */
  knownRowOf(from: number, to: number, facts: LinkFacts): LinkRow | null {
    let unknown = false;
    const row = this.#row(from, to, facts, (text) => {
      const number = this.#texts.find(text);
      unknown ||= number === undefined;
      return number ?? none;
    });
    return unknown ? null : row;
  }

  #row(
    from: number,
    to: number,
    facts: LinkFacts,
    numberOf: (text: string | undefined) => number,
  ): LinkRow {
    return {
      from,
      to,
      kind: linkKinds.indexOf(facts.kind),
      inferred: facts.inferred === true,
      family: this.familyOf(facts.hs, facts.goods),
      hs: numberOf(facts.hs),
      goods: numberOf(facts.goods),
      source: this.#sourceNumber(facts.source, numberOf),
      share: Math.fround(facts.share ?? none),
      shipments: facts.shipments ?? none,
      validFrom: dayOf(facts.validFrom),
      validTo: dayOf(facts.validTo),
      seen: dayOf(facts.seen),
    };
  }

  /** A drawn link is told as of kind 'same-as', without goods. */
  factsOf(row: LinkRow): LinkFacts {
    const drawn = row.kind >= firstDrawnKind;
    const [name = '', url = ''] = this.textAt(row.source).split(separator);
    const hs = drawn ? undefined : this.#texts.at(row.hs);
    const goods = drawn ? undefined : this.#texts.at(row.goods);
    const validFrom = dateOf(row.validFrom);
    const validTo = dateOf(row.validTo);
    const seen = dateOf(row.seen);
    return {
      kind: linkKinds[row.kind] ?? 'same-as',
      ...(hs !== undefined && { hs }),
      ...(goods !== undefined && { goods }),
      // Kept in four bytes; seven digits are what was given.
      ...(row.share >= 0 && { share: Number(row.share.toPrecision(7)) }),
      ...(row.shipments > 0 && { shipments: row.shipments }),
      ...(validFrom !== undefined && { validFrom }),
      ...(validTo !== undefined && { validTo }),
      ...(seen !== undefined && { seen }),
      source: { name, url },
      ...(row.inferred && { inferred: true }),
    };
  }

  familyOf(hs: string | undefined, goods: string | undefined): number {
    const byCode = hs === undefined ? anyGoods : this.#goods.familyOf(hs);
    if (byCode !== anyGoods || goods === undefined) return byCode;
    return this.#goods.familyOfText(goods);
  }

  /** Orders rows by what they say, not by when they came; the newest first among likes. */
  compare(x: LinkRow, y: LinkRow): number {
    return (
      x.kind - y.kind ||
      compareTexts(this.textAt(x.hs), this.textAt(y.hs)) ||
      compareTexts(this.textAt(x.goods), this.textAt(y.goods)) ||
      compareTexts(this.textAt(x.source), this.textAt(y.source)) ||
      y.seen - x.seen ||
      y.validTo - x.validTo ||
      y.validFrom - x.validFrom ||
      y.shipments - x.shipments ||
      y.share - x.share ||
      Number(x.inferred) - Number(y.inferred)
    );
  }

  /** `companies`: hashes of their keys. */
  fingerprintOf(row: LinkRow, companies: HashPairs): Fingerprint {
    const hash = new Fingerprint();
    hash.of(companies, row.from);
    hash.of(companies, row.to);
    hash.of(this.#hashes, row.hs);
    hash.of(this.#hashes, row.goods);
    hash.of(this.#hashes, row.source);
    hash.number(row.kind * 2 + Number(row.inferred));
    hash.number(Math.round(row.share * 1e6));
    hash.number(row.shipments);
    hash.number(row.validFrom);
    hash.number(row.validTo);
    hash.number(row.seen);
    return hash;
  }

  /** Joining name and address, and hashing them, for every row would cost more. */
  #sourceNumber({ name, url }: LinkSource, numberOf: (text: string | undefined) => number): number {
    const known = this.#sources.get(name)?.get(url);
    if (known !== undefined) return known;
    const number = numberOf(`${name}${separator}${url}`);
    if (number === none) return none;
    const byUrl = this.#sources.get(name);
    if (byUrl === undefined) this.#sources.set(name, new Map([[url, number]]));
    else byUrl.set(url, number);
    return number;
  }
}

export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
