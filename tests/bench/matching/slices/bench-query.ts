/** A query of the benchmark, and which half of the firms it may be made of. */
import type { PartyQuery } from '@herkomst/core';
import { hashText } from '../random.ts';

export interface BenchQuery {
  readonly slice: string;
  readonly positive: boolean;
  readonly query: PartyQuery;
  /** The firm, person or vessel it was made from. */
  readonly firm: { readonly id: string; readonly real: boolean };
}

export type Half = 'train' | 'test';

/** Firms are held out whole: all that is made from one is in one half. */
export const halfOf = ({ id }: { readonly id: string }): Half =>
  hashText(id, 7) % 2 === 0 ? 'train' : 'test';
