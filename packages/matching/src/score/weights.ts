/**
 * Log-odds a feature adds, by class of evidence.
 */
import type { EvidenceClass, FeatureName } from './features.ts';

export type Weights = Partial<Record<FeatureName, number>>;

const context: Weights = {
  'place:missing': -0.6,
  'place:equal': 2.2,
  'place:within': 0.2,
  'place:sibling': -2.5,
  'place:conflict': -4.5,
  'industry:missing': -0.5,
  'industry:equal': 1.8,
  'industry:overlap': 1.2,
  'industry:related': -1.5,
  'industry:conflict': -3.5,
  'business:missing': -0.2,
  'business:equal': 0.4,
  'business:overlap': 0.1,
  'business:conflict': -0.6,
  'body:missing': -0.6,
  'body:equal': 0.8,
  'body:conflict': -2.5,
  'number:missing': -1.2,
  'number:equal': 1.5,
  'number:conflict': -5,
  'legal:equal': 0.2,
  'legal:branch': -0.5,
  'legal:sibling': -0.3,
  'legal:conflict': -2,
  'country:equal': 0.3,
  'country:differs': -3,
  'address:equal': 1,
  'address:sibling': -0.5,
  'address:conflict': -1,
  'address:street': 3,
  'brand:hanzi-differs': -3,
  'name:identical': 2.5,
  'name:alike': 2,
  'name:cut-off': 2.5,
  'name:same-but-form': 1.5,
};

export const weights: Readonly<Record<EvidenceClass, Weights>> = {
  same: {
    ...context,
    prior: -1.5,
    'brand:hanzi': 1.5,
    'brand:reading': -1,
    'brand:order': -0.4,
    'bits:shared': 1.4,
  },
  typo: {
    ...context,
    prior: -2.5,
    'bits:shared': 1.2,
    'brand:two-slips': -1.8,
    'brand:neighbours': -2.4,
  },
  partial: {
    ...context,
    prior: -4,
    'bits:shared': 1.4,
    'bits:queried-only': -1,
    'bits:listed-only': -1,
    'brand:slipped-words': -0.5,
  },
  generic: { ...context, prior: -3.5, 'name:identical': 5 },
  unlike: { ...context, prior: -7 },
};
