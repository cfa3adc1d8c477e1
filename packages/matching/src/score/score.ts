/** Log-odds and probability of a comparison, with what each feature added. */
import type { Comparison } from './comparison.ts';
import { type EvidenceClass, evidenceClassOf, type Feature, featuresOf } from './features.ts';
import { weights } from './weights.ts';

export interface WeighedFeature extends Feature {
  /** Log-odds added. */
  readonly added: number;
}

export interface Score {
  readonly evidence: EvidenceClass;
  readonly logOdds: number;
  readonly features: readonly WeighedFeature[];
}

export const score = (comparison: Comparison): Score => {
  const evidence = evidenceClassOf(comparison);
  const byName = weights[evidence];
  let logOdds = 0;
  const features = featuresOf(comparison).map((feature) => {
    const added = (byName[feature.name] ?? 0) * feature.value;
    logOdds += added;
    return { ...feature, added };
  });
  return { evidence, logOdds, features };
};

/** Never 0 nor 1: names prove nothing. */
export const probabilityOf = (logOdds: number): number => {
  const bounded = Math.max(-12, Math.min(12, logOdds));
  return 1 / (1 + Math.exp(-bounded));
};
