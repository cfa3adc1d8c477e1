/** What taint.ts keeps of taint at a company, and what it needs to work it out. */
import type { GoodsFamilies } from './goods-families.ts';
import type { LinkTable } from './link-table.ts';

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
  readonly goods: GoodsFamilies;
  /** Labels costing more are dropped. */
  readonly maxCost: number;
  readonly keep: number;
  /** Orders companies, and links, by what they are and not by when they came. */
  readonly compareCompanies: (a: number, b: number) => number;
  readonly compareLinks: (a: number, b: number) => number;
}

/** Numbers of a label as it is kept: family, origin, cost, link, fromFamily. */
export const labelFields = 5;

export function labelAt(labels: readonly number[], at: number): Label {
  return {
    family: labels[at] as number,
    origin: labels[at + 1] as number,
    cost: labels[at + 2] as number,
    link: labels[at + 3] as number,
    fromFamily: labels[at + 4] as number,
  };
}

/** Whether a label that came over a link from where the other stands goes on from it. */
export function restsOn(label: Label, other: Label): boolean {
  return label.fromFamily === other.family && label.origin === other.origin;
}

export function countIn(family: number, labels: readonly number[]): number {
  let count = 0;
  for (let at = 0; at < labels.length; at += labelFields) count += Number(labels[at] === family);
  return count;
}

/**
 * Families in which a company lost labels, each with the origins lost: no others can come in, for a
 * set that was not full held all there were. Null where it was full, and any origin may.
 */
export type Vacancies = ReadonlyMap<number, ReadonlySet<number> | null>;
