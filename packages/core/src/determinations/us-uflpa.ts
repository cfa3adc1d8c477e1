/**
 * The Uyghur Forced Labor Prevention Act: goods mined, produced or manufactured wholly or in part
 * in Xinjiang or by an entity on its list are presumed barred from entry into the United States.
 * There is no least share. Source: Public Law 117-78, section 3; 19 USC 1307.
 */
import type { Determination } from '../assessment/assessment.ts';
import type { Claim } from '../findings/finder.ts';
import { enumerate, findingsWhere, type Determiner } from './determiner.ts';

const inForceSince = '2022-06-21';
const url = 'https://www.cbp.gov/trade/forced-labor/UFLPA';

type EntityClaim = Extract<Claim, { kind: 'listed-entity' }>;

export const usUflpa: Determiner = (context) => {
  const { shipment, weighed, gaps, date } = context;
  const base = { regime: 'us-uflpa', url };
  if (shipment.declaration.jurisdiction !== 'US') {
    return notApplicable(base, 'The presumption binds imports into the United States.');
  }
  if (date < inForceSince) {
    return notApplicable(base, `The presumption took effect on ${inForceSince}.`);
  }

  const named = findingsWhere(context, (claim) => isMaker(claim) && claim.automatic);
  const possible = findingsWhere(context, (claim) => isListed(claim));
  const made = findingsWhere(
    context,
    (claim) => claim.kind === 'region' && (claim.tie === 'origin' || claim.tie === 'maker'),
  );
  const tied = findingsWhere(context, (claim) => claim.kind === 'region');

  if (named.length > 0 || made.length > 0) {
    const clauses = weighed.flatMap(({ raw: { claim } }) =>
      isMaker(claim) && claim.automatic
        ? claim.entity.listings
            .filter((listing) => listing.effectiveDate <= date)
            .map((listing) => `(${listing.clause})`)
        : [],
    );
    const basis = [
      ...(made.length > 0 ? ['section 3(a): made wholly or in part in Xinjiang'] : []),
      ...(named.length > 0
        ? [`section 3(a): entity on the list under section 2(d)(2)(B) ${enumerate(clauses)}`]
        : []),
    ].join('; ');
    return {
      ...base,
      status: 'applies',
      basis,
      explanation:
        'The goods are presumed to be made with forced labour and barred from entry, unless the ' +
        'importer shows that no input comes from Xinjiang or a listed entity, or rebuts the ' +
        'presumption by clear and convincing evidence.',
      findings: [...new Set([...named, ...made])],
      recommendedAction:
        'Hold the goods. Answer a detention notice within 30 days with supply-chain tracing from raw material to finished goods, or export them.',
    };
  }
  const supplied = findingsWhere(context, (claim) => isSupplied(claim));
  if (findingsWhere(context, (claim) => isSupplied(claim) && claim.sure).length > 0) {
    return {
      ...base,
      status: 'indicated',
      basis: 'section 3(a): made in part of inputs from Xinjiang or from a listed entity',
      explanation:
        'Sourced links lead from a party to Xinjiang or to a listed entity, over goods of which these can be made. ' +
        'Goods made in part of such inputs are presumed barred; there is no least share. ' +
        'Unless these goods are shown to hold none of them, expect detention.',
      findings: [...new Set([...supplied, ...possible, ...tied])],
      recommendedAction:
        'Hold the goods until the supplier traces their inputs, lot by lot, to makers outside the path found.',
    };
  }
  if (possible.length > 0 || tied.length > 0 || supplied.length > 0) {
    return {
      ...base,
      status: 'indicated',
      basis: 'section 3(a)',
      explanation:
        'Facts declared point to Xinjiang or to a listed entity without settling that the goods were made there or by it.',
      findings: [...new Set([...possible, ...tied, ...supplied])],
      recommendedAction:
        'Have a person settle the match; ask the supplier who made the goods, where, and of what inputs.',
    };
  }
  if (gaps.length > 0) {
    return {
      ...base,
      status: 'undetermined',
      basis: 'section 3(a)',
      explanation: `Not all that the rule asks could be evaluated: ${gaps[0]?.reason ?? ''}.`,
      findings: [],
      recommendedAction: 'Complete the declaration and screen again.',
    };
  }
  return {
    ...base,
    status: 'not-indicated',
    basis: 'section 3(a)',
    explanation: 'Nothing declared points to Xinjiang or to a listed entity.',
    findings: [],
    recommendedAction: 'None under this rule.',
  };
};

function isListed(claim: Claim): claim is EntityClaim {
  return claim.kind === 'listed-entity' && claim.list === 'us-uflpa' && claim.inForce;
}

/** Named where goods are made or sold from, not as consignee or carrier. */
function isMaker(claim: Claim): claim is EntityClaim {
  return isListed(claim) && ['manufacturer', 'exporter', 'seller', 'supplier'].includes(claim.role);
}

function isSupplied(claim: Claim): claim is Extract<Claim, { kind: 'supply-link' }> {
  return (
    claim.kind === 'supply-link' &&
    claim.inForce &&
    (claim.region !== null || claim.list === 'us-uflpa')
  );
}

function notApplicable(
  base: { readonly regime: string; readonly url: string },
  explanation: string,
): Determination {
  return {
    ...base,
    status: 'not-applicable',
    basis: 'section 3(a)',
    explanation,
    findings: [],
    recommendedAction: 'None under this rule.',
  };
}
