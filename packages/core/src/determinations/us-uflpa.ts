/**
 * The Uyghur Forced Labor Prevention Act: goods mined, produced or manufactured wholly or in part
 * in Xinjiang or by an entity on its list are presumed barred from entry into the United States.
 * There is no least share. Source: Public Law 117-78, section 3; 19 USC 1307; 19 CFR 151.16.
 */
import type { Clock } from '../assessment/assessment.ts';
import type { Claim } from '../findings/finder.ts';
import { enumerate, isSupplier, writeDate } from '../findings/words.ts';
import { findingsWhere, union, writeGaps, type Determiner, type Ruling } from './determiner.ts';

const inForceSince = '2022-06-21';
const regime = 'us-uflpa';
const rule = 'section 3(a)';

const clock: Clock = {
  amount: 30,
  source: '19 CFR 151.16; operational guidance for importers of US Customs and Border Protection',
  startsWith: 'the notice of detention',
  unit: 'days',
};

type EntityClaim = Extract<Claim, { kind: 'listed-entity' | 'shared-identity' }>;

export const usUflpa: Determiner = {
  regime,
  url: 'https://www.cbp.gov/trade/forced-labor/UFLPA',
  determine(context) {
    const { shipment, gaps, date } = context;
    if (shipment.declaration.jurisdiction !== 'US') {
      return notHere;
    }
    if (date < inForceSince) {
      return notYet;
    }
    const named = findingsWhere(context, (claim) => isEntity(claim) && isSureMaker(claim));
    const made = findingsWhere(
      context,
      (claim) => claim.kind === 'region' && (claim.tie === 'origin' || claim.tie === 'maker'),
    );
    if (named.length > 0 || made.length > 0) {
      const clauses = context.weighed.flatMap(({ raw: { claim } }) =>
        isEntity(claim) && isSureMaker(claim)
          ? claim.entity.listings
              .filter((listing) => listing.effectiveDate <= date)
              .map((listing) => `(${listing.clause})`)
          : [],
      );
      return {
        status: 'applies',
        basis: [
          ...(made.length > 0 ? [`${rule}: made wholly or in part in Xinjiang`] : []),
          ...(named.length > 0
            ? [`${rule}: entity on the list under section 2(d)(2)(B) ${enumerate(clauses)}`]
            : []),
        ].join('; '),
        explanation:
          'The goods are presumed to be made with forced labour and barred from entry, unless the ' +
          'importer shows that no input comes from Xinjiang or a listed entity, or rebuts the ' +
          'presumption by clear and convincing evidence.',
        findings: union(named, made),
        recommendedAction:
          'Hold the goods. Answer a detention notice within 30 days with supply-chain tracing from raw material to finished goods, or export them.',
        documents: context.documents(),
        clock,
      };
    }
    return (
      indicated(context) ??
      (gaps.length > 0
        ? {
            status: 'undetermined',
            basis: rule,
            explanation: writeGaps(gaps),
            recommendedAction: 'Complete the declaration and screen again.',
          }
        : nothingFound)
    );
  },
};

function indicated(context: Parameters<Determiner['determine']>[0]): Ruling | null {
  const possible = findingsWhere(context, isEntity);
  const tied = findingsWhere(context, (claim) => claim.kind === 'region');
  const supplied = findingsWhere(context, isSupplied);
  if (findingsWhere(context, (claim) => isSupplied(claim) && claim.sure).length > 0) {
    return {
      status: 'indicated',
      basis: `${rule}: made in part of inputs from Xinjiang or from a listed entity`,
      explanation:
        'Sourced links lead from a party to Xinjiang or to a listed entity, over goods of which these can be made. ' +
        'Goods made in part of such inputs are presumed barred; there is no least share. ' +
        'Unless these goods are shown to hold none of them, expect detention.',
      findings: union(supplied, possible, tied),
      recommendedAction:
        'Hold the goods until the supplier traces their inputs, lot by lot, to makers outside the path found.',
      documents: context.documents(),
      clock,
    };
  }
  if (possible.length === 0 && tied.length === 0 && supplied.length === 0) return null;
  return {
    status: 'indicated',
    basis: rule,
    explanation:
      'Facts declared point to Xinjiang or to a listed entity without settling that the goods were made there or by it.',
    findings: union(possible, tied, supplied),
    recommendedAction:
      'Have a person settle the match; ask the supplier who made the goods, where, and of what inputs.',
    documents: context.documents(),
    clock,
  };
}

function isEntity(claim: Claim): claim is EntityClaim {
  return (
    (claim.kind === 'listed-entity' || claim.kind === 'shared-identity') &&
    claim.list === regime &&
    claim.inForce
  );
}

/** Named where goods are made or sold from, not as consignee or carrier; or under its number. */
function isSureMaker(claim: EntityClaim): boolean {
  if (claim.role === 'vessel' || !isSupplier({ role: claim.role })) return false;
  return claim.kind === 'listed-entity' ? claim.automatic : claim.by === 'identifier';
}

function isSupplied(claim: Claim): claim is Extract<Claim, { kind: 'supply-link' }> {
  return (
    claim.kind === 'supply-link' &&
    claim.inForce &&
    (claim.region !== null || claim.list === regime)
  );
}

const notHere: Ruling = {
  status: 'not-applicable',
  basis: rule,
  explanation: 'The presumption binds imports into the United States.',
  recommendedAction: 'None under this rule.',
};

const notYet: Ruling = {
  ...notHere,
  explanation: `The presumption took effect on ${writeDate(inForceSince)}.`,
};

const nothingFound: Ruling = {
  status: 'not-indicated',
  basis: rule,
  explanation: 'Nothing declared points to Xinjiang or to a listed entity.',
  recommendedAction: 'None under this rule.',
};
