/**
 * What the supply network is made of: companies, and dated, sourced links between them. A link runs
 * from upstream to downstream: from who supplies, owns or came before, to who buys, is owned or
 * came after.
 */
import type { ListReference } from '../assessment/assessment.ts';
import type { NetworkRules } from './rules.ts';

export interface CompanyIdentifier {
  /** 'LEI', 'USCC', 'DUNS', 'OSID', 'EORI', 'MID', 'VAT' or another. */
  readonly scheme: string;
  readonly value: string;
}

export interface Company {
  /** Id in its source, used to tell it apart where it bears no identifier: 'NK-4Uw...'. */
  readonly id?: string;
  readonly name: string;
  readonly otherNames?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly identifiers?: readonly CompanyIdentifier[];
  /** Persons are never recognised by their name. */
  readonly person?: boolean;
  /** City or county, for people to read and for the gazetteer: 'Lop County'. */
  readonly place?: string;
  /** ISO 3166-2, where the source says so: 'CN-XJ'. */
  readonly region?: string;
  /** Ids of list entries that its source says it is: 'uflpa:hetian-haolin-hair-accessories'. */
  readonly entityIds?: readonly string[];
  /** What its source says of it, in FollowTheMoney's words: 'forced.labor', 'debarment'. */
  readonly topics?: readonly string[];
}

/**
 * 'supplies': goods pass. 'sub-supplier': goods pass through others whom the source leaves out.
 * 'owns', 'controls': from owner or director to firm. 'same-as': one firm, or one that came of the
 * other. 'shared-address', 'shared-phone': either way. 'associated': linked, nobody says how.
 */
export const linkKinds = [
  'supplies',
  'sub-supplier',
  'owns',
  'controls',
  'same-as',
  'shared-address',
  'shared-phone',
  'associated',
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Who says so. */
export interface LinkSource {
  readonly name: string;
  /** Page or document; for links inferred from shipments, the last shipment's URN. */
  readonly url: string;
}

export interface LinkFacts {
  readonly kind: LinkKind;
  /** HS code of the goods, 2 to 10 digits. */
  readonly hs?: string;
  /** Goods in words. */
  readonly goods?: string;
  /** Of the customer's goods of this kind, or of the firm owned, 0..1. */
  readonly share?: number;
  /** Shipments counted; a whole number above 0. */
  readonly shipments?: number;
  /** 'YYYY-MM-DD'. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** When the source last saw it. */
  readonly seen?: string;
  readonly source: LinkSource;
  /** True when no one stated it, and it was derived from declared shipments. */
  readonly inferred?: boolean;
}

export interface SupplyLink extends LinkFacts {
  readonly from: Company;
  readonly to: Company;
}

/** Why taint begins at a company. */
export interface Origin {
  /** List entries that the company is, likeliest first. */
  readonly entityIds: readonly string[];
  /** HS prefixes that all its entries' orders are limited to; empty when some entry has no limit. */
  readonly hsPrefixes: readonly string[];
  /** The region where the state imposes labour in which it lies; null when in none. */
  readonly region: 'xinjiang' | null;
  /** True when it is on no list and in no region, but a source names it for forced labour. */
  readonly namedElsewhere: boolean;
  /** How probable it is that all this is true of this company, 0..1. */
  readonly probability: number;
  /** Whether that is sure enough to act on without a person. */
  readonly sure: boolean;
}

/** One link of a path, seen from downstream. */
export interface TracedStep {
  readonly downstream: Company;
  readonly upstream: Company;
  readonly link: LinkFacts;
  /** 'same-name' and 'same-identifier' are drawn by the network itself, not by a source. */
  readonly kind: LinkKind | 'same-name' | 'same-identifier';
  /** The goods in words where goods pass: 'human hair'; null for other kinds. */
  readonly goods: string | null;
  /** True when taint passed against the link's direction, as from a firm to its owner. */
  readonly reversed: boolean;
  /** Share that passes this link on the day asked about, 0..1. */
  readonly passes: number;
  /** Part of `passes`: 1 for a link that still held on the day, less the longer it had ended. */
  readonly age: number;
}

/** How a party of a shipment was taken for a company of the network. */
export interface PartyHit {
  readonly company: Company;
  readonly by: 'identifier' | 'name' | 'name-only';
  /** Several companies bear the name. */
  readonly namesakes: boolean;
  /** 0..1. */
  readonly certainty: number;
}

export interface TracedPath {
  readonly hit: PartyHit;
  /** From the party upstream; empty when the party's own company is the origin. */
  readonly steps: readonly TracedStep[];
  readonly origin: Origin & { readonly company: Company };
  /** Product of all steps, the hit's certainty and the origin's probability, 0..1. */
  readonly strength: number;
  /** See Claim 'supply-link'. */
  readonly sure: boolean;
}

export interface TraceQuery {
  readonly names: readonly string[];
  readonly country?: string;
  readonly identifiers?: readonly CompanyIdentifier[];
  /** HS codes of the goods shipped; a path of goods none of which they can be made of is left out. */
  readonly hs: readonly string[];
  /** 'YYYY-MM-DD'. */
  readonly date: string;
}

/** What screening asks of a network; precomputed, so that asking is look-ups only. */
export interface NetworkView {
  /** Its version changes with any link or origin, whatever the order they came in. */
  readonly reference: ListReference;
  /** Those it was worked out with. */
  readonly rules: NetworkRules;
  /** Best first. Throws on no query. */
  trace(query: TraceQuery): readonly TracedPath[];
  /** Whether goods of one HS code can hold goods of the other; true where we can not tell. */
  canHold(hs: string, inputHs: string): boolean;
}
