/**
 * The ways taint may go from each company, side by side in memory: spreading over a million links
 * is bound by how often memory must be waited for. Ways made since the last build stand apart.
 */
import { closed, supplyKinds } from './link-cost.ts';
import { none, type LinkTable } from './link-table.ts';

/** Numbers an arc takes: company at its other end, cost, goods it carries, link. */
export const arcFields = 4;

export class Arcs {
  readonly #links: LinkTable;
  readonly #priceOf: (link: number) => { readonly down: number; readonly up: number };
  readonly #back: boolean;
  #starts = new Int32Array(1);
  #built = new Int32Array(0);
  /** Removed and later arcs by company, in the same form. */
  readonly #later = new Map<number, number[]>();

  /** 'onward': filed by the company that taint comes from; 'back': by the one it goes to. */
  constructor(
    links: LinkTable,
    priceOf: (link: number) => { readonly down: number; readonly up: number },
    way: 'onward' | 'back',
  ) {
    this.#links = links;
    this.#priceOf = priceOf;
    this.#back = way === 'back';
  }

  /** Calls with every arc filed by the company, those that are gone left out. */
  each(company: number, visit: (other: number, cost: number, goods: number, link: number) => void) {
    const built = this.#built;
    const end = this.endOf(company);
    for (let at = this.startOf(company); at < end; at += arcFields) {
      const link = built[at + 3] as number;
      if (link === none) continue;
      visit(built[at] as number, built[at + 1] as number, built[at + 2] as number, link);
    }
    const later = this.laterOf(company);
    for (let at = 0; at < later.length; at += arcFields) {
      visit(
        later[at] as number,
        later[at + 1] as number,
        later[at + 2] as number,
        later[at + 3] as number,
      );
    }
  }

  /** Every arc, read from its first number on in steps of `arcFields`; those of cost `closed` are gone. */
  get numbers(): Int32Array {
    return this.#built;
  }

  startOf(company: number): number {
    return this.#starts[Math.min(company, this.#starts.length - 1)] as number;
  }

  endOf(company: number): number {
    return this.#starts[Math.min(company + 1, this.#starts.length - 1)] as number;
  }

  laterOf(company: number): readonly number[] {
    return this.#later.get(company) ?? [];
  }

  /** Lays all links out anew; `companies` is one more than the highest number. */
  build(companies: number): void {
    this.#later.clear();
    const starts = new Int32Array(companies + 1);
    this.#eachArc((from) => {
      starts[from + 1] = (starts[from + 1] as number) + arcFields;
    });
    for (let company = 0; company < companies; company += 1) {
      starts[company + 1] = (starts[company + 1] as number) + (starts[company] as number);
    }
    const built = new Int32Array(starts[companies] as number);
    const next = starts.slice(0, companies);
    this.#eachArc((from, to, cost, link) => {
      const at = next[from] as number;
      next[from] = at + arcFields;
      built[at] = to;
      built[at + 1] = cost;
      built[at + 2] = this.goodsOf(link);
      built[at + 3] = link;
    });
    this.#starts = starts;
    this.#built = built;
  }

  add(link: number): void {
    this.#arcsOf(link, (from, to, cost) => {
      const arc = [to, cost, this.goodsOf(link), link];
      const later = this.#later.get(from);
      if (later === undefined) this.#later.set(from, arc);
      else later.push(...arc);
    });
  }

  remove(link: number): void {
    this.#arcsOf(link, (from) => {
      const later = this.#later.get(from) ?? [];
      for (let at = 0; at < later.length; at += arcFields) {
        if (later[at + 3] !== link) continue;
        later.splice(at, arcFields);
        return;
      }
      const end = this.endOf(from);
      for (let at = this.startOf(from); at < end; at += arcFields) {
        if (this.#built[at + 3] !== link) continue;
        this.#built[at + 1] = closed;
        // Its number may go to another link.
        this.#built[at + 3] = none;
        return;
      }
    });
  }

  /** Family that taint must feed to go over the link, and has then; 0 where it keeps its own. */
  goodsOf(link: number): number {
    // Goods that nobody names are still made of what they are made of.
    return supplyKinds.has(this.#links.kind[link] as number)
      ? (this.#links.family[link] as number)
      : 0;
  }

  #eachArc(visit: (from: number, to: number, cost: number, link: number) => void): void {
    for (let link = 0; link < this.#links.end; link += 1) {
      if (this.#links.isLive(link)) this.#arcsOf(link, visit);
    }
  }

  #arcsOf(
    link: number,
    visit: (from: number, to: number, cost: number, link: number) => void,
  ): void {
    const from = this.#links.from[link] as number;
    const to = this.#links.to[link] as number;
    const { down, up } = this.#priceOf(link);
    if (down !== closed) visit(this.#back ? to : from, this.#back ? from : to, down, link);
    if (up !== closed) visit(this.#back ? from : to, this.#back ? to : from, up, link);
  }
}
