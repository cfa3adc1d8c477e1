/**
 * What another rulebook would have said: shipments assessed under two, and the difference told by
 * verdict, by finding and with examples.
 */
import { assess } from '../assessment/assess.ts';
import { verdicts, type Assessment, type Finding, type Verdict } from '../assessment/assessment.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Shipment } from '../shipment/schema.ts';

export interface FindingChange {
  readonly factor: string;
  readonly path: string;
  readonly summary: string;
  /** Log-odds; null where the rulebook does not find it. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface AssessmentChange {
  readonly shipmentId: string;
  readonly verdict: { readonly before: Verdict; readonly after: Verdict };
  readonly score: { readonly before: number; readonly after: number };
  /** 'gained': an alert that was none; 'lost': one that is none any more. */
  readonly alert: 'gained' | 'lost' | 'kept' | 'none';
  /** Findings that came, went or weigh otherwise; the largest change first. */
  readonly findings: readonly FindingChange[];
}

export function compareAssessments(before: Assessment, after: Assessment): AssessmentChange {
  const [was, is] = [before.verdict === 'alert', after.verdict === 'alert'];
  return {
    shipmentId: after.shipmentId,
    verdict: { before: before.verdict, after: after.verdict },
    score: { before: before.score, after: after.score },
    alert: was && is ? 'kept' : is ? 'gained' : was ? 'lost' : 'none',
    findings: compareFindings(before.findings, after.findings),
  };
}

function compareFindings(before: readonly Finding[], after: readonly Finding[]): FindingChange[] {
  const old = new Map(before.map((finding) => [finding.id, finding]));
  const now = new Map(after.map((finding) => [finding.id, finding]));
  return [...new Map([...old, ...now])]
    .map(([id, { factor, path, summary }]) => ({
      factor,
      path,
      summary,
      before: old.get(id)?.contribution ?? null,
      after: now.get(id)?.contribution ?? null,
    }))
    .filter((change) => change.before !== change.after)
    .toSorted((a, b) => size(b) - size(a) || (a.path < b.path ? -1 : 1));
}

function size({ before, after }: FindingChange): number {
  return Math.abs((after ?? 0) - (before ?? 0));
}

export interface FactorSummary {
  readonly factor: string;
  /** Alerts gained in which this factor weighs more than before, or is new. */
  readonly gained: number;
  /** Alerts lost in which it weighs less, or is gone. */
  readonly lost: number;
}

export interface BacktestSummary {
  readonly shipments: number;
  /** How many went from each verdict to each. */
  readonly verdicts: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
  readonly gained: number;
  readonly lost: number;
  readonly kept: number;
  /** Those with most alerts gained or lost first. */
  readonly byFactor: readonly FactorSummary[];
  /** The first of each kind, in the order they came. */
  readonly examples: {
    readonly gained: readonly AssessmentChange[];
    readonly lost: readonly AssessmentChange[];
    /** A shipment that was not clear and now is, or the other way round, without any alert. */
    readonly other: readonly AssessmentChange[];
  };
}

/** Takes one change at a time, so that a store of any size can be run through it. */
export class Backtest {
  readonly #examples: number;
  readonly #verdicts = emptyVerdicts();
  readonly #byFactor = new Map<string, { gained: number; lost: number }>();
  readonly #kinds: Record<'gained' | 'lost' | 'other', AssessmentChange[]> = {
    gained: [],
    lost: [],
    other: [],
  };
  #shipments = 0;
  readonly #alerts = { gained: 0, lost: 0, kept: 0, none: 0 };

  /** `examples`: how many of each kind to keep. */
  constructor(examples = 5) {
    this.#examples = examples;
  }

  add(change: AssessmentChange): void {
    const { alert, verdict, findings } = change;
    this.#shipments += 1;
    this.#alerts[alert] += 1;
    this.#verdicts[verdict.before][verdict.after] += 1;
    if (alert === 'gained' || alert === 'lost') {
      this.#keep(alert, change);
      const moved = findings.filter((finding) => movedTowards(finding, alert));
      for (const factor of new Set(moved.map((finding) => finding.factor))) {
        const counts = this.#byFactor.get(factor) ?? { gained: 0, lost: 0 };
        counts[alert] += 1;
        this.#byFactor.set(factor, counts);
      }
    } else if (verdict.before !== verdict.after) this.#keep('other', change);
  }

  summary(): BacktestSummary {
    const { gained, lost, kept } = this.#alerts;
    return {
      shipments: this.#shipments,
      verdicts: structuredCopy(this.#verdicts),
      gained,
      lost,
      kept,
      byFactor: [...this.#byFactor]
        .map(([factor, counts]) => ({ factor, ...counts }))
        .toSorted(
          (a, b) => b.gained + b.lost - a.gained - a.lost || (a.factor < b.factor ? -1 : 1),
        ),
      examples: {
        gained: [...this.#kinds.gained],
        lost: [...this.#kinds.lost],
        other: [...this.#kinds.other],
      },
    };
  }

  #keep(kind: 'gained' | 'lost' | 'other', change: AssessmentChange): void {
    if (this.#kinds[kind].length < this.#examples) this.#kinds[kind].push(change);
  }
}

/** Assesses each shipment under both rulebooks and sums up. `examples`: how many of each kind. */
export function backtest(
  shipments: Iterable<Shipment>,
  before: Rulebook,
  after: Rulebook,
  examples?: number,
): BacktestSummary {
  const sum = new Backtest(examples);
  for (const shipment of shipments) {
    sum.add(compareAssessments(assess(shipment, before), assess(shipment, after)));
  }
  return sum.summary();
}

function movedTowards({ before, after }: FindingChange, alert: 'gained' | 'lost'): boolean {
  const change = (after ?? 0) - (before ?? 0);
  return alert === 'gained' ? change > 0 : change < 0;
}

function emptyVerdicts(): Record<Verdict, Record<Verdict, number>> {
  const row = (): Record<Verdict, number> => ({ clear: 0, review: 0, alert: 0, unknown: 0 });
  return { clear: row(), review: row(), alert: row(), unknown: row() };
}

function structuredCopy(
  table: Record<Verdict, Record<Verdict, number>>,
): BacktestSummary['verdicts'] {
  const copy = emptyVerdicts();
  for (const from of verdicts) copy[from] = { ...table[from] };
  return copy;
}
