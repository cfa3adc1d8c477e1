/** What is measured of a matcher on a slice, and how it is printed. */

/** One query answered: what the best right answer had, and what wrong ones were accepted. */
export interface Outcome {
  readonly slice: string;
  readonly positive: boolean;
  readonly real: boolean;
  /** The right entity is among the answers. */
  readonly found: boolean;
  /** The right entity is accepted by itself. */
  readonly accepted: boolean;
  /** Wrong entities accepted by themselves. */
  readonly wrong: number;
}

export interface Prediction {
  readonly probability: number;
  readonly right: boolean;
}

export interface SliceReport {
  readonly slice: string;
  readonly positive: boolean;
  readonly queries: number;
  /** Share of positives whose right entity is among the candidates. */
  readonly candidateRecall: number;
  /** The same for real names alone; NaN where there are none. */
  readonly realCandidateRecall: number;
  /** Share of positives accepted rightly. */
  readonly recall: number;
  /** Rightly accepted among accepted. For negatives: paired with as many positives, see below. */
  readonly precision: number;
  readonly f1: number;
  /** Wrong acceptances a query. */
  readonly falseAccepts: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);

/**
 * A slice of negatives holds nothing to find, so its precision is that of as many positives, at the
 * recall over all positives, mixed with it: recall / (recall + false accepts a query).
 */
export const reportSlices = (outcomes: readonly Outcome[]): SliceReport[] => {
  const positives = outcomes.filter(({ positive }) => positive);
  const recallOverall = share(
    positives.filter(({ accepted }) => accepted).length,
    positives.length,
  );
  const slices = [...new Set(outcomes.map(({ slice }) => slice))];
  return slices.map((slice) => {
    const rows = outcomes.filter((outcome) => outcome.slice === slice);
    const positive = rows[0]?.positive ?? false;
    const real = rows.filter((row) => row.real);
    const right = rows.filter(({ accepted }) => accepted).length;
    const wrong = rows.reduce((sum, row) => sum + row.wrong, 0);
    const falseAccepts = share(wrong, rows.length);
    const recall = positive ? share(right, rows.length) : Number.NaN;
    const precision = positive
      ? share(right, right + wrong)
      : recallOverall / (recallOverall + falseAccepts);
    return {
      slice,
      positive,
      queries: rows.length,
      candidateRecall: positive
        ? share(rows.filter(({ found }) => found).length, rows.length)
        : NaN,
      realCandidateRecall: positive
        ? share(real.filter(({ found }) => found).length, real.length)
        : NaN,
      recall,
      precision,
      f1: positive ? (2 * precision * recall) / (precision + recall) : NaN,
      falseAccepts,
    };
  });
};

export const overall = (
  outcomes: readonly Outcome[],
): { recall: number; precision: number; f1: number; candidateRecall: number } => {
  const positives = outcomes.filter(({ positive }) => positive);
  const right = positives.filter(({ accepted }) => accepted).length;
  const wrong = outcomes.reduce((sum, row) => sum + row.wrong, 0);
  const recall = share(right, positives.length);
  const precision = share(right, right + wrong);
  return {
    recall,
    precision,
    f1: (2 * precision * recall) / (precision + recall),
    candidateRecall: share(positives.filter(({ found }) => found).length, positives.length),
  };
};

/** Mean gap between what was said and what came true, over ten bins, weighted by their size. */
export const calibrationError = (predictions: readonly Prediction[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, said: 0, right: 0 }));
  for (const { probability, right } of predictions) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    if (bin === undefined) continue;
    bin.count++;
    bin.said += probability;
    if (right) bin.right++;
  }
  let error = 0;
  for (const { said, right } of bins) error += Math.abs(said - right);
  return predictions.length === 0 ? 0 : error / predictions.length;
};

export const percentile = (values: readonly number[], at: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
};

const column = (value: number, digits = 3): string =>
  Number.isNaN(value) ? '     -' : value.toFixed(digits).padStart(6);

export const printSlices = (reports: readonly SliceReport[]): string =>
  [
    `${'slice'.padEnd(24)} queries  candidate  (real)  automatic: recall  precision     F1  false/query`,
    ...reports.map(
      (row) =>
        `${row.slice.padEnd(24)} ${String(row.queries).padStart(7)}     ${column(row.candidateRecall)}  ${column(row.realCandidateRecall)}             ${column(row.recall)}     ${column(row.precision)} ${column(row.f1)}       ${column(row.falseAccepts)}`,
    ),
  ].join('\n');
