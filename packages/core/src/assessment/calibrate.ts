/**
 * Fits the calibration of a rulebook to shipments whose truth is known, so that of those scored 0.8
 * some eight in ten are what they seem. Platt's method: one slope and one intercept over the sum of
 * log-odds, by Newton's steps, with targets drawn in from 0 and 1 so that few cases do not shout.
 * Source: Platt, Probabilistic outputs for support vector machines (1999).
 */
import { logistic, round4 } from './log-odds.ts';

export interface LabelledSum {
  /** Baseline and all contributions added up, in log-odds. */
  readonly sum: number;
  /** Whether the shipment is what was looked for. */
  readonly tainted: boolean;
}

export interface Calibration {
  readonly intercept: number;
  readonly slope: number;
}

/** Throws a RangeError unless both kinds of case are there: one kind alone fits anything. */
export function fitCalibration(cases: readonly LabelledSum[]): Calibration {
  const positives = cases.filter(({ tainted }) => tainted).length;
  const negatives = cases.length - positives;
  if (positives === 0 || negatives === 0) {
    throw new RangeError('calibration needs shipments of both kinds');
  }
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = 1;
  let intercept = 0;
  for (let round = 0; round < 100; round += 1) {
    const step = newtonStep(cases, slope, intercept, high, low);
    slope += step.slope;
    intercept += step.intercept;
    if (Math.abs(step.slope) + Math.abs(step.intercept) < 1e-9) break;
  }
  return { intercept: round4(intercept), slope: round4(slope) };
}

function newtonStep(
  cases: readonly LabelledSum[],
  slope: number,
  intercept: number,
  high: number,
  low: number,
): Calibration {
  // A little on the diagonal keeps the step finite where the cases separate cleanly.
  let [hss, hsi, hii, gs, gi] = [1e-6, 0, 1e-6, 0, 0];
  for (const { sum, tainted } of cases) {
    const p = logistic(intercept + slope * sum);
    const w = p * (1 - p);
    const d = (tainted ? high : low) - p;
    hss += w * sum * sum;
    hsi += w * sum;
    hii += w;
    gs += d * sum;
    gi += d;
  }
  const determinant = hss * hii - hsi * hsi;
  return {
    slope: clampStep((hii * gs - hsi * gi) / determinant),
    intercept: clampStep((hss * gi - hsi * gs) / determinant),
  };
}

/** Newton may overshoot from afar; a bounded step still arrives. */
function clampStep(step: number): number {
  return Math.max(-1, Math.min(1, step));
}
