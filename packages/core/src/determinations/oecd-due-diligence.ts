/**
 * What the OECD Guidelines for Multinational Enterprises and the Due Diligence Guidance ask of an
 * importer anywhere: to look into risks found, to act on them, and, where the state itself imposes
 * the labour and no leverage can end it, to end the relationship responsibly.
 * Source: OECD Due Diligence Guidance for Responsible Business Conduct (2018), steps 2 and 3.
 */
import { findingsWhere, writeGaps, type Determiner, type Ruling } from './determiner.ts';
import { strengthOf } from './signs.ts';

const nothingFound: Ruling = {
  status: 'not-indicated',
  basis: 'step 2: identify and assess adverse impacts',
  explanation: 'Nothing found in what was declared.',
  recommendedAction: 'Keep the usual due diligence.',
};

export const oecdDueDiligence: Determiner = {
  regime: 'oecd-due-diligence',
  url: 'https://www.oecd.org/en/topics/due-diligence-guidance-for-responsible-business-conduct.html',
  determine(context) {
    const links = findingsWhere(context, (claim) => strengthOf(claim) === 'link');
    if (links.length > 0) {
      return {
        status: 'applies',
        basis: 'step 3: cease, prevent and mitigate; disengagement as a last resort',
        explanation:
          'The supply chain is linked to labour that the state imposes or that an authority found to be forced. A buyer has no leverage to end it.',
        findings: links,
        recommendedAction:
          'Place no further orders and end the relationship responsibly, unless the supplier shows within the time set that the link does not exist.',
        documents: context.documents(),
      };
    }
    const signs = findingsWhere(context, (claim) => strengthOf(claim) === 'sign');
    if (signs.length > 0) {
      return {
        status: 'indicated',
        basis: 'step 2: identify and assess adverse impacts',
        explanation: 'There are signs of a link to forced labour that must be looked into.',
        findings: signs,
        recommendedAction:
          'Ask the supplier for the makers of goods and inputs with proof, and decide on what they show.',
        documents: context.documents(),
      };
    }
    const risks = findingsWhere(context, (claim) => strengthOf(claim) === 'risk');
    if (risks.length > 0) {
      return {
        status: 'indicated',
        basis: 'step 2: scope risks by sector and country',
        explanation:
          'The goods are of a sector or country with a known risk of forced labour. That is no sign against this supplier.',
        findings: risks,
        // No documents: there is nobody to answer yet, and `advise` tells what to map and how.
        recommendedAction: 'Map the supply chain of these goods to the raw material.',
      };
    }
    return context.gaps.length > 0
      ? {
          status: 'undetermined',
          basis: 'step 2: identify and assess adverse impacts',
          explanation: writeGaps(context.gaps),
          recommendedAction: 'Obtain the missing facts from the supplier.',
        }
      : nothingFound;
  },
};
