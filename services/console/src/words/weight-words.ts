/** What a weight in log-odds means, in words: pure, to be tested. */

export type Strength = 'decisive' | 'strong' | 'fair' | 'slight' | 'none';

/** By how many times it changes the odds: 20, 6 and 2, whichever way. */
export function strengthOf(logOdds: number): Strength {
  const times = Math.exp(Math.abs(logOdds));
  if (logOdds === 0) return 'none';
  if (times >= 20) return 'decisive';
  if (times >= 6) return 'strong';
  if (times >= 2) return 'fair';
  return 'slight';
}

/** How many times likelier or less likely, rounded to two figures; 1 for no change. */
export function timesOf(logOdds: number): number {
  const times = Math.exp(Math.abs(logOdds));
  return times >= 10 ? Number(times.toPrecision(2)) : Math.round(times * 10) / 10;
}

/** A probability as so many of so many: 0.0832 is 8 of 100, 0.9996 is nearly all. */
export function naturalFrequency(
  score: number,
): { readonly of: number; readonly count: number } | 'nearly-all' | 'nearly-none' {
  if (score >= 0.995) return 'nearly-all';
  if (score < 0.0005) return 'nearly-none';
  const of = score < 0.01 || score > 0.99 ? 1000 : 100;
  return { of, count: Math.round(score * of) };
}
