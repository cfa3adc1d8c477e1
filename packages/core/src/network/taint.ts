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
import { arcFields, Arcs } from './arcs.ts';
import { grownInt32 } from './grow.ts';
import { closed } from './link-cost.ts';
import {
  countIn,
  labelAt,
  labelFields,
  restsOn,
  type Label,
  type TaintOptions,
  type TaintStart,
  type Vacancies,
} from './label.ts';
import { none, type LinkTable } from './link-table.ts';

const unknownWorth = 2;

export class Taint {
  readonly #options: TaintOptions;
  readonly #links: LinkTable;
  readonly #arcs: Arcs;
  readonly #arcsBack: Arcs;
  /** By company, its labels one after another. */
  readonly #labels: (number[] | undefined)[] = [];
  readonly #starts = new Map<number, TaintStart>();
  /** Candidates by cost: company, family, origin, link, fromFamily. */
  readonly #buckets: number[][];
  /** By family, whether the label being spread is worth passing on into it. */
  readonly #worth: Uint8Array;
  #down = new Int32Array(64).fill(closed);
  #up = new Int32Array(64).fill(closed);

  constructor(options: TaintOptions) {
    this.#options = options;
    this.#links = options.links;
    const priceOf = (link: number): { down: number; up: number } => ({
      down: this.#down[link] as number,
      up: this.#up[link] as number,
    });
    this.#arcs = new Arcs(options.links, priceOf, 'onward');
    this.#arcsBack = new Arcs(options.links, priceOf, 'back');
    this.#worth = new Uint8Array(options.goods.count);
    this.#buckets = Array.from({ length: options.maxCost + 1 }, () => []);
  }

  labelsOf(company: number): readonly Label[] {
    const labels = this.#labels[company];
    if (labels === undefined) return [];
    return Array.from({ length: labels.length / labelFields }, (_, nth) =>
      labelAt(labels, nth * labelFields),
    );
  }

  isTainted(company: number): boolean {
    return (this.#labels[company]?.length ?? 0) > 0;
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

  /** Works everything out anew from the starts; `companies` is one more than the highest number. */
  recompute(companies: number): void {
    this.#arcs.build(companies);
    this.#arcsBack.build(companies);
    this.#labels.length = 0;
    for (const start of this.#starts.values()) this.#pushStart(start);
    this.#run();
  }

  /** To be called once the link is in the table and priced. */
  linkAdded(link: number): void {
    this.#arcs.add(link);
    this.#arcsBack.add(link);
    const [from, to] = [this.#links.from[link] as number, this.#links.to[link] as number];
    const goods = this.#arcs.goodsOf(link);
    const [down, up] = [this.#down[link] as number, this.#up[link] as number];
    if (down !== closed) this.#pushAlong(from, to, down, goods, link);
    if (up !== closed) this.#pushAlong(to, from, up, goods, link);
    this.#run();
  }

  /** To be called while the link is still in the table; `takeOut` must take it out. */
  linkRemoved(link: number, takeOut: () => void): void {
    this.#arcs.remove(link);
    this.#arcsBack.remove(link);
    const ends = [this.#links.from[link] as number, this.#links.to[link] as number];
    const lost = this.#withdraw(link, ends);
    takeOut();
    this.#refill(lost);
  }

  setStart(company: number, start: TaintStart | null): void {
    if (this.#starts.delete(company)) {
      this.#refill(this.#withdraw(none, [company]));
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

  /** Sends every label at `source` to a company, or such as fill a vacancy. */
  #pushAlong(
    source: number,
    company: number,
    cost: number,
    goods: number,
    link: number,
    wanted?: Vacancies,
  ): void {
    const labels = this.#labels[source];
    if (labels === undefined) return;
    for (let at = 0; at < labels.length; at += labelFields) {
      const family = labels[at] as number;
      const next = this.#familyAfter(family, goods);
      if (next === none) continue;
      const origin = labels[at + 1] as number;
      if (wanted !== undefined) {
        const origins = wanted.get(next);
        if (origins === undefined || origins?.has(origin) === false) continue;
      }
      this.#push(company, next, origin, (labels[at + 2] as number) + cost, link, family);
    }
  }

  /** Family of goods that carries taint on over a link of such goods; `none` where it can not. */
  #familyAfter(family: number, goods: number): number {
    if (goods === 0) return family;
    return this.#options.goods.feeds(family, goods) ? goods : none;
  }

  /** Settles candidates, cheapest first; each settled label sends its own, all dearer than it. */
  #run(): void {
    for (let cost = 0; cost < this.#buckets.length; cost += 1) {
      const bucket = this.#buckets[cost];
      if (bucket === undefined || bucket.length === 0) continue;
      for (let at = 0; at < bucket.length; at += labelFields) {
        const company = bucket[at] as number;
        const family = bucket[at + 1] as number;
        const origin = bucket[at + 2] as number;
        const link = bucket[at + 3] as number;
        if (this.#settle(company, family, origin, cost, link, bucket[at + 4] as number)) {
          this.#spread(company, family, origin, cost);
        }
      }
      this.#buckets[cost] = [];
    }
  }

  /** True when others must hear of it. */
  #settle(
    company: number,
    family: number,
    origin: number,
    cost: number,
    link: number,
    fromFamily: number,
  ): boolean {
    const labels = this.#labels[company];
    if (labels === undefined) {
      this.#labels[company] = [family, origin, cost, link, fromFamily];
      return true;
    }
    let inFamily = 0;
    let worst = none;
    for (let at = 0; at < labels.length; at += labelFields) {
      if (labels[at] !== family) continue;
      const otherCost = labels[at + 2] as number;
      if (labels[at + 1] === origin) {
        if (cost > otherCost) return false;
        const improved = cost < otherCost;
        if (improved || this.#isBetterStep(company, link, fromFamily, labels, at)) {
          labels[at + 2] = cost;
          labels[at + 3] = link;
          labels[at + 4] = fromFamily;
        }
        return improved;
      }
      inFamily += 1;
      if (
        worst === none ||
        this.#compareOrigins(otherCost, labels[at + 1] as number, labels, worst) > 0
      ) {
        worst = at;
      }
    }
    if (worst === none || inFamily < this.#options.keep) {
      labels.push(family, origin, cost, link, fromFamily);
      return true;
    }
    if (this.#compareOrigins(cost, origin, labels, worst) >= 0) return false;
    labels[worst + 1] = origin;
    labels[worst + 2] = cost;
    labels[worst + 3] = link;
    labels[worst + 4] = fromFamily;
    return true;
  }

  #spread(company: number, family: number, origin: number, cost: number): void {
    this.#worth.fill(unknownWorth);
    const { numbers } = this.#arcs;
    const end = this.#arcs.endOf(company);
    this.#spreadOver(numbers, this.#arcs.startOf(company), end, company, family, origin, cost);
    const later = this.#arcs.laterOf(company);
    this.#spreadOver(later, 0, later.length, company, family, origin, cost);
  }

  #spreadOver(
    arcs: ArrayLike<number>,
    start: number,
    end: number,
    company: number,
    family: number,
    origin: number,
    cost: number,
  ): void {
    const { maxCost } = this.#options;
    for (let at = start; at < end; at += arcFields) {
      const total = cost + (arcs[at + 1] as number);
      if (total > maxCost) continue;
      const next = this.#familyAfter(family, arcs[at + 2] as number);
      if (next === none || !this.#isWorthwhile(company, family, origin, cost, next)) continue;
      this.#push(arcs[at] as number, next, origin, total, arcs[at + 3] as number, family);
    }
  }

  /**
   * False where the company's other labels that pass into the same family beat this one wherever
   * it goes. A trader's thousand links then carry its best few labels and not all it has.
   */
  #isWorthwhile(
    company: number,
    family: number,
    origin: number,
    cost: number,
    next: number,
  ): boolean {
    // Into its own family a label goes over links that carry no other.
    if (next === family) return true;
    const known = this.#worth[next];
    if (known !== unknownWorth) return known === 1;
    const { goods, keep } = this.#options;
    const labels = this.#labels[company] ?? [];
    const better: number[] = [];
    let worthwhile = true;
    for (let at = 0; at < labels.length; at += labelFields) {
      if (!goods.feeds(labels[at] as number, next)) continue;
      const other = labels[at + 1] as number;
      if (other === origin) worthwhile &&= (labels[at + 2] as number) >= cost;
      else if (this.#compareOrigins(cost, origin, labels, at) > 0 && !better.includes(other)) {
        better.push(other);
      }
    }
    worthwhile &&= better.length < keep;
    this.#worth[next] = worthwhile ? 1 : 0;
    return worthwhile;
  }

  /** Takes away labels that came over the link, at these companies, and all that rest on them. */
  #withdraw(link: number, companies: readonly number[]): ReadonlyMap<number, Vacancies> {
    const lost = new Map<number, Map<number, Set<number> | null>>();
    const queue: number[] = [];
    const waiting = new Map<number, Label[]>();
    const { keep } = this.#options;
    const take = (company: number, over: number, gone: readonly Label[] | null): void => {
      const labels = this.#labels[company];
      if (labels === undefined) return;
      for (let at = labels.length - labelFields; at >= 0; at -= labelFields) {
        if (labels[at + 3] !== over) continue;
        const label = labelAt(labels, at);
        if (gone !== null && !gone.some((each) => restsOn(label, each))) continue;
        let vacancies = lost.get(company);
        if (vacancies === undefined) lost.set(company, (vacancies = new Map()));
        const origins = vacancies.get(label.family);
        if (origins !== undefined) origins?.add(label.origin);
        else {
          const full = countIn(label.family, labels) >= keep;
          vacancies.set(label.family, full ? null : new Set([label.origin]));
        }
        labels.splice(at, labelFields);
        const list = waiting.get(company);
        if (list !== undefined) list.push(label);
        else {
          waiting.set(company, [label]);
          queue.push(company);
        }
      }
    };
    for (const company of companies) take(company, link, null);
    for (const company of queue) {
      const gone = waiting.get(company) ?? [];
      waiting.delete(company);
      this.#arcs.each(company, (other, _cost, _goods, over) => take(other, over, gone));
    }
    return lost;
  }

  #refill(lost: ReadonlyMap<number, Vacancies>): void {
    for (const [company, vacancies] of lost) {
      const start = this.#starts.get(company);
      if (start !== undefined) this.#pushStart(start);
      this.#arcsBack.each(company, (source, cost, goods, link) => {
        this.#pushAlong(source, company, cost, goods, link, vacancies);
      });
    }
    this.#run();
  }

  #compareOrigins(cost: number, origin: number, labels: readonly number[], at: number): number {
    const otherCost = labels[at + 2] as number;
    if (cost !== otherCost) return cost - otherCost;
    return this.#options.compareCompanies(origin, labels[at + 1] as number);
  }

  /** Of equally good paths from one origin, always the same one is shown. */
  #isBetterStep(
    company: number,
    link: number,
    fromFamily: number,
    labels: readonly number[],
    at: number,
  ): boolean {
    const otherLink = labels[at + 3] as number;
    if (link === otherLink) return fromFamily < (labels[at + 4] as number);
    if (link === none || otherLink === none) return link === none;
    const { compareCompanies, compareLinks } = this.#options;
    const order =
      compareCompanies(this.otherEnd(link, company), this.otherEnd(otherLink, company)) ||
      compareLinks(link, otherLink);
    return order < 0;
  }
}
