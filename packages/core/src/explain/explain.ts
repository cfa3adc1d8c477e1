/**
 * An assessment as a page for somebody who must defend or contest it: what was found and where, how
 * much each piece weighs, what speaks against, what could not be looked at, what the rules say, what
 * to ask for and by when, and what would have to be otherwise.
 */
import type {
  Assessment,
  Citation,
  Determination,
  Finding,
  Gap,
  MatchExplanation,
  ScorePiece,
} from '../assessment/assessment.ts';
import { logistic, round4 } from '../assessment/log-odds.ts';
import type { DeclaredEvent } from '../shipment/event.ts';
import type { Counterfactual } from './counterfactual.ts';

export interface Explanation {
  readonly shipmentId: string;
  readonly event: {
    readonly source: string;
    readonly id: string;
    readonly time: string | null;
  } | null;
  readonly declaration: Assessment['declaration'];
  readonly verdict: Assessment['verdict'];
  readonly severity: Assessment['severity'];
  readonly score: number;
  /** One sentence a person can repeat. */
  readonly conclusion: string;
  readonly speaksFor: readonly ExplainedFinding[];
  readonly speaksAgainst: readonly ExplainedFinding[];
  /** Found, but told by heavier evidence already or capped: counts for nothing. */
  readonly notCounted: readonly ExplainedFinding[];
  readonly notEvaluated: readonly Gap[];
  readonly sum: {
    readonly baseline: number;
    readonly contributions: number;
    readonly intercept: number;
    readonly slope: number;
    /** intercept + slope × (baseline + contributions). */
    readonly logOdds: number;
    readonly score: number;
  };
  readonly determinations: readonly Determination[];
  readonly counterfactual: Counterfactual | null;
  readonly sources: readonly Citation[];
  readonly basis: {
    readonly rulebook: Assessment['rulebook'];
    readonly lists: Assessment['lists'];
    readonly shipmentDigest: string;
    readonly hash: string;
  };
}

export interface ExplainedFinding {
  readonly summary: string;
  readonly path: string;
  readonly matched: string;
  readonly contribution: number;
  /** How many times it makes the odds what they were: 2 doubles them, 0.5 halves them. */
  readonly oddsTimes: number;
  readonly pieces: readonly ScorePiece[];
  readonly match: MatchExplanation | null;
  readonly citation: Citation | null;
}

export interface ExplainOptions {
  readonly event?: DeclaredEvent;
  /** Worked out by `counterfactual`, which needs the shipment and the rulebook. */
  readonly counterfactual?: Counterfactual;
}

export function explain(assessment: Assessment, options: ExplainOptions = {}): Explanation {
  const { findings, baseline, calibration, event } = { ...assessment, event: options.event };
  const contributions = findings.reduce((sum, { contribution }) => round4(sum + contribution), 0);
  const logOdds = round4(
    calibration.intercept + calibration.slope * round4(baseline + contributions),
  );
  return {
    shipmentId: assessment.shipmentId,
    event: event === undefined ? null : { source: event.source, id: event.id, time: event.time },
    declaration: assessment.declaration,
    verdict: assessment.verdict,
    severity: assessment.severity,
    score: assessment.score,
    conclusion: conclude(assessment),
    speaksFor: findings.filter(({ contribution }) => contribution > 0).map(explainFinding),
    speaksAgainst: findings.filter(({ contribution }) => contribution < 0).map(explainFinding),
    notCounted: findings.filter(({ contribution }) => contribution === 0).map(explainFinding),
    notEvaluated: assessment.gaps,
    sum: {
      baseline,
      contributions,
      ...calibration,
      logOdds,
      score: round4(logistic(logOdds)),
    },
    determinations: assessment.determinations,
    counterfactual: options.counterfactual ?? null,
    sources: sourcesOf(findings),
    basis: {
      rulebook: assessment.rulebook,
      lists: assessment.lists,
      shipmentDigest: assessment.shipmentDigest,
      hash: assessment.hash,
    },
  };
}

function explainFinding(finding: Finding): ExplainedFinding {
  const { summary, path, matched, contribution, pieces, match, citation } = finding;
  const oddsTimes = Number(Math.exp(contribution).toPrecision(3));
  return { summary, path, matched, contribution, oddsTimes, pieces, match, citation };
}

function conclude({ verdict, score, findings, determinations, gaps }: Assessment): string {
  const applies = determinations.filter(({ status }) => status === 'applies');
  const percent = `${(score * 100).toFixed(1)}%`;
  switch (verdict) {
    case 'alert':
      return applies.length > 0
        ? `Alert: under ${applies.map(({ regime }) => regime).join(' and ')} a rule applies to what was declared; the evidence puts forced labour at ${percent}.`
        : `Alert: the evidence puts forced labour at ${percent}, above the threshold for an alert, though no rule of law settles it.`;
    case 'review':
      return `Review: a person should look; the evidence puts forced labour at ${percent}.`;
    case 'unknown':
      return `Unknown: ${gaps.length === 1 ? 'one thing' : `${gaps.length} things`} needed could not be evaluated, so this is not clear, whatever the score (${percent}).`;
    case 'clear':
      return findings.length === 0
        ? 'Clear: all that is needed was evaluated, and nothing was found.'
        : `Clear: all that is needed was evaluated, and what was found weighs too little (${percent}).`;
  }
}

/** Each source once, in the order of the findings that cite it. */
function sourcesOf(findings: readonly Finding[]): Citation[] {
  const sources = new Map<string, Citation>();
  for (const { citation } of findings) {
    if (citation !== null) sources.set(`${citation.list} ${citation.entry}`, citation);
  }
  return [...sources.values()];
}
