/**
 * A party to the shipment is on a list: the sign the law acts on. Every party is looked up, for a
 * listed firm may stand as exporter, as supplier or only as the one to notify; its role decides how
 * far that ties it to the making of the goods.
 */
import type { Gap } from '../assessment/assessment.ts';
import { temper } from '../assessment/log-odds.ts';
import { pathOfName } from '../facts/names-within.ts';
import type { ListedCandidate } from '../facts/party-facts.ts';
import type { ListedEntity, ListedName } from '../lists/list.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { Shipment, ShipmentParty } from '../shipment/schema.ts';
import { nothingFound, type FindContext, type Finder, type RawFinding } from './finder.ts';
import { WeightSteps } from './finding.ts';
import { rememberParty } from './remember.ts';
import {
  listingsInForce,
  shorten,
  writeCertainty,
  writeDate,
  writeListings,
  writeParty,
  writeRole,
} from './words.ts';

export const entityListed: Finder = {
  name: 'entity.listed',
  find(context) {
    if (context.facts.speaking.length === 0) return nothingFound;
    const { leastProbability, roles } = context.rulebook.definition.factors['entity.listed'];
    const findings: RawFinding[] = [];
    const gaps: Gap[] = [];
    for (const { party, facts, index } of context.facts.speaking) {
      if ((roles[party.role] ?? 0) === 0) continue;
      if (facts.candidates.length > 0) {
        findings.push(
          ...rememberParty(context, index, 'entity.listed', () =>
            facts.candidates
              .filter(({ candidate }) => candidate.probability >= leastProbability)
              .map((found) => describe(context, party, index, found)),
          ),
        );
      }
      if (facts.matchFailure !== null) {
        gaps.push({
          factor: 'entity.listed',
          path: `data.parties[${index}].name`,
          reason: `the ${writeParty(party)} could not be looked up on the lists: ${facts.matchFailure}`,
        });
      }
    }
    return { findings, gaps };
  },
};

function describe(
  context: FindContext,
  party: ShipmentParty,
  index: number,
  { candidate, listed: { entity, list } }: ListedCandidate,
): RawFinding {
  const factor = context.rulebook.definition.factors['entity.listed'];
  const automatic = candidate.tier === 'automatic';
  const probability = automatic
    ? candidate.probability
    : Math.min(candidate.probability, factor.candidateProbability);
  const inForce = listingsInForce(entity, context.date);
  const goodsCovered = coversGoods(entity, context.shipment);
  const share = factor.roles[party.role] ?? 0;

  const sum = new WeightSteps();
  sum.step('listed', factor.weight, `a maker named on the ${list.title} weighs ${factor.weight}`);
  if (share < 1) {
    const part = sum.weight * share;
    sum.step('role', part, `as ${writeRole(party.role)} it counts ${share} of a maker`);
  }
  if (inForce.length === 0) {
    sum.step(
      'not in force',
      sum.weight * factor.notInForce,
      `the entry was not in force on ${writeDate(context.date)}`,
    );
  }
  if (!goodsCovered) {
    sum.step(
      'other goods',
      sum.weight * factor.otherGoods,
      `the order is about ${entity.merchandise?.text ?? 'other goods'}`,
    );
  }
  if (probability < 1) {
    sum.step(
      'match',
      temper(sum.weight, probability, context.baseline),
      writeSureness(candidate.probability, probability),
    );
  }

  const path = `data.parties[${index}].${pathOfName(party, candidate.queriedName)}`;
  const first = (inForce[0] ?? entity.listings[0]) as ListedEntity['listings'][number];
  return {
    factor: 'entity.listed',
    group: factor.group,
    summary:
      `The ${writeRole(party.role)} "${shorten(candidate.queriedName)}" ` +
      `${writeCertainty(automatic)} ${entity.name}${writeAlias(entity, candidate.listedName)}, ` +
      `on the ${list.title} (${writeListings(entity)})` +
      `${goodsCovered ? '' : `; that entry is about ${entity.merchandise?.text ?? 'other goods'}`}.`,
    path,
    matched: candidate.queriedName,
    weight: sum.weight,
    pieces: sum.pieces,
    citation: cite(list, entity.name, first.effectiveDate, entity.url),
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
      role: party.role,
      automatic,
      inForce: inForce.length > 0,
      goodsCovered,
    },
  };
}

/** By which of its other names an entry was found; nothing where it was by the first. */
export function writeAlias(
  { name, aliases }: Pick<ListedEntity, 'name'> & { readonly aliases: readonly ListedName[] },
  matched: string,
): string {
  const alias = matched === name ? undefined : aliases.find((each) => each.name === matched);
  if (alias === undefined) return '';
  // A name that the list itself does not give must not pass for one that it does.
  const what = alias.source === undefined ? 'listed alias' : 'further name (not from the list)';
  return `, through its ${what} "${matched}"`;
}

/** Says so where the match counts for less than it looks. */
export function writeSureness(found: number, counted: number): string {
  const sure = `the match is ${percent(found)} sure`;
  return counted < found
    ? `${sure}, but counts as ${percent(counted)} until a person settles it`
    : sure;
}

function percent(probability: number): string {
  return `${Math.round(probability * 1000) / 10}%`;
}

/** Whether an entry's order reaches any of the goods; entries that name no goods reach all. */
export function coversGoods(entity: ListedEntity, shipment: Shipment): boolean {
  const prefixes = entity.merchandise?.hsPrefixes ?? [];
  if (prefixes.length === 0) return true;
  return shipment.items.some(({ commodityCode }) =>
    prefixes.some((prefix) => commodityCode.startsWith(prefix) || prefix.startsWith(commodityCode)),
  );
}
