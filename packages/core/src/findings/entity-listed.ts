/**
 * A party to the shipment is on a list: the sign the law acts on. Every party is looked up, for a
 * listed firm may stand as exporter, as supplier or only as the one to notify; its role decides how
 * far that ties it to the making of the goods.
 */
import { round4, temper } from '../assessment/log-odds.ts';
import type { ScorePiece } from '../assessment/assessment.ts';
import type { ListedEntity } from '../lists/list.ts';
import type { MatchCandidate, PartyQuery } from '../matching/matcher.ts';
import { cite, type EntityOnList } from '../rulebook/rulebook.ts';
import type { Shipment, ShipmentParty } from '../shipment/schema.ts';
import type { FindContext, Finder, RawFinding } from './finder.ts';
import { listingsInForce, writeCertainty, writeDate, writeRole } from './words.ts';

export const entityListed: Finder = {
  name: 'entity.listed',
  find(context) {
    const { leastProbability, roles } = context.rulebook.definition.factors['entity.listed'];
    const findings: RawFinding[] = [];
    context.shipment.parties.forEach((party, index) => {
      if ((roles[party.role] ?? 0) === 0) return;
      for (const candidate of context.rulebook.matcher.match(queryOf(party))) {
        if (candidate.probability < leastProbability) continue;
        const listed = context.rulebook.entities.get(candidate.entityId);
        if (listed === undefined) {
          throw new RangeError(
            `the matcher named the entity "${candidate.entityId}", which no list holds`,
          );
        }
        // A region on a list is a rule about goods from there, not somebody to be named.
        if (listed.entity.kind === 'region') continue;
        findings.push(describe(context, party, index, candidate, listed));
      }
    });
    return { findings, gaps: [] };
  },
};

/** What the matcher is asked about a party. */
export function queryOf(party: ShipmentParty): PartyQuery {
  const { address } = party;
  const lines = [...(address?.lines ?? []), address?.city, address?.region, address?.postcode];
  return {
    names: [party.name, ...party.otherNames],
    address: lines.filter((line) => line !== undefined),
    ...(address?.country === undefined ? {} : { country: address.country }),
    identifiers: party.identifiers,
  };
}

function describe(
  context: FindContext,
  party: ShipmentParty,
  index: number,
  candidate: MatchCandidate,
  { entity, list }: EntityOnList,
): RawFinding {
  const factor = context.rulebook.definition.factors['entity.listed'];
  const automatic = candidate.tier === 'automatic';
  const probability = automatic
    ? candidate.probability
    : Math.min(candidate.probability, factor.candidateProbability);
  const inForce = listingsInForce(entity, context.date);
  const goodsCovered = coversGoods(entity, context.shipment);
  const share = roles(context, party);

  const pieces: ScorePiece[] = [];
  let weight = 0;
  const step = (label: string, next: number, explanation: string): void => {
    pieces.push({ label, weight: round4(next - weight), explanation });
    weight = round4(next);
  };
  step('listed', factor.weight, `a maker named on the ${list.title} weighs ${factor.weight}`);
  if (share < 1) {
    step('role', weight * share, `as ${writeRole(party.role)} it counts ${share} of a maker`);
  }
  if (inForce.length === 0) {
    step(
      'not in force',
      weight * factor.notInForce,
      `the entry was not in force on ${writeDate(context.date)}`,
    );
  }
  if (!goodsCovered) {
    step(
      'other goods',
      weight * factor.otherGoods,
      `the order is about ${entity.merchandise?.text ?? 'other goods'}`,
    );
  }
  if (probability < 1) {
    step(
      'match',
      temper(weight, probability, context.baseline),
      `the match is ${Math.round(probability * 100)}% sure`,
    );
  }

  const nameIndex = party.otherNames.indexOf(candidate.queriedName);
  const path = `data.parties[${index}].` + (nameIndex === -1 ? 'name' : `otherNames[${nameIndex}]`);
  const first = (inForce[0] ?? entity.listings[0]) as ListedEntity['listings'][number];
  return {
    factor: 'entity.listed',
    group: factor.group,
    summary:
      `The ${writeRole(party.role)} "${candidate.queriedName}" ${writeCertainty(automatic)} ` +
      `${entity.name}, on the ${list.title} (${writeListings(entity)}).`,
    path,
    matched: candidate.queriedName,
    weight,
    pieces,
    citation: cite(list, entity.name, first.effectiveDate, entity.url),
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
      role: party.role,
      automatic,
      inForce: inForce.length > 0,
      goodsCovered,
    },
  };
}

function roles(context: FindContext, party: ShipmentParty): number {
  return context.rulebook.definition.factors['entity.listed'].roles[party.role] ?? 0;
}

/** Whether an entry's order reaches any of the goods; entries that name no goods reach all. */
export function coversGoods(entity: ListedEntity, shipment: Shipment): boolean {
  const prefixes = entity.merchandise?.hsPrefixes ?? [];
  if (prefixes.length === 0) return true;
  return shipment.items.some(({ commodityCode }) =>
    prefixes.some((prefix) => commodityCode.startsWith(prefix) || prefix.startsWith(commodityCode)),
  );
}

/** 'clause (ii) since 21 June 2022' or 'WRO since 1 May 2020, status inactive'. */
export function writeListings(entity: ListedEntity): string {
  const written = entity.listings.map(({ clause, effectiveDate }) => {
    const name = /^[ivx]+$/.test(clause) ? `clause (${clause})` : clause;
    return `${name} since ${writeDate(effectiveDate)}`;
  });
  const status = entity.status === 'active' ? '' : `, status ${entity.status}`;
  return written.join('; ') + status;
}
