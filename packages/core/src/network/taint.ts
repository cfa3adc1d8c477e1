/**
 * How far taint reaches, kept up to date link by link.
 *
 * For each company and each family of goods, the likeliest path from each origin is wanted, and of
 * origins the best few. A path's cost is the sum of its links' costs, each at least 1, so the answer
 * is a shortest-path problem with one solution whatever the order of links, and cycles end by
 * themselves. An added link sends candidates down from its upper end. A removed one first takes away
 * every label that rested on it, then lets what stands around the gap fill it again: so no taint
 * outlives its link. Dropping all but the best few is safe: whoever follows a dropped label also
 * follows those that beat it, at the same cost further on.
 */
import type { Commodities } from './commodities.ts';
import { closed, supplyKinds } from './link-cost.ts';
import { grownInt32 } from './grow.ts';
import { none, type LinkTable } from './link-table.ts';

/** That taint of one origin reaches a company in goods of one family. */
export interface Label {
  /** Family of goods that carries the taint; 0 for any goods of the company. */
  readonly family: number;
  /** Company where it began. */
  readonly origin: number;
  readonly cost: number;
  /** Last link of the path; `none` where it begins here. */
  readonly link: number;
  /** Family of the label at the link's other end. */
  readonly fromFamily: number;
}

export interface TaintStart {
  readonly company: number;
  /** Families it is limited to; [0] for all it makes. */
  readonly families: readonly number[];
  readonly cost: number;
}

export interface TaintOptions {
  readonly links: LinkTable;
  readonly commodities: Commodities;
  /** Labels costing more are dropped. */
  readonly maxCost: number;
  readonly keep: number;
  /** Orders companies, and links, by what they are and not by when they came. */
  readonly compareCompanies: (a: number, b: number) => number;
  readonly compareLinks: (a: number, b: number) => number;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const fields = 5;

export class Taint {
  readonly #options: TaintOptions;
  readonly #links: LinkTable;
  readonly #labels: (Mutable<Label>[] | undefined)[] = [];
  readonly #starts = new Map<number, TaintStart>();
  /** Candidates by cost, five numbers each: company, family, origin, link, family it came from. */
  readonly #buckets: number[][];
  #down = new Int32Array(64).fill(closed);
  #up = new Int32Array(64).fill(closed);

  constructor(options: TaintOptions) {
    this.#options = options;
    this.#links = options.links;
    this.#buckets = Array.from({ length: options.maxCost + 1 }, () => []);
  }

  labelsOf(company: number): readonly Label[] {
    return this.#labels[company] ?? [];
  }

  /** The label that another's path goes on from. */
  before(company: number, label: Label): { readonly company: number; readonly label: Label } {
    const other = this.otherEnd(label.link, company);
    const found = this.labelsOf(other).find(
      ({ family, origin }) => family === label.fromFamily && origin === label.origin,
    );
    if (found === undefined) {
      throw new Error(`the path of taint to company ${company} breaks off at ${other}`);
    }
    return { company: other, label: found };
  }

  otherEnd(link: number, company: number): number {
    const from = this.#links.from[link] as number;
    return from === company ? (this.#links.to[link] as number) : from;
  }

  /** Sets what a link costs, before it is spread. */
  price(link: number, down: number, up: number): void {
    if (link >= this.#down.length) {
      this.#down = grownInt32(this.#down, link + 1, closed);
      this.#up = grownInt32(this.#up, link + 1, closed);
    }
    this.#down[link] = down;
    this.#up[link] = up;
  }

  /** Works everything out anew from the starts. */
  recompute(): void {
    this.#labels.length = 0;
    for (const start of this.#starts.values()) this.#pushStart(start);
    this.#run();
  }

  /** To be called once the link is in the table and priced. */
  linkAdded(link: number): void {
    this.#pushAlong(link, this.#links.from[link] as number, this.#down[link] as number);
    this.#pushAlong(link, this.#links.to[link] as number, this.#up[link] as number);
    this.#run();
  }

  /** To be called while the link is still in the table; `takeOut` must take it out. */
  linkRemoved(link: number, takeOut: () => void): void {
    const ends = [this.#links.from[link] as number, this.#links.to[link] as number];
    const lost = this.#withdraw(
      ends.map((company) => ({ company, test: (label: Label) => label.link === link })),
    );
    takeOut();
    this.#refill(lost);
  }

  setStart(company: number, start: TaintStart | null): void {
    if (this.#starts.delete(company)) {
      const test = (label: Label): boolean => label.link === none;
      const lost = this.#withdraw([{ company, test }]);
      this.#refill(lost);
    }
    if (start === null) return;
    this.#starts.set(company, start);
    this.#pushStart(start);
    this.#run();
  }

  /** As `setStart`, for use before a `recompute`. */
  setStartLater(company: number, start: TaintStart | null): void {
    if (start === null) this.#starts.delete(company);
    else this.#starts.set(company, start);
  }

  #pushStart({ company, families, cost }: TaintStart): void {
    for (const family of families) this.#push(company, family, company, cost, none, 0);
  }

  #push(
    company: number,
    family: number,
    origin: number,
    cost: number,
    link: number,
    fromFamily: number,
  ): void {
    this.#buckets[cost]?.push(company, family, origin, link, fromFamily);
  }

  /** Sends every label at `source` along the link. */
  #pushAlong(link: number, source: number, cost: number): void {
    if (cost === closed) return;
    const target = this.otherEnd(link, source);
    for (const label of this.#labels[source] ?? []) {
      const family = this.#familyAfter(label.family, link);
      if (family === none) continue;
      this.#push(target, family, label.origin, label.cost + cost, link, label.family);
    }
  }

  /** Family of goods that carries taint on over the link; `none` where it can not. */
  #familyAfter(family: number, link: number): number {
    if (!supplyKinds.has(this.#links.kind[link] as number)) return family;
    const goods = this.#links.family[link] as number;
    // Goods that nobody names are still made of what they are made of.
    if (goods === 0) return family;
    return this.#options.commodities.feeds(family, goods) ? goods : none;
  }

  /** Settles candidates, cheapest first; each settled label sends its own, all dearer than it. */
  #run(): void {
    for (let cost = 0; cost < this.#buckets.length; cost += 1) {
      const bucket = this.#buckets[cost];
      if (bucket === undefined || bucket.length === 0) continue;
      for (let at = 0; at < bucket.length; at += fields) {
        const company = bucket[at] as number;
        const label = {
          family: bucket[at + 1] as number,
          origin: bucket[at + 2] as number,
          cost,
          link: bucket[at + 3] as number,
          fromFamily: bucket[at + 4] as number,
        };
        if (this.#settle(company, label)) this.#spread(company, label);
      }
      this.#buckets[cost] = [];
    }
  }

  /** True when others must hear of it. */
  #settle(company: number, label: Label): boolean {
    const labels = this.#labels[company];
    if (labels === undefined) {
      this.#labels[company] = [label];
      return true;
    }
    let inFamily = 0;
    let worst: Mutable<Label> | undefined;
    for (const other of labels) {
      if (other.family !== label.family) continue;
      if (other.origin === label.origin) {
        if (label.cost > other.cost) return false;
        if (label.cost < other.cost) {
          Object.assign(other, label);
          return true;
        }
        if (this.#compareSteps(company, label, other) < 0) Object.assign(other, label);
        return false;
      }
      inFamily += 1;
      if (worst === undefined || this.#compareOrigins(other, worst) > 0) worst = other;
    }
    if (worst === undefined || inFamily < this.#options.keep) {
      labels.push(label);
      return true;
    }
    if (this.#compareOrigins(label, worst) >= 0) return false;
    Object.assign(worst, label);
    return true;
  }

  #spread(company: number, label: Label): void {
    const links = this.#links;
    const { family, origin, cost } = label;
    const { maxCost } = this.#options;
    for (let link = links.firstOut[company] ?? none; link !== none;) {
      const total = cost + (this.#down[link] as number);
      if (total <= maxCost) {
        const next = this.#familyAfter(family, link);
        if (next !== none) this.#push(links.to[link] as number, next, origin, total, link, family);
      }
      link = links.nextOut[link] as number;
    }
    for (let link = links.firstIn[company] ?? none; link !== none;) {
      const total = cost + (this.#up[link] as number);
      if (total <= maxCost) {
        const next = this.#familyAfter(family, link);
        if (next !== none) {
          this.#push(links.from[link] as number, next, origin, total, link, family);
        }
      }
      link = links.nextIn[link] as number;
    }
  }

  /** Takes away the labels named and all that rest on them; returns whose sets now have room. */
  #withdraw(
    first: readonly { readonly company: number; readonly test: (label: Label) => boolean }[],
  ): ReadonlyMap<number, ReadonlySet<number>> {
    const lost = new Map<number, Set<number>>();
    const waiting = new Map<number, Label[]>();
    const take = (company: number, test: (label: Label) => boolean): void => {
      const labels = this.#labels[company];
      if (labels === undefined) return;
      for (let at = labels.length - 1; at >= 0; at -= 1) {
        const label = labels[at] as Label;
        if (!test(label)) continue;
        labels.splice(at, 1);
        const families = lost.get(company);
        if (families === undefined) lost.set(company, new Set([label.family]));
        else families.add(label.family);
        const list = waiting.get(company);
        if (list === undefined) waiting.set(company, [label]);
        else list.push(label);
      }
    };
    for (const { company, test } of first) take(company, test);
    for (;;) {
      const next = waiting.entries().next();
      if (next.done === true) return lost;
      const [company, gone] = next.value;
      waiting.delete(company);
      this.#eachLink(company, (link, other) => {
        if (this.#labels[other] === undefined) return;
        take(
          other,
          (label) =>
            label.link === link &&
            gone.some(
              ({ family, origin }) => family === label.fromFamily && origin === label.origin,
            ),
        );
      });
    }
  }

  #refill(lost: ReadonlyMap<number, ReadonlySet<number>>): void {
    for (const [company, families] of lost) {
      const start = this.#starts.get(company);
      if (start !== undefined) this.#pushStart(start);
      this.#eachLink(company, (link, other) => {
        const labels = this.#labels[other];
        if (labels === undefined || labels.length === 0) return;
        const cost = (this.#links.from[link] === other ? this.#down : this.#up)[link] as number;
        if (cost === closed) return;
        for (const label of labels) {
          const family = this.#familyAfter(label.family, link);
          if (family === none || !families.has(family)) continue;
          this.#push(company, family, label.origin, label.cost + cost, link, label.family);
        }
      });
    }
    this.#run();
  }

  #eachLink(company: number, visit: (link: number, other: number) => void): void {
    const links = this.#links;
    for (let link = links.firstOut[company] ?? none; link !== none;) {
      const next = links.nextOut[link] as number;
      visit(link, links.to[link] as number);
      link = next;
    }
    for (let link = links.firstIn[company] ?? none; link !== none;) {
      const next = links.nextIn[link] as number;
      visit(link, links.from[link] as number);
      link = next;
    }
  }

  #compareOrigins(a: Label, b: Label): number {
    return a.cost - b.cost || this.#options.compareCompanies(a.origin, b.origin);
  }

  /** Of equally good paths from one origin, always the same one is shown. */
  #compareSteps(company: number, a: Label, b: Label): number {
    if (a.link === b.link) return a.fromFamily - b.fromFamily;
    if (a.link === none || b.link === none) return a.link === none ? -1 : 1;
    const { compareCompanies, compareLinks } = this.#options;
    return (
      compareCompanies(this.otherEnd(a.link, company), this.otherEnd(b.link, company)) ||
      compareLinks(a.link, b.link)
    );
  }
}
