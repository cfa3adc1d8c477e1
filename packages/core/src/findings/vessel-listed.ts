/**
 * The vessel is on a list. Orders on fishing vessels bar their catch, whoever ships it; a vessel of
 * that name carrying other goods is a namesake until somebody looks.
 */
import { inOrder, type ListedCandidate } from '../facts/party-facts.ts';
import { temper } from '../assessment/log-odds.ts';
import { cite } from '../rulebook/rulebook.ts';
import { coversGoods, writeAlias, writeSureness } from './entity-listed.ts';
import { nothingFound, type Finder, type FindContext, type RawFinding } from './finder.ts';
import { WeightSteps } from './finding.ts';
import { listingsInForce, writeCertainty, writeDate, writeListings } from './words.ts';

export const vesselListed: Finder = {
  name: 'entity.vessel-listed',
  find(context) {
    const { shipment, rulebook } = context;
    const { vessel } = shipment.transport;
    if (vessel === undefined) return nothingFound;
    // Most goods are no vessel's catch, and looking a name up costs more than asking that.
    const reached = rulebook.vessels.some(({ entity }) => coversGoods(entity, shipment));
    if (!reached) return nothingFound;
    const candidates = rulebook.matcher.match({
      names: [bareName(vessel.name)],
      kinds: ['vessel'],
      identifiers: vessel.imo === undefined ? [] : [{ scheme: 'IMO', value: vessel.imo }],
    });
    const findings = candidates.flatMap((candidate) => {
      const listed = rulebook.entities.get(candidate.entityId);
      if (listed === undefined || listed.entity.kind !== 'vessel') return [];
      return coversGoods(listed.entity, shipment)
        ? [describe(context, vessel, { candidate: inOrder(candidate), listed })]
        : [];
    });
    return { findings, gaps: [] };
  },
};

/** 'M/V DA WANG', 'F.V. Zhen Fa 7': what kind of ship it is, is no part of its name. */
function bareName(name: string): string {
  const bare = name.replace(/^\s*(?:[MFS]\s?[./]\s?[VTS]\.?|MV|FV|MT|SS)\s+/i, '');
  return bare === '' ? name : bare;
}

function describe(
  { rulebook, baseline, date }: FindContext,
  vessel: { readonly name: string; readonly imo?: string | undefined },
  { candidate, listed: { entity, list } }: ListedCandidate,
): RawFinding {
  const factor = rulebook.definition.factors['entity.vessel-listed'];
  const automatic = candidate.tier === 'automatic';
  const inForce = listingsInForce(entity, date).length > 0;
  const byNumber = entity.identifiers.some(
    ({ scheme, value }) => scheme === 'IMO' && value === vessel.imo,
  );
  const counted = byNumber
    ? candidate.probability
    : Math.min(candidate.probability, factor.nameOnly);
  const sum = new WeightSteps();
  sum.step('listed vessel', factor.weight, `a listed vessel weighs ${factor.weight}`);
  if (!inForce) {
    sum.step(
      'not in force',
      sum.weight * factor.notInForce,
      `the entry was not in force on ${writeDate(date)}`,
    );
  }
  if (counted < 1) {
    sum.step(
      'match',
      temper(sum.weight, counted, baseline),
      writeSureness(candidate.probability, counted),
    );
  }
  return {
    factor: 'entity.vessel-listed',
    group: factor.group,
    summary:
      `The vessel "${vessel.name}"${vessel.imo === undefined ? '' : ` (IMO ${vessel.imo})`} ` +
      `${writeCertainty(automatic)} ${entity.name}${writeAlias(entity, candidate.listedName)}, on the ${list.title} (${writeListings(entity)}).`,
    path: 'data.transport.vessel.name',
    matched: vessel.name,
    weight: sum.weight,
    pieces: sum.pieces,
    citation: cite(list, entity.name, entity.listings[0]?.effectiveDate ?? null, entity.url),
    match: {
      listedName: candidate.listedName,
      pieces: candidate.pieces,
      probability: candidate.probability,
      tier: candidate.tier,
    },
    claim: {
      kind: 'listed-entity',
      entity,
      list: list.list,
      role: 'vessel',
      automatic,
      inForce,
      goodsCovered: true,
    },
  };
}
