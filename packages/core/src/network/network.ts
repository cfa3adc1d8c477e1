/**
 * The supply network: who supplies, owns and is whom, and how far taint reaches. It holds facts, and
 * keeps what follows from them worked out, so that screening a party is a look-up.
 *
 * What it says depends on the companies, links and origins in it and on nothing else: not on the
 * order they came in, nor on links that have gone. A company stays known when its links go.
 */
import type { ListReference } from '../assessment/assessment.ts';
import { anyGoods, compileFamilies, type GoodsFamilies } from './goods-families.ts';
import { Companies, type NameGroup } from './companies.ts';
import { dateOf, dayOf, noDay } from './day.ts';
import {
  linkKinds,
  type Company,
  type LinkFacts,
  type LinkSource,
  type NetworkView,
  type Origin,
  type SupplyLink,
  type TracedPath,
  type TraceQuery,
} from './link.ts';
import { costOf, firstDrawnKind, kindNumbers, linkCost, type DrawnKind } from './link-cost.ts';
import { LinkTable, none, type LinkRow } from './link-table.ts';
import type { NameKey } from './name-key.ts';
import type { NetworkRules } from './rules.ts';
import { Taint } from './taint.ts';
import { Fingerprint, hashPair, HashPairs } from './text-hash.ts';
import { Texts } from './texts.ts';
import { tracePaths } from './trace.ts';

export interface NetworkOptions {
  readonly rules: NetworkRules;
  /** Day for which paths are chosen, 'YYYY-MM-DD'; each is weighed anew for a shipment's own day. */
  readonly asOf: string;
  /** Families of goods; the shipped ones when left out. */
  readonly goods?: GoodsFamilies;
  /** Folds a name to the form under which names are equal; `nameKey` when left out. */
  readonly nameKey?: NameKey;
}

/** The whole of a network, as snapshots hold it. */
export interface NetworkContents {
  readonly companies: readonly Company[];
  /** Of each company, in the same order. */
  readonly keys: readonly string[];
  readonly folded: readonly (readonly string[])[];
  /** HS codes, goods in words and sources by number, as rows refer to them. */
  readonly texts: readonly string[];
  readonly origins: readonly (readonly [number, Origin])[];
  readonly fingerprint: readonly [number, number];
  readonly rows: Iterable<LinkRow>;
}

/** 'same-company': a firm's link to itself says nothing and is not kept. */
export type AddedLink = 'added' | 'known' | 'same-company';

const separator = '\u0000';

export class SupplyNetwork implements NetworkView {
  readonly rules: NetworkRules;
  readonly asOf: string;
  readonly goods: GoodsFamilies;
  readonly companies: Companies;
  readonly links = new LinkTable();
  readonly taint: Taint;
  readonly #texts = new Texts();
  readonly #textHashes = new HashPairs();
  readonly #keyHashes = new HashPairs();
  /** Numbers of sources by name and then by address. */
  readonly #sources = new Map<string, Map<string, number>>();
  readonly #origins = new Map<number, Origin>();
  /** Links drawn between entries that are one company, by the group that calls for them. */
  readonly #drawn = new Map<string, readonly number[]>();
  readonly #day: number;
  #loading = false;
  #fingerprintA = 0;
  #fingerprintB = 0;
  #linkCount = 0;

  /** Throws a RangeError when `asOf` is no date. */
  constructor({ rules, asOf, goods, nameKey }: NetworkOptions) {
    this.rules = rules;
    this.asOf = asOf;
    this.#day = dayOf(asOf);
    this.goods = goods ?? compileFamilies();
    this.companies = new Companies(nameKey);
    this.taint = new Taint({
      links: this.links,
      goods: this.goods,
      maxCost: costOf(rules.leastStrength),
      keep: rules.pathsKept,
      compareCompanies: (a, b) => compare(this.companies.keyAt(a), this.companies.keyAt(b)),
      compareLinks: (a, b) => this.#compareLinks(a, b),
    });
  }

  get linkCount(): number {
    return this.#linkCount;
  }

  get reference(): ListReference {
    const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
    return {
      list: 'supply-network',
      version: `${this.#linkCount} links, ${hex(this.#fingerprintA)}${hex(this.#fingerprintB)}`,
      asOf: this.asOf,
    };
  }

  /**
   * Runs `fill`, which may add and remove as much as it likes, and works taint out once at the end.
   * Also when `fill` throws, so that what it did is never half worked out.
   */
  load(fill: () => void): void {
    if (this.#loading) {
      fill();
      return;
    }
    this.#loading = true;
    this.companies.rememberWriting(true);
    try {
      fill();
    } finally {
      const stale = new Set(this.#drawn.keys());
      for (const group of this.companies.groups()) {
        this.#draw(group);
        stale.delete(group.key);
      }
      for (const key of stale) this.#draw({ key, members: [] });
      this.#loading = false;
      this.companies.rememberWriting(false);
      this.taint.recompute(this.companies.size);
    }
  }

  /** Adds a company, or what this tells beyond what is known; returns its number. */
  addCompany(company: Company): number {
    const known = this.companies.knownAs(company);
    if (known !== -1) return known;
    const { index, groups } = this.companies.register(company);
    this.links.coverCompanies(index + 1);
    this.#keyHashes.learn(index, this.companies.keyAt(index));
    if (!this.#loading) for (const group of groups) this.#draw(group);
    return index;
  }

  /** Adds a link and its companies. Throws a RangeError for a date that is none. */
  add(link: SupplyLink): AddedLink {
    const from = this.addCompany(link.from);
    const to = this.addCompany(link.to);
    if (from === to) return 'same-company';
    return this.addBetween(from, to, link);
  }

  /** As `add`, between companies by their numbers. */
  addBetween(from: number, to: number, facts: LinkFacts): AddedLink {
    const row = this.#rowOf(from, to, facts, (text) => this.#numberOf(text));
    if (this.links.find(row) !== none) return 'known';
    this.#insert(row);
    this.#count(row, 1);
    return 'added';
  }

  /** Removes a link with these very facts; false when there is none. */
  remove(link: SupplyLink): boolean {
    const from = this.companies.find(link.from);
    const to = this.companies.find(link.to);
    if (from === undefined || to === undefined) return false;
    let unknown = false;
    const row = this.#rowOf(from, to, link, (text) => {
      const number = this.#texts.find(text);
      unknown ||= number === undefined;
      return number ?? none;
    });
    const found = unknown ? none : this.links.find(row);
    if (found === none) return false;
    this.#drop(found);
    this.#count(row, -1);
    return true;
  }

  /** Removes every link of a source, by its name: before taking in its newer edition. */
  removeSource(name: string): number {
    const gone: number[] = [];
    for (const link of this.statedLinks()) {
      if (this.factsOf(link).source.name === name) gone.push(link);
    }
    this.load(() => {
      for (const link of gone) {
        this.#count(this.links.row(link), -1);
        this.#drop(link);
      }
    });
    return gone.length;
  }

  /** Says that taint begins at a company, or with null that it does not. */
  setOrigin(company: number, origin: Origin | null): void {
    const before = this.#origins.get(company);
    if (before === undefined && origin === null) return;
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(origin)) return;
    if (before !== undefined) this.#countOrigin(company, before, -1);
    if (origin === null) this.#origins.delete(company);
    else {
      this.#origins.set(company, origin);
      this.#countOrigin(company, origin, 1);
    }
    const start = origin === null ? null : this.#startOf(company, origin);
    if (this.#loading) this.taint.setStartLater(company, start);
    else this.taint.setStart(company, start);
  }

  originOf(company: number): Origin | undefined {
    return this.#origins.get(company);
  }

  origins(): ReadonlyMap<number, Origin> {
    return this.#origins;
  }

  trace(query: TraceQuery): readonly TracedPath[] {
    return tracePaths(this, query);
  }

  canHold(hs: string, inputHs: string): boolean {
    return this.goods.feeds(this.goods.familyOf(inputHs), this.goods.familyOf(hs));
  }

  /** Every link that a source tells or that was inferred, in no order. */
  *allLinks(): Iterable<SupplyLink> {
    for (const link of this.statedLinks()) {
      yield {
        from: this.companies.at(this.links.from[link] as number),
        to: this.companies.at(this.links.to[link] as number),
        ...this.factsOf(link),
      };
    }
  }

  /** Facts of a link that a source tells; a drawn one is told as of kind 'same-as'. */
  factsOf(link: number): LinkFacts {
    const row = this.links.row(link);
    const kind = linkKinds[row.kind] ?? 'same-as';
    const drawn = row.kind >= firstDrawnKind;
    const [name = '', url = ''] = (this.#texts.at(row.source) ?? '').split(separator);
    const hs = drawn ? undefined : this.#texts.at(row.hs);
    const goods = drawn ? undefined : this.#texts.at(row.goods);
    const validFrom = dateOf(row.validFrom);
    const validTo = dateOf(row.validTo);
    const seen = dateOf(row.seen);
    return {
      kind,
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

  /** Fills an empty network with what a snapshot holds, which it takes to be sound. */
  restore({ companies, keys, folded, texts, origins, fingerprint, rows }: NetworkContents): void {
    this.load(() => {
      companies.forEach((company, nth) => {
        const key = keys[nth] ?? '';
        const index = this.companies.restore(company, key, folded[nth] ?? []);
        this.#keyHashes.learn(index, key);
      });
      this.links.coverCompanies(companies.length);
      for (const text of texts) this.#numberOf(text);
      const families = new Map<number, number>();
      for (const told of rows) {
        const both = told.hs * (texts.length + 1) + told.goods;
        let family = families.get(both);
        if (family === undefined) {
          family = this.#familyOf(texts[told.hs], texts[told.goods]);
          families.set(both, family);
        }
        this.#insert({ ...told, family });
        this.#linkCount += 1;
      }
      for (const [company, origin] of origins) this.setOrigin(company, origin);
    });
    [this.#fingerprintA, this.#fingerprintB] = fingerprint;
  }

  /** All that `restore` needs, but for the rows. */
  contents(): Omit<NetworkContents, 'rows'> {
    const numbers = Array.from({ length: this.companies.size }, (_, at) => at);
    return {
      companies: numbers.map((at) => this.companies.at(at)),
      keys: numbers.map((at) => this.companies.keyAt(at)),
      folded: numbers.map((at) => this.companies.foldedNames(at)),
      texts: this.#texts.all(),
      origins: [...this.#origins],
      fingerprint: [this.#fingerprintA, this.#fingerprintB],
    };
  }

  /** Numbers of the links that a source tells or that were inferred. */
  *statedLinks(): Iterable<number> {
    for (let link = 0; link < this.links.end; link += 1) {
      if (this.links.isLive(link) && (this.links.kind[link] as number) < firstDrawnKind) yield link;
    }
  }

  #rowOf(
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
      family: this.#familyOf(facts.hs, facts.goods),
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

  #familyOf(hs: string | undefined, goods: string | undefined): number {
    const byCode = hs === undefined ? anyGoods : this.goods.familyOf(hs);
    if (byCode !== anyGoods || goods === undefined) return byCode;
    return this.goods.familyOfText(goods);
  }

  #numberOf(text: string | undefined): number {
    const number = this.#texts.number(text);
    if (text !== undefined) this.#textHashes.learn(number, text);
    return number;
  }

  #insert(row: LinkRow): number {
    const link = this.links.add(row);
    const { down, up } = linkCost(row, this.rules, this.#day);
    this.taint.price(link, down, up);
    if (!this.#loading) this.taint.linkAdded(link);
    return link;
  }

  #drop(link: number): void {
    if (this.#loading) this.links.remove(link);
    else this.taint.linkRemoved(link, () => this.links.remove(link));
  }

  #startOf(company: number, { hsPrefixes, probability }: Origin) {
    const families = new Set(hsPrefixes.map((hs) => this.goods.familyOf(hs)));
    return {
      company,
      families: families.size === 0 || families.has(anyGoods) ? [anyGoods] : [...families],
      cost: costOf(probability),
    };
  }

  /**
   * Draws the links between entries that are one company. Those with an identifier in common are
   * joined. Of those with a name and country in common, the ones without identifier are joined, and
   * hear of the others; these hear of them only where there is no second bearer of the name.
   */
  #draw({ key, members }: NameGroup): void {
    for (const link of this.#drawn.get(key) ?? []) this.#drop(link);
    const rows = key.startsWith('name:')
      ? this.#nameRows(key, members)
      : this.#starRows(key, members, 'same-identifier');
    if (rows.length === 0) this.#drawn.delete(key);
    else
      this.#drawn.set(
        key,
        rows.map((row) => this.#insert(row)),
      );
  }

  #nameRows(key: string, members: readonly number[]): readonly LinkRow[] {
    const bare = members.filter((index) => this.companies.isNameOnly(index));
    const identified = members.filter((index) => !this.companies.isNameOnly(index));
    const [centre] = this.#sorted(bare);
    if (centre === undefined) return [];
    const kind = identified.length === 1 ? 'same-name' : 'same-name-one-way';
    return [
      ...this.#starRows(key, bare, 'same-name'),
      ...identified.map((index) => this.#drawnRow(index, centre, kind, key)),
    ];
  }

  #starRows(key: string, members: readonly number[], kind: DrawnKind): readonly LinkRow[] {
    const [centre, ...others] = this.#sorted(members);
    if (centre === undefined) return [];
    return others.map((index) => this.#drawnRow(index, centre, kind, key));
  }

  #sorted(members: readonly number[]): number[] {
    return members.toSorted((a, b) => compare(this.companies.keyAt(a), this.companies.keyAt(b)));
  }

  /** The group's key stands where goods do: two groups may call for one link each. */
  #drawnRow(from: number, to: number, kind: DrawnKind, key: string): LinkRow {
    return {
      from,
      to,
      kind: kindNumbers.indexOf(kind),
      inferred: false,
      family: anyGoods,
      hs: none,
      goods: this.#numberOf(key),
      source: none,
      share: none,
      shipments: none,
      validFrom: noDay,
      validTo: noDay,
      seen: noDay,
    };
  }

  #compareLinks(a: number, b: number): number {
    const x = this.links.row(a);
    const y = this.links.row(b);
    const text = (number: number): string => this.#texts.at(number) ?? '';
    return (
      x.kind - y.kind ||
      compare(text(x.hs), text(y.hs)) ||
      compare(text(x.goods), text(y.goods)) ||
      compare(text(x.source), text(y.source)) ||
      y.seen - x.seen ||
      y.validTo - x.validTo ||
      y.validFrom - x.validFrom ||
      y.shipments - x.shipments ||
      y.share - x.share ||
      Number(x.inferred) - Number(y.inferred) ||
      compare(this.companies.keyAt(x.from), this.companies.keyAt(y.from))
    );
  }

  /** Adds a link to the fingerprint, or takes it out again: sums do not mind the order. */
  #count(row: LinkRow, sign: 1 | -1): void {
    const hash = new Fingerprint();
    hash.of(this.#keyHashes, row.from);
    hash.of(this.#keyHashes, row.to);
    hash.of(this.#textHashes, row.hs);
    hash.of(this.#textHashes, row.goods);
    hash.of(this.#textHashes, row.source);
    hash.number(row.kind * 2 + Number(row.inferred));
    hash.number(Math.round(row.share * 1e6));
    hash.number(row.shipments);
    hash.number(row.validFrom);
    hash.number(row.validTo);
    hash.number(row.seen);
    this.#linkCount += sign;
    this.#addUp(hash, sign);
  }

  #countOrigin(company: number, origin: Origin, sign: 1 | -1): void {
    const hash = new Fingerprint();
    hash.of(this.#keyHashes, company);
    hash.text(hashPair(JSON.stringify(origin)));
    this.#addUp(hash, sign);
  }

  #addUp({ a, b }: Fingerprint, sign: 1 | -1): void {
    this.#fingerprintA = (this.#fingerprintA + sign * a) | 0;
    this.#fingerprintB = (this.#fingerprintB + sign * b) | 0;
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
