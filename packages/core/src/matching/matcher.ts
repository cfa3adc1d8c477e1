/**
 * What screening asks of name matching, so that core needs no matcher of its own.
 *
 * The matcher is handed in with the rulebook. It is pure: the same query gives the same candidates
 * in the same order, and it never throws on any text.
 */

export interface PartyQuery {
  /** The name as declared, then any other names; at least one. */
  readonly names: readonly string[];
  /** Address lines, city, region and postcode as declared, in that order. */
  readonly address?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[];
  /** Which kinds of entity to look among; all when absent. */
  readonly kinds?: readonly string[];
}

/** One reason for or against a match, in words a person can check. */
export interface MatchPiece {
  /** 'brand', 'place', 'industry', 'legal-form', 'country', 'identifier', ... */
  readonly aspect: string;
  /** What the party had; empty where it had nothing. */
  readonly queried: string;
  /** What the list entry had; empty where it had nothing. */
  readonly listed: string;
  /** How they compare: 'equal', 'variant', 'typo', 'truncated', 'missing', 'differs', 'ignored'. */
  readonly relation: string;
  /** Log-odds this piece added; negative when it speaks against the match. */
  readonly weight: number;
  /** One sentence: "Hetian and Hotan are spellings of one place, 和田". */
  readonly explanation: string;
}

/** 'automatic' matches may raise an alert by themselves; 'candidate' ones go before a person. */
export type MatchTier = 'automatic' | 'candidate';

export interface MatchCandidate {
  readonly entityId: string;
  /** Which of the query's names matched. */
  readonly queriedName: string;
  /** Which of the entity's names matched. */
  readonly listedName: string;
  /** Calibrated probability that party and entity are the same, 0..1. */
  readonly probability: number;
  readonly tier: MatchTier;
  readonly pieces: readonly MatchPiece[];
}

export interface PartyMatcher {
  /** Best first; empty when nothing on the lists comes near. */
  match(query: PartyQuery): readonly MatchCandidate[];
}
