/**
 * The vessel is on a list. Orders on fishing vessels bar their catch, whoever ships it; a vessel of
 * that name carrying other goods is a namesake until somebody looks.
 */
import { round4, temper } from '../assessment/log-odds.ts';
import { cite } from '../rulebook/rulebook.ts';
import { coversGoods, writeListings } from './entity-listed.ts';
import type { Finder, RawFinding } from './finder.ts';
import { listingsInForce, writeCertainty } from './words.ts';

export const vesselListed: Finder = {
  name: 'entity.vessel-listed',
  find({ shipment, rulebook, baseline, date }) {
    const vessel = shipment.transport.vessel;
    if (vessel === undefined) return { findings: [], gaps: [] };
    const factor = rulebook.definition.factors['entity.vessel-listed'];
    const findings: RawFinding[] = [];
    for (const candidate of rulebook.matcher.match({ names: [vessel.name], kinds: ['vessel'] })) {
      const listed = rulebook.entities.get(candidate.entityId);
      if (listed === undefined || listed.entity.kind !== 'vessel') continue;
      const { entity, list } = listed;
      if (!coversGoods(entity, shipment)) continue;
      const automatic = candidate.tier === 'automatic';
      const weight = round4(temper(factor.weight, candidate.probability, baseline));
      findings.push({
        factor: 'entity.vessel-listed',
        group: factor.group,
        summary:
          `The vessel "${vessel.name}" ${writeCertainty(automatic)} ${entity.name}, ` +
          `on the ${list.title} (${writeListings(entity)}).`,
        path: 'data.transport.vessel.name',
        matched: vessel.name,
        weight,
        pieces: [
          {
            label: 'listed vessel',
            weight,
            explanation: `a listed vessel weighs ${factor.weight}; the match is ${Math.round(candidate.probability * 100)}% sure`,
          },
        ],
        citation: cite(list, entity.name, entity.listings[0]?.effectiveDate ?? null, entity.url),
        match: {
          listedName: candidate.listedName,
          probability: candidate.probability,
          tier: candidate.tier,
          pieces: candidate.pieces,
        },
        claim: {
          kind: 'listed-entity',
          entity,
          list: list.list,
          role: 'vessel',
          automatic,
          inForce: listingsInForce(entity, date).length > 0,
          goodsCovered: true,
        },
      });
    }
    return { findings, gaps: [] };
  },
};
