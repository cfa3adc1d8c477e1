/**
 * Signs of labour that a state imposes elsewhere: cotton of Turkmenistan, and North Korean labour
 * anywhere, whatever the goods.
 */
import { reachesCode, type StateLabourRegime } from '../places/state-labour.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { ShipmentItem } from '../shipment/schema.ts';
import type { Claim, FindContext, Finder, RawFinding } from './finder.ts';
import { plainFinding } from './finding.ts';
import { writeDate, writeGoods, writeParty } from './words.ts';

type Kind = 'origin' | 'address' | 'text' | 'route';

interface Sign {
  readonly kind: Kind;
  readonly path: string;
  readonly matched: string;
  readonly summary: string;
  readonly share: number;
  readonly tie: Extract<Claim, { kind: 'state-labour' }>['tie'];
}

export const labourStateImposed: Finder = {
  name: 'labour.state-imposed',
  find(context) {
    const findings: RawFinding[] = [];
    const add = (regime: StateLabourRegime, sign: Sign): void => {
      if (regime.since <= context.date) findings.push(toFinding(context, regime, sign));
    };
    const reached = (regime: StateLabourRegime): boolean =>
      context.shipment.items.some((item, index) => reachesItem(context, regime, item, index));
    fromItems(context, add);
    fromParties(context, reached, add);
    fromRoute(context, reached, add);
    return { findings, gaps: [] };
  },
};

type Add = (regime: StateLabourRegime, sign: Sign) => void;

/** Goods under the code, or that hold an input such labour goes into. */
function reachesItem(
  { facts }: FindContext,
  regime: StateLabourRegime,
  item: ShipmentItem,
  index: number,
): boolean {
  if (reachesCode(regime, item.commodityCode)) return true;
  return (facts.items[index]?.upstream ?? []).some(({ steps }) =>
    regime.commodities.includes(steps.at(-1)?.id ?? ''),
  );
}

function fromItems(context: FindContext, add: Add): void {
  const { stateLabour } = context.rulebook;
  context.shipment.items.forEach((item, index) => {
    const origin = context.facts.origins[index] ?? null;
    const regime = origin === null ? null : stateLabour.byCountry(origin.country);
    if (origin !== null && regime !== null && reachesItem(context, regime, item, index)) {
      add(regime, {
        kind: 'origin',
        path: origin.path,
        matched: origin.country,
        summary: `${writeGoods(item)} is of origin ${origin.country}: ${regime.title.en}.`,
        share: 1,
        tie: 'origin',
      });
    }
    const mention = context.facts.items[index]?.stateLabour[0];
    if (mention !== undefined && reachesItem(context, mention.regime, item, index)) {
      add(mention.regime, {
        kind: 'text',
        path: `data.items[${index}].description`,
        matched: mention.matched,
        summary: `The description of ${writeGoods(item)} says "${mention.matched}": ${mention.regime.title.en}.`,
        share: 1,
        tie: 'other',
      });
    }
  });
}

function fromParties(
  context: FindContext,
  reached: (regime: StateLabourRegime) => boolean,
  add: Add,
): void {
  const { roles } = context.rulebook.definition.factors['labour.state-imposed'];
  for (const { party, facts, index } of context.facts.speaking) {
    const share = roles[party.role] ?? 0;
    if (share === 0) continue;
    const told = new Set<string>();
    for (const { regime, kind, path, matched } of facts.stateLabour) {
      const key = `${regime.id} ${kind}`;
      if (told.has(key) || !reached(regime)) continue;
      told.add(key);
      // A trader there may sell goods from elsewhere; a maker there makes them there.
      const tie = kind === 'address' && party.role === 'manufacturer' ? 'maker' : 'other';
      const says = kind === 'address' ? 'The address' : 'The name';
      add(regime, {
        kind,
        path: `data.parties[${index}].${path}`,
        matched,
        summary: `${says} of the ${writeParty(party)} says "${matched}": ${regime.title.en}.`,
        share,
        tie,
      });
    }
  }
}

function fromRoute(
  { shipment, rulebook }: FindContext,
  reached: (regime: StateLabourRegime) => boolean,
  add: Add,
): void {
  const { placeOfReceipt, portOfLoading } = shipment.transport;
  const stops = [
    { path: 'placeOfReceipt', code: placeOfReceipt, what: 'place of receipt' },
    { path: 'portOfLoading', code: portOfLoading, what: 'port of loading' },
  ];
  for (const { path, code, what } of stops) {
    const regime = code === undefined ? null : rulebook.stateLabour.byCountry(code.slice(0, 2));
    if (code === undefined || regime === null || !reached(regime)) continue;
    add(regime, {
      kind: 'route',
      path: `data.transport.${path}`,
      matched: code,
      summary: `The ${what}, ${code}, lies in ${regime.country}: ${regime.title.en}.`,
      share: 1,
      tie: 'other',
    });
  }
}

const kindWords: Readonly<Record<Kind, string>> = {
  origin: 'declared origin',
  address: 'address',
  text: 'named',
  route: 'route',
};

function toFinding({ rulebook }: FindContext, regime: StateLabourRegime, sign: Sign): RawFinding {
  const factor = rulebook.definition.factors['labour.state-imposed'];
  const full = factor[sign.kind];
  return plainFinding({
    factor: 'labour.state-imposed',
    group: factor.group,
    summary: sign.summary,
    path: sign.path,
    matched: sign.matched,
    weight: full * sign.share,
    because: [
      kindWords[sign.kind],
      `a sign of this kind weighs ${full}${sign.share < 1 ? `; in this party's role ${sign.share} of that` : ''}; the rule holds since ${writeDate(regime.since)}`,
    ],
    citation: cite(rulebook.stateLabour.table, regime.title.en, regime.since, regime.url),
    claim: { kind: 'state-labour', regime, tie: sign.tie },
  });
}
