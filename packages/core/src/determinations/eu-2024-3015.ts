/**
 * Regulation (EU) 2024/3015: products made with forced labour may not be placed on the market of
 * the Union, nor exported from it. It applies from 14 December 2027; until then this is advice.
 * There is no presumption: an authority decides, so facts declared can at most indicate a concern.
 */
import type { Clock } from '../assessment/assessment.ts';
import { writeDate } from '../findings/words.ts';
import { findingsWhere, union, writeGaps, type Determiner, type Ruling } from './determiner.ts';
import { strengthOf } from './signs.ts';

const appliesFrom = '2027-12-14';
const rule = 'Regulation (EU) 2024/3015, Article 3';

const clock: Clock = {
  amount: 30,
  source: 'Regulation (EU) 2024/3015, Article 17',
  startsWith: "an authority's request in the preliminary phase",
  unit: 'working-days',
};

/** ISO 3166-1 codes of the Member States. */
const memberStates: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);

const notHere: Ruling = {
  status: 'not-applicable',
  basis: rule,
  explanation: 'The Regulation is about the market of the European Union.',
  recommendedAction: 'None under this rule.',
};

const nothingFound: Ruling = {
  status: 'not-indicated',
  basis: rule,
  explanation: 'Nothing declared would give an authority a substantiated concern.',
  recommendedAction: 'None under this rule.',
};

const substantiated = writeConcern(
  'The facts declared would give an authority a substantiated concern that the goods were made with forced labour.',
);
const suspected = writeConcern(
  'The facts declared point to forced labour without settling it; an authority could open a preliminary phase.',
);

/** What is said before the Regulation applies, and after. */
function writeConcern(concern: string): { readonly before: string; readonly after: string } {
  return {
    before: `${concern} The Regulation applies from ${writeDate(appliesFrom)}: goods placed on the market after that day fall under it, stock bought now among them.`,
    after: `${concern} The authority decides; until it has, the goods may be suspended from release.`,
  };
}

export const eu20243015: Determiner = {
  regime: 'eu-2024-3015',
  url: 'https://eur-lex.europa.eu/eli/reg/2024/3015/oj',
  determine(context) {
    const { shipment, date, gaps } = context;
    if (!memberStates.has(shipment.declaration.jurisdiction)) {
      return notHere;
    }
    const links = findingsWhere(context, (claim) => strengthOf(claim) === 'link');
    const signs = findingsWhere(context, (claim) => strengthOf(claim) === 'sign');
    if (links.length > 0 || signs.length > 0) {
      const concern = links.length > 0 ? substantiated : suspected;
      return date < appliesFrom
        ? {
            status: 'advisory',
            basis: rule,
            explanation: concern.before,
            findings: union(links, signs),
            recommendedAction:
              'Gather the documents now, and do not build up stock that could not be sold after that day.',
            documents: context.documents(),
          }
        : {
            status: 'indicated',
            basis: rule,
            explanation: concern.after,
            findings: union(links, signs),
            recommendedAction:
              'Do not place the goods on the market until the link is disproved; be ready to answer the authority.',
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
