/** What is kept of taint at a company: see taint.ts. */

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
