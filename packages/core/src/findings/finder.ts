/**
 * The shape every finder has: it looks at one kind of sign, says what it found and what it could
 * not evaluate, and decides nothing.
 */
import type { Citation, Gap, MatchExplanation, ScorePiece } from '../assessment/assessment.ts';
import type { WeighedGroup } from '../assessment/weigh.ts';
import type { ShipmentFacts } from '../facts/facts.ts';
import type { ListedEntity } from '../lists/list.ts';
import type { StateLabourRegime } from '../places/state-labour.ts';
import type { SharedKind } from '../lists/identity-index.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { PartyRole, Shipment } from '../shipment/schema.ts';

export interface FindContext {
  readonly shipment: Shipment;
  readonly rulebook: Rulebook;
  readonly facts: ShipmentFacts;
  /** Log-odds of the rulebook's base rate. */
  readonly baseline: number;
  /** The day the law is asked about, 'YYYY-MM-DD': see assessment/date.ts. */
  readonly date: string;
}

/** What a finding states, for determinations to build on without reading its words. */
export type Claim =
  | {
      readonly kind: 'listed-entity';
      readonly entity: ListedEntity;
      readonly list: string;
      readonly role: PartyRole | 'vessel';
      /** Whether the match is sure enough to act on without a person. */
      readonly automatic: boolean;
      readonly inForce: boolean;
      /** False when the order names goods and none of the shipment's are among them. */
      readonly goodsCovered: boolean;
    }
  | {
      readonly kind: 'region';
      readonly region: 'xinjiang';
      /** 'origin': goods declared as from there; 'maker': the maker's own address; 'other'. */
      readonly tie: 'origin' | 'maker' | 'other';
    }
  | {
      readonly kind: 'ordered-goods';
      readonly entity: ListedEntity;
      readonly list: string;
      readonly inForce: boolean;
    }
  | {
      /** A party bears a number, or sits at the address, of a listed entity. */
      readonly kind: 'shared-identity';
      readonly entity: ListedEntity;
      readonly list: string;
      readonly role: PartyRole;
      /** 'identifier': one firm under two names. 'address', 'phone': neighbours or one firm. */
      readonly by: SharedKind;
      readonly inForce: boolean;
      readonly goodsCovered: boolean;
    }
  | {
      /** Labour that a state imposes, other than in Xinjiang. */
      readonly kind: 'state-labour';
      readonly regime: StateLabourRegime;
      /** 'origin' and 'maker' settle where the goods were made; 'other' points there. */
      readonly tie: 'origin' | 'maker' | 'other';
    }
  | { readonly kind: 'risk-goods' }
  /** Facts that can not all be true, or a weak hint: calls for a look and states nothing more. */
  | { readonly kind: 'oddity' }
  /** Evidence that speaks against. */
  | { readonly kind: 'counter' }
  | {
      /** A party stands downstream of a listed entity, of a region or of a firm named elsewhere. */
      readonly kind: 'supply-link';
      /** The list entry at the start of the path; null for a region or a firm on no list. */
      readonly entity: ListedEntity | null;
      readonly list: string | null;
      readonly region: 'xinjiang' | null;
      readonly role: PartyRole;
      /** Links between the party and the start of the path. */
      readonly tiers: number;
      /** Every link stated, not inferred, of goods that fit, and both ends surely recognised. */
      readonly sure: boolean;
      readonly inForce: boolean;
      /** False when the order names goods and none of the shipment's are made of them. */
      readonly goodsCovered: boolean;
    };

export interface RawFinding {
  readonly factor: string;
  readonly group: string;
  readonly summary: string;
  readonly path: string;
  readonly matched: string;
  readonly weight: number;
  readonly pieces: readonly ScorePiece[];
  readonly citation: Citation | null;
  readonly match: MatchExplanation | null;
  readonly claim: Claim;
  /** On findings that are kept, what was made of them last: see remember.ts and weigh.ts. */
  readonly note?: FindingNote;
}

export interface FindingNote {
  /** Of the first finding of a group. */
  group: WeighedGroup | null;
}

export interface FinderResult {
  readonly findings: readonly RawFinding[];
  readonly gaps: readonly Gap[];
}

/** Of a finder that has nothing to say: mostly so, and then no result need be built. */
export const nothingFound: FinderResult = { findings: [], gaps: [] };

export interface Finder {
  readonly name: string;
  readonly find: (context: FindContext) => FinderResult;
}
