/** How well verdicts agree with labels: as a whole, by pattern, and at the top of the pile. */
import { assess, type Assessment, type Rulebook, type Verdict } from '@herkomst/core';
import type { LabelledShipment } from './labelled.ts';

export interface Judged {
  readonly labelled: LabelledShipment;
  readonly assessment: Assessment;
}

export interface Measures {
  readonly shipments: number;
  /** Of the alerts raised, the share that was called for; null when none was raised. */
  readonly precision: number | null;
  /** Of the alerts called for, the share that was raised; null when none was called for. */
  readonly recall: number | null;
  /** Of the 50 with the highest scores, the share that calls for an alert. */
  readonly precisionAtTop: number | null;
  /** Honest shipments, fully declared, that nobody needs to look at. */
  readonly clearedShare: number | null;
  /** Not enough was declared, and it was cleared all the same. */
  readonly wronglyCleared: readonly Judged[];
  readonly missed: readonly Judged[];
  readonly falseAlerts: readonly Judged[];
}

export const top = 50;

export function judge(labelled: readonly LabelledShipment[], rulebook: Rulebook): Judged[] {
  return labelled.map((each) => ({ labelled: each, assessment: assess(each.shipment, rulebook) }));
}

export function measure(judged: readonly Judged[]): Measures {
  const called = judged.filter(({ labelled }) => labelled.label === 'alert');
  const raised = judged.filter(({ assessment }) => assessment.verdict === 'alert');
  const missed = called.filter(({ assessment }) => assessment.verdict !== 'alert');
  const falseAlerts = raised.filter(({ labelled }) => labelled.label !== 'alert');
  const honest = judged.filter(({ labelled }) => labelled.label === 'clear');
  const cleared = honest.filter(({ assessment }) => assessment.verdict === 'clear');
  const highest = judged
    .toSorted(
      (a, b) => b.assessment.score - a.assessment.score || compare(a.labelled.id, b.labelled.id),
    )
    .slice(0, top);
  return {
    shipments: judged.length,
    precision: share(raised.length - falseAlerts.length, raised.length),
    recall: share(called.length - missed.length, called.length),
    precisionAtTop: share(
      highest.filter(({ labelled }) => labelled.label === 'alert').length,
      highest.length,
    ),
    clearedShare: share(cleared.length, honest.length),
    wronglyCleared: judged.filter(
      ({ labelled, assessment }) => labelled.label === 'unknown' && assessment.verdict === 'clear',
    ),
    missed,
    falseAlerts,
  };
}

/** Whether a verdict is one that the label allows. */
export function agrees({ labelled, assessment }: Judged): boolean {
  const allowed: Readonly<Record<LabelledShipment['label'], readonly Verdict[]>> = {
    alert: ['alert'],
    'review-ok': ['review', 'clear', 'unknown'],
    clear: ['clear'],
    unknown: ['unknown', 'review'],
  };
  return allowed[labelled.label].includes(assessment.verdict);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
