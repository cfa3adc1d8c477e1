/**
 * A comparison as named numbers, by class of evidence.
 *
 * Each class (brands the same, mistyped, partly shared, no brand at all, brands unlike) has weights
 * of its own: a missing town means little beside an equal rare brand and much beside a shared word.
 */
import { type SetRelation, setRelations } from './compare-sets.ts';
import type { Comparison } from './comparison.ts';

export const evidenceClasses = [
  'identical',
  'same',
  'typo',
  'partial',
  'generic',
  'unlike',
] as const;
export type EvidenceClass = (typeof evidenceClasses)[number];

export const featureNames = [
  'prior',
  'index:size',
  'index:crowd',
  'index:crowd-alike',
  'brand:hanzi',
  'brand:reading',
  'brand:order',
  'brand:two-slips',
  'brand:neighbours',
  'brand:neighbour-bits',
  'brand:both-pinyin',
  'brand:is-place',
  'brand:hanzi-differs',
  'brand:slipped-words',
  'brand:missing',
  'bits:shared',
  'bits:queried-only',
  'bits:listed-only',
  'concepts:shared',
  'concepts:extra',
  'place:queried-only',
  'place:listed-only',
  'place:equal',
  'place:within',
  'place:sibling',
  'place:conflict',
  'place:unknown',
  'industry:queried-only',
  'industry:listed-only',
  'industry:equal',
  'industry:within',
  'industry:overlap',
  'industry:related',
  'industry:conflict',
  'business:queried-only',
  'business:listed-only',
  'business:equal',
  'business:within',
  'business:overlap',
  'business:conflict',
  'body:queried-only',
  'body:listed-only',
  'body:equal',
  'body:conflict',
  'number:queried-only',
  'number:listed-only',
  'number:equal',
  'number:conflict',
  'legal:queried-only',
  'legal:listed-only',
  'legal:equal',
  'legal:branch',
  'legal:sibling',
  'legal:conflict',
  'country:equal',
  'country:differs',
  'address:equal',
  'address:sibling',
  'address:conflict',
  'address:fills',
  'address:contradicts',
  'address:street',
  'name:same-but-form',
  'name:alike',
  'name:cut-off',
  'cut:at-limit',
  'name:one-slip',
  'name:two-slips',
  'name:three-slips',
  'name:slips-elsewhere',
] as const;
export type FeatureName = (typeof featureNames)[number];

export const evidenceClassOf = (
  comparison: Pick<Comparison, 'identical' | 'brand'>,
): EvidenceClass => {
  if (comparison.identical) return 'identical';
  switch (comparison.brand.relation) {
    case 'hanzi':
    case 'equal':
    case 'reading':
    case 'order':
      return 'same';
    case 'typo':
      return 'typo';
    case 'partial':
      return 'partial';
    case 'generic':
      return 'generic';
    case 'differs':
    case 'missing':
      return 'unlike';
  }
};

const agrees = (relation: string): boolean => relation === 'none' || relation === 'equal';

/** Brand, place, trade, body and numbers are all the same: only form and filler differ. */
export const isSameButForm = (comparison: Comparison): boolean =>
  (evidenceClassOf(comparison) === 'same' || evidenceClassOf(comparison) === 'generic') &&
  agrees(comparison.place) &&
  agrees(comparison.industry.relation) &&
  agrees(comparison.business.relation) &&
  agrees(comparison.body) &&
  agrees(comparison.number);

/** Likeness that unrelated names have as well. */
const leastLikeness = 0.4;
const mostConcepts = 6;
const slipFeatures = ['name:one-slip', 'name:two-slips', 'name:three-slips'] as const;
const bitScale = 10;
const mostBits = 40;

const number: Readonly<Record<FeatureName, number>> = Object.fromEntries(
  featureNames.map((name, at) => [name, at]),
) as Record<FeatureName, number>;

/** The number of a feature by aspect and relation; -1 where the relation adds nothing. */
const featureOf = (
  aspect: string,
  instead: Partial<Record<SetRelation, SetRelation | 'branch'>> = {},
): ((relation: SetRelation) => number) => {
  const known = new Map<string, number>(
    featureNames.map((name, at): [string, number] => [name, at]),
  );
  const numbers = new Map(
    setRelations.map((relation) => [
      relation,
      known.get(`${aspect}:${instead[relation] ?? relation}`) ?? -1,
    ]),
  );
  return (relation) => numbers.get(relation) ?? -1;
};

const ofPlace = featureOf('place');
const ofIndustry = featureOf('industry');
const ofBusiness = featureOf('business');
const ofBody = featureOf('body', { within: 'equal', overlap: 'equal' });
const ofNumber = featureOf('number', { within: 'listed-only', overlap: 'conflict' });
const ofLegal = featureOf('legal', { within: 'branch' });
const ofAddress = featureOf('address', { within: 'equal' });

/** What a name says beside its words, and what stands beside the name. */
const visitSurroundings = (
  comparison: Comparison,
  put: (name: FeatureName, value?: number) => void,
  relate: (feature: number) => void,
): void => {
  relate(ofLegal(comparison.legal));
  if (comparison.country === 'equal') put('country:equal');
  if (comparison.country === 'differs') put('country:differs');
  relate(ofAddress(comparison.address));
  if (comparison.place === 'listed-only') {
    // The party's name leaves its town to the address.
    if (comparison.address === 'equal') put('address:fills');
    if (comparison.address === 'conflict') put('address:contradicts');
  }
  put('address:street', comparison.street);
};

/** Calls `visit` with the number of each feature that is not zero, and its value. */
export const visitFeatures = (
  comparison: Comparison,
  visit: (feature: number, value: number) => void,
): void => {
  const put = (name: FeatureName, value = 1): void => {
    if (value !== 0) visit(number[name], value);
  };
  const relate = (feature: number, value = 1): void => {
    if (feature >= 0) visit(feature, value);
  };
  put('prior');
  put('index:size', comparison.size);
  put('index:crowd-alike', comparison.crowdAlike / 4);
  if (comparison.identical) {
    if (comparison.atLimit) put('cut:at-limit');
    visitSurroundings(comparison, put, relate);
    return;
  }
  put('index:crowd', comparison.crowd / 4);
  const { brand } = comparison;
  if (brand.relation === 'hanzi') put('brand:hanzi');
  if (brand.relation === 'reading') put('brand:reading');
  if (brand.relation === 'order') put('brand:order');
  if (brand.relation === 'missing') put('brand:missing');
  if (brand.relation === 'typo' && brand.slips > 1) put('brand:two-slips');
  if (brand.neighbours) {
    put('brand:neighbours');
    put('brand:neighbour-bits', Math.min(brand.queriedBits, mostBits) / bitScale);
  }
  if (comparison.bothPinyin) put('brand:both-pinyin');
  if (comparison.brandIsPlace) put('brand:is-place');
  if (brand.hanziDiffers) put('brand:hanzi-differs');
  if (brand.relation === 'partial') put('brand:slipped-words', Math.min(brand.slipped, 3));
  put('bits:shared', Math.min(brand.shared, mostBits) / bitScale);
  put('bits:queried-only', Math.min(brand.queriedOnly, mostBits) / bitScale);
  put('bits:listed-only', Math.min(brand.listedOnly, mostBits) / bitScale);
  put('concepts:shared', Math.min(comparison.concepts.shared, mostConcepts) / 3);
  put('concepts:extra', Math.min(comparison.concepts.extra, mostConcepts) / 3);
  relate(ofPlace(comparison.place));
  const { relation, share } = comparison.industry;
  relate(ofIndustry(relation), relation === 'overlap' || relation === 'within' ? share : 1);
  relate(ofBusiness(comparison.business.relation));
  relate(ofBody(comparison.body));
  relate(ofNumber(comparison.number));
  visitSurroundings(comparison, put, relate);
  if (isSameButForm(comparison)) put('name:same-but-form');
  put('name:alike', Math.max(0, comparison.likeness - leastLikeness) / (1 - leastLikeness));
  if (comparison.cutOff) put('name:cut-off');
  if (comparison.slips > 0) put(slipFeatures[comparison.slips - 1] ?? 'name:three-slips');
  if (comparison.slipsElsewhere) put('name:slips-elsewhere');
};
