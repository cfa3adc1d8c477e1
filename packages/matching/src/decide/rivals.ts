/**
 * Entities of one list are different by construction, so at most one of them is the party: what
 * fits two of them equally well can be neither's for certain. Entities of two lists may be one firm
 * and do not take from each other.
 */
import type { Hit } from '../search.ts';
import { probabilityOf } from '../score/score.ts';

export interface Share {
  readonly probability: number;
  /** Log-odds lost to rivals; 0 or less. */
  readonly rivalry: number;
}

const listOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf(':')));
const mostLogOdds = 12;
/** Odds of rivals too small to speak of. */
const negligible = 0.1;
const bounded = (logOdds: number): number => Math.min(mostLogOdds, Math.max(-mostLogOdds, logOdds));

/** Shares out probability among hits, ranked best first. */
export const shareAmongRivals = (hits: readonly Hit[]): Share[] => {
  const sums = new Map<string, number>();
  for (const { id, logOdds } of hits) {
    const list = listOf(id);
    sums.set(list, (sums.get(list) ?? 0) + Math.exp(bounded(logOdds)));
  }
  return hits.map(({ id, logOdds }) => {
    const own = Math.exp(bounded(logOdds));
    const others = Math.max(0, (sums.get(listOf(id)) ?? own) - own);
    const rivalry = others < negligible ? 0 : -Math.log1p(others);
    return { probability: probabilityOf(bounded(logOdds) + rivalry), rivalry };
  });
};
