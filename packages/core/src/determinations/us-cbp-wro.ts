/**
 * Withhold Release Orders and Findings under 19 USC 1307: an order names makers, or a country's
 * goods; a Finding bars entry, a WRO detains until the importer shows that no forced labour was used.
 * Source: 19 CFR 12.42 to 12.44.
 */
import type { Clock } from '../assessment/assessment.ts';
import type { Claim } from '../findings/finder.ts';
import { enumerate, isSupplier, writeDate } from '../findings/words.ts';
import { findingsWhere, union, writeGaps, type Determiner, type Ruling } from './determiner.ts';

const regime = 'us-cbp-wro';
const rule = '19 USC 1307';

const clock: Clock = {
  amount: 3,
  source: '19 CFR 12.43',
  startsWith: 'import',
  unit: 'months',
};

type OrderClaim = Extract<Claim, { kind: 'listed-entity' | 'ordered-goods' | 'shared-identity' }>;

export const usCbpWro: Determiner = {
  regime,
  url: 'https://www.cbp.gov/trade/forced-labor/withhold-release-orders-and-findings',
  determine(context) {
    const { shipment, gaps, date } = context;
    if (shipment.declaration.jurisdiction !== 'US') {
      return notHere;
    }
    const bites = (claim: Claim): claim is OrderClaim =>
      isOrder(claim) && covers(claim) && isSure(claim);
    const applies = findingsWhere(context, bites);
    if (applies.length > 0) {
      const orders = context.weighed.flatMap(({ raw: { claim } }) =>
        bites(claim) ? [writeOrder(claim, date)] : [],
      );
      return {
        status: 'applies',
        basis: enumerate(orders),
        explanation:
          'The goods fall under an order in force; they are detained or refused at entry.',
        findings: applies,
        recommendedAction:
          'Hold the goods. Within three months of import, give the certificate of origin and the statement of 19 CFR 12.43, or export them.',
        documents: context.documents(),
        clock,
      };
    }
    const indicated = union(findingsWhere(context, isOrder), findingsWhere(context, isSupplied));
    if (indicated.length > 0) {
      return {
        status: 'indicated',
        basis: rule,
        explanation:
          'A party may be named in an order, is named in one that is about other goods than these, or is supplied by one so named.',
        findings: indicated,
        recommendedAction: 'Have a person settle the match and compare the goods with the order.',
        documents: context.documents(),
        clock,
      };
    }
    return gaps.length === 0
      ? nothingFound
      : {
          status: 'undetermined',
          basis: rule,
          explanation: writeGaps(gaps),
          recommendedAction: 'Complete the declaration and screen again.',
        };
  },
};

const notHere: Ruling = {
  status: 'not-applicable',
  basis: rule,
  explanation: 'Orders bind imports into the United States.',
  recommendedAction: 'None under this rule.',
};

const nothingFound: Ruling = {
  status: 'not-indicated',
  basis: rule,
  explanation: 'No party and no goods declared are named in an order in force.',
  recommendedAction: 'None under this rule.',
};

function isOrder(claim: Claim): claim is OrderClaim {
  return (
    (claim.kind === 'listed-entity' ||
      claim.kind === 'ordered-goods' ||
      claim.kind === 'shared-identity') &&
    claim.list === regime &&
    claim.inForce
  );
}

function isSupplied(claim: Claim): boolean {
  return (
    claim.kind === 'supply-link' && claim.list === regime && claim.inForce && claim.goodsCovered
  );
}

function covers(claim: OrderClaim): boolean {
  return claim.kind === 'ordered-goods' || claim.goodsCovered;
}

function isSure(claim: OrderClaim): boolean {
  if (claim.kind === 'ordered-goods') return true;
  if (claim.role !== 'vessel' && !isSupplier({ role: claim.role })) return false;
  return claim.kind === 'listed-entity' ? claim.automatic : claim.by === 'identifier';
}

function writeOrder({ entity }: OrderClaim, date: string): string {
  const kinds = entity.listings
    .filter((listing) => listing.effectiveDate <= date)
    .map((listing) => `${listing.clause} of ${writeDate(listing.effectiveDate)}`);
  return `${enumerate(kinds)} on ${entity.name}`;
}
