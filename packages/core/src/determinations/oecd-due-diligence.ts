/**
 * What the OECD Guidelines for Multinational Enterprises and the Due Diligence Guidance ask of an
 * importer anywhere: to look into risks found, to act on them, and, where the state itself imposes
 * the labour and no leverage can end it, to end the relationship responsibly.
 * Source: OECD Due Diligence Guidance for Responsible Business Conduct (2018), steps 2 and 3.
 */
import type { Claim } from '../findings/finder.ts';
import { findingsWhere, type Determiner } from './determiner.ts';

const url =
  'https://www.oecd.org/en/topics/due-diligence-guidance-for-responsible-business-conduct.html';

export const oecdDueDiligence: Determiner = (context) => {
  const base = { regime: 'oecd-due-diligence', url };
  const linked = findingsWhere(context, (claim) => isSureLink(claim));
  if (linked.length > 0) {
    return {
      ...base,
      status: 'applies',
      basis: 'step 3: cease, prevent and mitigate; disengagement as a last resort',
      explanation:
        'The supply chain is linked to labour that the state imposes or that an authority found to be forced. A buyer has no leverage to end it.',
      findings: linked,
      recommendedAction:
        'Place no further orders and end the relationship responsibly, unless the supplier shows within the time set that the link does not exist.',
    };
  }
  const signs = findingsWhere(context, (claim) => claim.kind !== 'risk-goods');
  if (signs.length > 0) {
    return {
      ...base,
      status: 'indicated',
      basis: 'step 2: identify and assess adverse impacts',
      explanation: 'There are signs of a link to forced labour that must be looked into.',
      findings: signs,
      recommendedAction:
        'Ask the supplier for the makers of goods and inputs with proof, and decide on what they show.',
    };
  }
  const risks = findingsWhere(context, (claim) => claim.kind === 'risk-goods');
  if (risks.length > 0) {
    return {
      ...base,
      status: 'indicated',
      basis: 'step 2: scope risks by sector and country',
      explanation: 'The goods are of a sector or country with a known risk of forced labour.',
      findings: risks,
      recommendedAction: 'Map the supply chain of these goods to the raw material.',
    };
  }
  const [gap] = context.gaps;
  if (gap !== undefined) {
    return {
      ...base,
      status: 'undetermined',
      basis: 'step 2: identify and assess adverse impacts',
      explanation: `Not all could be evaluated: ${gap.reason}.`,
      findings: [],
      recommendedAction: 'Obtain the missing facts from the supplier.',
    };
  }
  return {
    ...base,
    status: 'not-indicated',
    basis: 'step 2: identify and assess adverse impacts',
    explanation: 'Nothing found in what was declared.',
    findings: [],
    recommendedAction: 'Keep the usual due diligence.',
  };
};

function isSureLink(claim: Claim): boolean {
  switch (claim.kind) {
    case 'listed-entity':
      return (
        claim.automatic &&
        claim.inForce &&
        claim.goodsCovered &&
        ['manufacturer', 'exporter', 'seller', 'supplier', 'vessel'].includes(claim.role)
      );
    case 'region':
      return claim.tie !== 'other';
    case 'ordered-goods':
      return claim.inForce;
    case 'risk-goods':
      return false;
    case 'supply-link':
      return claim.sure && claim.inForce && claim.goodsCovered;
  }
}
