/** Asks a matcher the queries of a run and keeps what the report needs. */
import type { PartyMatcher } from '@herkomst/core';
import type { BenchQuery } from '../slices/bench-query.ts';
import { type BaselineName, bestBySimilarity, type Similarity } from './baselines.ts';
import type { Outcome, Prediction } from './report.ts';

export interface Run {
  readonly outcomes: readonly Outcome[];
  readonly predictions: readonly Prediction[];
  /** Milliseconds a query. */
  readonly times: readonly number[];
}

export const runMatcher = (matcher: PartyMatcher, queries: readonly BenchQuery[]): Run => {
  const outcomes: Outcome[] = [];
  const predictions: Prediction[] = [];
  const times: number[] = [];
  for (const { slice, positive, query, firm } of queries) {
    const start = performance.now();
    const answers = matcher.match(query);
    times.push(performance.now() - start);
    let found = false;
    let accepted = false;
    let wrong = 0;
    for (const { entityId, probability, tier } of answers) {
      const right = positive && entityId === firm.id;
      predictions.push({ probability, right });
      if (right) found = true;
      if (tier !== 'automatic') continue;
      if (right) accepted = true;
      else wrong++;
    }
    outcomes.push({ slice, positive, real: firm.real, found, accepted, wrong });
  }
  return { outcomes, predictions, times };
};

/** Runs a baseline at the threshold that gives it its best F1 on these very queries. */
export const runBaseline = (
  names: readonly BaselineName[],
  similarity: Similarity,
  queries: readonly BenchQuery[],
): { outcomes: Outcome[]; threshold: number; times: number[] } => {
  const times: number[] = [];
  const answers = queries.map(({ query, positive, firm }) => {
    const start = performance.now();
    const best = bestBySimilarity(names, query.names[0] ?? '', similarity);
    times.push(performance.now() - start);
    return { ...best, right: positive && best.entity === firm.id };
  });
  const positives = queries.filter(({ positive }) => positive).length;
  let threshold = 1;
  let bestF1 = -1;
  for (let at = 0.3; at < 1; at += 0.01) {
    const over = answers.filter(({ score }) => score >= at);
    const right = over.filter((answer) => answer.right).length;
    const f1 = (2 * right) / (over.length + positives);
    if (f1 > bestF1) {
      bestF1 = f1;
      threshold = at;
    }
  }
  const outcomes = queries.map(({ slice, positive, firm }, at): Outcome => {
    const answer = answers[at];
    const over = answer !== undefined && answer.score >= threshold;
    const right = answer?.right ?? false;
    return {
      slice,
      positive,
      real: firm.real,
      found: right,
      accepted: over && right,
      wrong: over && !right ? 1 : 0,
    };
  });
  return { outcomes, threshold, times };
};
