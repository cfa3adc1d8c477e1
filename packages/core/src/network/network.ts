/**
 * The supply network: who supplies, owns and is whom, and how far taint reaches. It holds facts, and
 * keeps what follows from them worked out, so that screening a party is a look-up.
 *
 * What it says depends on the companies, links and origins in it and on nothing else: not on the
 * order they came in, nor on links that have gone. A company stays known when its links go.
 */
import type { ListReference } from '../assessment/assessment.ts';
import { Companies, type NameGroup } from './companies.ts';
import { dayOf } from './day.ts';
import { drawnRows } from './drawn-links.ts';
import { anyGoods, compileFamilies, type GoodsFamilies } from './goods-families.ts';
import type {
  Company,
  LinkFacts,
  NetworkView,
  Origin,
  SupplyLink,
  TracedPath,
  TraceQuery,
} from './link.ts';
import type { TaintStart } from './label.ts';
import { costOf, firstDrawnKind, linkCost } from './link-cost.ts';
import { compareTexts, LinkRows } from './link-rows.ts';
import { LinkTable, none, type LinkRow } from './link-table.ts';
import type { NameKey } from './name-key.ts';
import type { NetworkRules } from './rules.ts';
import { Taint } from './taint.ts';
import { Fingerprint, hashPair, HashPairs } from './text-hash.ts';
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

export class SupplyNetwork implements NetworkView {
  readonly rules: NetworkRules;
  readonly asOf: string;
  readonly goods: GoodsFamilies;
  readonly companies: Companies;
  readonly links = new LinkTable();
  readonly taint: Taint;
  readonly #rows: LinkRows;
  readonly #keyHashes = new HashPairs();
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
    this.#rows = new LinkRows(this.goods);
    this.companies = new Companies(nameKey);
    this.taint = new Taint({
      links: this.links,
      goods: this.goods,
      maxCost: costOf(rules.leastStrength),
      keep: rules.pathsKept,
      compareCompanies: (a, b) => compareTexts(this.companies.keyAt(a), this.companies.keyAt(b)),
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
    const row = this.#rows.rowOf(from, to, facts);
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
    const row = this.#rows.knownRowOf(from, to, link);
    const found = row === null ? none : this.links.find(row);
    if (found === none) return false;
    this.#count(this.links.row(found), -1);
    this.#drop(found);
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
    return this.#rows.factsOf(this.links.row(link));
  }

  /** Fills an empty network with what a snapshot holds, which it takes to be sound. */
  restore({ companies, keys, folded, texts, origins, fingerprint, rows }: NetworkContents): void {
    this.load(() => {
      companies.forEach((company, nth) => {
        const key = keys[nth] ?? '';
        const index = this.companies.restore(company, key, folded[nth] ?? []);
        this.#keyHashes.learn(index, key);
      });
      for (const text of texts) this.#rows.learn(text);
      const families = new Map<number, number>();
      for (const told of rows) {
        const both = told.hs * (texts.length + 1) + told.goods;
        let family = families.get(both);
        if (family === undefined) {
          family = this.#rows.familyOf(texts[told.hs], texts[told.goods]);
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
      texts: this.#rows.texts(),
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

  #startOf(company: number, { hsPrefixes, probability }: Origin): TaintStart {
    const families = new Set(hsPrefixes.map((hs) => this.goods.familyOf(hs)));
    return {
      company,
      families: families.size === 0 || families.has(anyGoods) ? [anyGoods] : [...families],
      cost: costOf(probability),
    };
  }

  #draw(group: NameGroup): void {
    for (const link of this.#drawn.get(group.key) ?? []) this.#drop(link);
    const rows = drawnRows(group, this.companies, (text) => this.#rows.learn(text));
    if (rows.length === 0) this.#drawn.delete(group.key);
    else {
      const links = rows.map((row) => this.#insert(row));
      this.#drawn.set(group.key, links);
    }
  }

  #compareLinks(a: number, b: number): number {
    const x = this.links.row(a);
    const y = this.links.row(b);
    return (
      this.#rows.compare(x, y) ||
      compareTexts(this.companies.keyAt(x.from), this.companies.keyAt(y.from))
    );
  }

  /** Adds a link to the fingerprint, or takes it out again: sums do not mind the order. */
  #count(row: LinkRow, sign: 1 | -1): void {
    this.#linkCount += sign;
    this.#addUp(this.#rows.fingerprintOf(row, this.#keyHashes), sign);
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
