/** Probabilities and log-odds, and the one rounding that keeps sums checkable by hand. */

export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Four decimals; never negative zero. */
export function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}

/**
 * The weight of evidence that itself is only probable. If the evidence, were it certain, would move
 * the baseline by `weight`, then with probability p it moves it so far that the score is the mean
 * of both cases: a match that is as likely wrong as right can not carry more than half.
 */
export function temper(weight: number, probability: number, baseline: number): number {
  const certain = logistic(baseline + weight);
  const without = logistic(baseline);
  return logit(probability * certain + (1 - probability) * without) - baseline;
}
