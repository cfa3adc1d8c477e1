/**
 * Withhold Release Orders and Findings under 19 USC 1307: an order names makers, or a country's
 * goods; a Finding bars entry, a WRO detains until the importer shows that no forced labour was used.
 * Source: 19 CFR 12.42 to 12.44.
 */
import type { Claim } from '../findings/finder.ts';
import { enumerate, findingsWhere, type Determiner } from './determiner.ts';

const url = 'https://www.cbp.gov/trade/forced-labor/withhold-release-orders-and-findings';

type OrderClaim = Extract<Claim, { kind: 'listed-entity' | 'ordered-goods' }>;

export const usCbpWro: Determiner = (context) => {
  const base = { regime: 'us-cbp-wro', url };
  if (context.shipment.declaration.jurisdiction !== 'US') {
    return {
      ...base,
      status: 'not-applicable',
      basis: '19 USC 1307',
      explanation: 'Orders bind imports into the United States.',
      findings: [],
      recommendedAction: 'None under this rule.',
    };
  }
  const applies = findingsWhere(
    context,
    (claim) => isOrder(claim) && covers(claim) && isSure(claim),
  );
  const indicated = findingsWhere(context, (claim) => isOrder(claim) || isSupplied(claim));
  if (applies.length > 0) {
    const orders = context.weighed.flatMap(({ raw: { claim } }) =>
      isOrder(claim) && covers(claim) && isSure(claim) ? [writeOrder(claim, context.date)] : [],
    );
    return {
      ...base,
      status: 'applies',
      basis: enumerate(orders),
      explanation: 'The goods fall under an order in force; they are detained or refused at entry.',
      findings: applies,
      recommendedAction:
        'Hold the goods. Within three months of import, give the certificate of origin and the statement of 19 CFR 12.43, or export them.',
    };
  }
  if (indicated.length > 0) {
    return {
      ...base,
      status: 'indicated',
      basis: '19 USC 1307',
      explanation:
        'A party may be named in an order, is named in one that is about other goods than these, or is supplied by one so named.',
      findings: indicated,
      recommendedAction: 'Have a person settle the match and compare the goods with the order.',
    };
  }
  const [gap] = context.gaps;
  return gap === undefined
    ? {
        ...base,
        status: 'not-indicated',
        basis: '19 USC 1307',
        explanation: 'No party and no goods declared are named in an order in force.',
        findings: [],
        recommendedAction: 'None under this rule.',
      }
    : {
        ...base,
        status: 'undetermined',
        basis: '19 USC 1307',
        explanation: `Not all that the rule asks could be evaluated: ${gap.reason}.`,
        findings: [],
        recommendedAction: 'Complete the declaration and screen again.',
      };
};

function isOrder(claim: Claim): claim is OrderClaim {
  return (
    (claim.kind === 'listed-entity' || claim.kind === 'ordered-goods') &&
    claim.list === 'us-cbp-wro' &&
    claim.inForce
  );
}

function isSupplied(claim: Claim): boolean {
  return (
    claim.kind === 'supply-link' &&
    claim.list === 'us-cbp-wro' &&
    claim.inForce &&
    claim.goodsCovered
  );
}

function covers(claim: OrderClaim): boolean {
  return claim.kind === 'ordered-goods' || claim.goodsCovered;
}

function isSure(claim: OrderClaim): boolean {
  if (claim.kind === 'ordered-goods') return true;
  const makes = ['manufacturer', 'exporter', 'seller', 'supplier', 'vessel'];
  return claim.automatic && makes.includes(claim.role);
}

function writeOrder({ entity }: OrderClaim, date: string): string {
  const kinds = entity.listings
    .filter((listing) => listing.effectiveDate <= date)
    .map((listing) => `${listing.clause} of ${listing.effectiveDate}`);
  return `${enumerate(kinds)} on ${entity.name}`;
}
