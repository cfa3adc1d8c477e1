/** What readers of network files make of them, piece by piece. */
import type { Company, SupplyLink } from '@herkomst/core';

/** A line that could not be used. It stays aside; the rest of the file goes on. */
export interface NetworkFault {
  /** 1-based. */
  readonly line: number;
  /** 'invalid-text', 'invalid-json', 'wrong-shape', 'missing', 'wrong-value', 'unknown-entity'. */
  readonly code: string;
  /** Column or property at fault: 'from_country', 'properties.owner'; '' for the line as a whole. */
  readonly path: string;
  readonly message: string;
  /** The line as it stood, without its end. */
  readonly original: string;
}

export type NetworkEntry =
  | { readonly kind: 'link'; readonly line: number; readonly link: SupplyLink }
  /** A company that the file tells of, whether or not a link mentions it. */
  | { readonly kind: 'company'; readonly line: number; readonly company: Company }
  | { readonly kind: 'fault'; readonly fault: NetworkFault };

/** The file as a whole is none of its kind, such as a CSV without the columns needed. */
export class NetworkFileError extends Error {
  readonly code = 'invalid-network-file';
}
