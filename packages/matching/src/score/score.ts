/** Log-odds and probability of a comparison, with what each feature added. */
import type { Comparison } from './comparison.ts';
import {
  type EvidenceClass,
  evidenceClasses,
  evidenceClassOf,
  type FeatureName,
  featureNames,
  visitFeatures,
} from './features.ts';
import { weights } from './weights.ts';

export interface WeighedFeature {
  readonly name: FeatureName;
  readonly value: number;
  /** Log-odds added. */
  readonly added: number;
}

export interface Score {
  readonly evidence: EvidenceClass;
  readonly logOdds: number;
  readonly features: readonly WeighedFeature[];
}

/** Weights by class and feature number. */
const table = new Map<EvidenceClass, Float64Array>(
  evidenceClasses.map((evidence) => [
    evidence,
    Float64Array.from(featureNames, (name) => weights[evidence][name] ?? 0),
  ]),
);

const sumOf = (comparison: Comparison): number => {
  const own = table.get(evidenceClassOf(comparison));
  let sum = 0;
  if (own === undefined) return sum;
  visitFeatures(comparison, (feature, value) => {
    sum += (own[feature] ?? 0) * value;
  });
  return sum;
};

/** The same comparison, not knowing that the names are identical. */
const byParts = (comparison: Comparison): Comparison => ({ ...comparison, identical: false });

/** The log-odds alone: what ranking needs. Identical names count for no less than their parts do. */
export const logOddsOf = (comparison: Comparison): number =>
  comparison.identical
    ? Math.max(sumOf(comparison), sumOf(byParts(comparison)))
    : sumOf(comparison);

export const score = (comparison: Comparison): Score => {
  const weighed =
    comparison.identical && sumOf(byParts(comparison)) > sumOf(comparison)
      ? byParts(comparison)
      : comparison;
  const evidence = evidenceClassOf(weighed);
  const byName = weights[evidence];
  const features: WeighedFeature[] = [];
  let logOdds = 0;
  visitFeatures(weighed, (feature, value) => {
    const name = featureNames[feature] as FeatureName;
    const added = (byName[name] ?? 0) * value;
    logOdds += added;
    features.push({ name, value, added });
  });
  return { evidence, logOdds, features };
};

/** Never 0 nor 1: names prove nothing. */
export const probabilityOf = (logOdds: number): number => {
  const bounded = Math.max(-12, Math.min(12, logOdds));
  return 1 / (1 + Math.exp(-bounded));
};
