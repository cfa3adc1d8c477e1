/**
 * A suppression: "this match is not them", signed and for a time.
 *
 * It speaks of one party as declared, one list entry and some goods, and rests on what was known
 * when it was signed. When the party's facts, the list entry or the rulebook is no longer that, it
 * does not hold.
 */
import type { ListEntryName, Person } from './case.ts';

export interface SuppressionScope {
  /** The declared party, never the entry it was taken for; see `declaredPartyKey`. */
  readonly party: { readonly key: string; readonly name: string; readonly country: string | null };
  readonly entry: ListEntryName;
  /** HS prefixes that all goods of the shipment must be within; empty for any goods. */
  readonly goods: readonly string[];
}

/** What it was signed on. */
export interface SuppressionBasis {
  /** SHA-256 of the party's facts, plainly written; see `partyFactsDigest`. */
  readonly factsDigest: string;
  /** SHA-256 of the entry as its list had it; see `entryDigest`. */
  readonly entryDigest: string;
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
}

/** Why a suppression does not hold. */
export type SuppressionLapse =
  | 'expired'
  | 'entry-changed'
  | 'rulebook-changed'
  | 'facts-changed'
  | 'other-goods';

export const suppressionStatuses = ['proposed', 'active', 'ended'] as const;
export type SuppressionStatus = (typeof suppressionStatuses)[number];

export interface Suppression {
  readonly tenant: string;
  readonly suppressionId: string;
  /** 1 when proposed; grows by one with each change. */
  readonly version: number;
  /** The case and the alert in it that it was signed over. */
  readonly caseId: string;
  readonly alertId: string;
  readonly scope: SuppressionScope;
  readonly basis: SuppressionBasis;
  readonly reason: string;
  readonly status: SuppressionStatus;
  readonly proposedBy: Person;
  readonly proposedAt: string;
  /** The second person; null where the policy asks for none, and until they signed. */
  readonly approvedBy: Person | null;
  readonly expiresAt: string;
  readonly ended: {
    readonly why: SuppressionLapse | 'revoked' | 'rejected';
    readonly at: string;
    /** Null when it lapsed by itself. */
    readonly by: Person | null;
  } | null;
}
