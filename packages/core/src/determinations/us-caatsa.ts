/**
 * North Korean labour: goods made wholly or in part by North Korean nationals anywhere are presumed
 * made with forced labour and barred from entry into the United States.
 * Source: Countering America's Adversaries Through Sanctions Act (Public Law 115-44), section
 * 321(b); 22 USC 9241a; 19 USC 1307.
 */
import type { Claim } from '../findings/finder.ts';
import { findingsWhere, writeGaps, type Determiner, type Ruling } from './determiner.ts';

const rule = 'section 321(b), 22 USC 9241a';

export const usCaatsa: Determiner = {
  regime: 'us-caatsa',
  url: 'https://www.dhs.gov/news/2021/02/11/countering-america-s-adversaries-through-sanctions-act-faqs',
  determine(context) {
    if (context.shipment.declaration.jurisdiction !== 'US') {
      return notHere;
    }
    const applies = findingsWhere(
      context,
      (claim) => isNorthKorean(claim) && claim.tie !== 'other',
    );
    if (applies.length > 0) {
      return {
        status: 'applies',
        basis: `${rule}: made by North Korean nationals`,
        explanation:
          'Goods made there are presumed to be made with forced labour and barred from entry, unless the importer shows otherwise by clear and convincing evidence.',
        findings: applies,
        recommendedAction:
          'Hold the goods and take legal advice: sanctions of the United States and the United Nations may bar the trade itself.',
        documents: context.documents(),
      };
    }
    const indicated = findingsWhere(context, isNorthKorean);
    if (indicated.length > 0) {
      return {
        status: 'indicated',
        basis: rule,
        explanation: 'Facts declared point to North Korea without settling who made the goods.',
        findings: indicated,
        recommendedAction: 'Ask the supplier where and by whom the goods were made.',
        documents: context.documents(),
      };
    }
    return context.gaps.length === 0
      ? nothingFound
      : {
          status: 'undetermined',
          basis: rule,
          explanation: writeGaps(context.gaps),
          recommendedAction: 'Complete the declaration and screen again.',
        };
  },
};

const notHere: Ruling = {
  status: 'not-applicable',
  basis: rule,
  explanation: 'The presumption binds imports into the United States.',
  recommendedAction: 'None under this rule.',
};

const nothingFound: Ruling = {
  status: 'not-indicated',
  basis: rule,
  explanation: 'Nothing declared points to North Korean labour.',
  recommendedAction: 'None under this rule.',
};

function isNorthKorean(claim: Claim): claim is Extract<Claim, { kind: 'state-labour' }> {
  return claim.kind === 'state-labour' && claim.regime.presumption === 'US-CAATSA-321';
}
