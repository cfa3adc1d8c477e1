/**
 * What screening says of one declared shipment: a verdict, and everything it rests on.
 *
 * The score adds up in the open. It is logistic(intercept + slope × (baseline + the sum of all
 * contributions)), where the baseline is the log-odds of the rulebook's base rate, intercept and
 * slope are its calibration, and each contribution is log-odds rounded to four decimals; anyone with
 * a pocket calculator can check it. See docs/scoring.md.
 */
import type { MatchPiece, MatchTier } from '../matching/matcher.ts';
import type { Severity } from '../rulebook/definition.ts';

/**
 * 'alert': the evidence suffices to act. 'unknown': something needed could not be evaluated and
 * what could be does not suffice to act. 'review': a person should look. 'clear': all that is
 * needed was evaluated, and nothing weighs enough.
 */
export const verdicts = ['clear', 'review', 'alert', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Citation {
  /** List or strategy cited: 'us-uflpa'. */
  readonly list: string;
  readonly listTitle: string;
  /** Name of the entry as the list has it. */
  readonly entry: string;
  /** Our version of the list: '2026-07-09.1'. */
  readonly listVersion: string;
  /** When the entry took effect, 'YYYY-MM-DD'; null where the source gives none. */
  readonly effectiveDate: string | null;
  readonly url: string;
}

/** One step in how a finding's weight came about. */
export interface ScorePiece {
  readonly label: string;
  /** Log-odds this step added (negative: took away). */
  readonly weight: number;
  readonly explanation: string;
}

/** Why a name was taken for a list entry's. */
export interface MatchExplanation {
  readonly listedName: string;
  /** Calibrated probability that both are the same, 0..1. */
  readonly probability: number;
  readonly tier: MatchTier;
  readonly pieces: readonly MatchPiece[];
}

export interface Finding {
  /** Stable within the assessment: the factor, the path and what it cites. */
  readonly id: string;
  readonly factor: string;
  /** Evidence group whose cap it shares. */
  readonly group: string;
  /** One sentence for a person. */
  readonly summary: string;
  /** Path in the event: 'data.parties[0].name'. */
  readonly path: string;
  /** The text at that path that the finding rests on. */
  readonly matched: string;
  /** Log-odds before the group's damping and cap. */
  readonly weight: number;
  /** Log-odds it adds to the score. */
  readonly contribution: number;
  readonly pieces: readonly ScorePiece[];
  readonly citation: Citation | null;
  /** Present where a name was matched. */
  readonly match: MatchExplanation | null;
}

/** Something needed for a verdict that could not be evaluated. */
export interface Gap {
  readonly factor: string;
  /** Where the missing or unusable fact belongs: 'data.items[0].countryOfOrigin'. */
  readonly path: string;
  readonly reason: string;
}

/**
 * 'applies': the facts declared meet the rule. 'indicated': they point to it, a person must decide.
 * 'not-indicated': evaluated, nothing found. 'not-applicable': the rule does not bind here.
 * 'undetermined': a needed fact is missing and nothing found decides it otherwise. 'advisory': the
 * rule does not apply yet; this is what it would say.
 */
export type DeterminationStatus =
  | 'applies'
  | 'advisory'
  | 'indicated'
  | 'not-indicated'
  | 'not-applicable'
  | 'undetermined';

/** What to ask the supplier for, of one commodity. */
export interface DocumentRequest {
  /** 'Cotton'; 'Other goods' where no commodity has a list of its own. */
  readonly commodity: string;
  /** From the raw material to the goods. */
  readonly documents: readonly string[];
  /** Line numbers of the items it is about. */
  readonly lines: readonly number[];
}

/** The time the law gives. */
export interface Clock {
  readonly amount: number;
  readonly unit: 'days' | 'working-days' | 'months';
  /** What starts it: 'the notice of detention'. */
  readonly startsWith: string;
  readonly source: string;
}

export interface Determination {
  /** 'us-uflpa', 'us-cbp-wro', 'us-caatsa', 'eu-2024-3015', 'oecd-due-diligence'. */
  readonly regime: string;
  readonly status: DeterminationStatus;
  /** The clause, order or step at issue: 'section 3(a), entity list (ii)'. */
  readonly basis: string;
  readonly explanation: string;
  /** Ids of the findings it rests on. */
  readonly findings: readonly string[];
  readonly recommendedAction: string;
  /** Empty where nothing was found to ask about. */
  readonly documents: readonly DocumentRequest[];
  /** Null where the law sets no time. */
  readonly clock: Clock | null;
  readonly url: string;
}

export interface ListReference {
  readonly list: string;
  readonly version: string;
  /** The date on which the source was read, 'YYYY-MM-DD'. */
  readonly asOf: string;
}

export interface Assessment {
  readonly schema: 'org.herkomst.assessment.v1';
  readonly shipmentId: string;
  readonly declaration: {
    readonly kind: string;
    readonly jurisdiction: string;
    readonly mrn: string | null;
  };
  readonly verdict: Verdict;
  /** Severity the score and the determinations would give an alert. */
  readonly severity: Severity;
  /** 0..1, rounded to four decimals. */
  readonly score: number;
  /** Log-odds before any finding. */
  readonly baseline: number;
  readonly calibration: { readonly intercept: number; readonly slope: number };
  /** Heaviest first; those that speak against last. */
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly determinations: readonly Determination[];
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
  readonly lists: readonly ListReference[];
  /** SHA-256 of the declared shipment as canonical JSON. */
  readonly shipmentDigest: string;
  /** SHA-256 of this assessment as canonical JSON, without this member. */
  readonly hash: string;
}
