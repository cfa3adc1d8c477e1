/**
 * A party bears the registration number, telephone or street address of a listed firm, though its
 * name says nothing: how a renamed factory, or the one that takes a listed firm's transferred
 * workers in, is found far from Xinjiang.
 */
import type { PartyIdentity } from '../facts/party-facts.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { ShipmentParty } from '../shipment/schema.ts';
import { coversGoods } from './entity-listed.ts';
import { nothingFound, type FindContext, type Finder, type RawFinding } from './finder.ts';
import { WeightSteps } from './finding.ts';
import { listingsInForce, writeDate, writeListings, writeParty, writeRole } from './words.ts';

const words = {
  identifier: { what: 'registration number', verb: 'bears' },
  phone: { what: 'telephone number', verb: 'has' },
  address: { what: 'address', verb: 'has' },
} as const;

export const entitySharedIdentity: Finder = {
  name: 'entity.shared-identity',
  find(context) {
    if (context.facts.speaking.length === 0) return nothingFound;
    const { definition } = context.rulebook;
    const { roles, leastOverlap } = definition.factors['entity.shared-identity'];
    const findings: RawFinding[] = [];
    for (const { party, facts, index } of context.facts.speaking) {
      if ((roles[party.role] ?? 0) === 0) continue;
      // Where the name gives the firm away, the number only says the same again.
      const named = new Set(
        facts.candidates
          .filter(({ candidate }) => candidate.tier === 'automatic')
          .map(({ listed }) => listed.entity.id),
      );
      const told = new Set<string>();
      for (const identity of facts.identities) {
        const { entity } = identity.listed;
        const key = `${identity.kind} ${entity.id}`;
        if (named.has(entity.id) || told.has(key) || identity.overlap < leastOverlap) continue;
        told.add(key);
        findings.push(describe(context, party, index, identity));
      }
    }
    return { findings, gaps: [] };
  },
};

function describe(
  { rulebook, shipment, date }: FindContext,
  party: ShipmentParty,
  index: number,
  { kind, listed: { entity, list }, listedText, overlap, path, matched }: PartyIdentity,
): RawFinding {
  const factor = rulebook.definition.factors['entity.shared-identity'];
  const { what, verb } = words[kind];
  const inForce = listingsInForce(entity, date).length > 0;
  const goodsCovered = coversGoods(entity, shipment);
  const share = factor.roles[party.role] ?? 0;
  const sum = new WeightSteps();
  sum.step(`shared ${what}`, factor[kind], `the ${what} of a listed firm weighs ${factor[kind]}`);
  if (overlap < 1) {
    sum.step(
      'partly the same',
      sum.weight * overlap,
      `${Math.round(overlap * 100)}% of the listed address's telling words are found again`,
    );
  }
  if (share < 1) {
    sum.step('role', sum.weight * share, `as ${writeRole(party.role)} it counts ${share}`);
  }
  if (!inForce) {
    sum.step(
      'not in force',
      sum.weight * factor.notInForce,
      `the entry was not in force on ${writeDate(date)}`,
    );
  }
  if (!goodsCovered) {
    sum.step(
      'other goods',
      sum.weight * factor.otherGoods,
      `the order is about ${entity.merchandise?.text ?? 'other goods'}`,
    );
  }
  return {
    factor: 'entity.shared-identity',
    group: factor.group,
    summary:
      `The ${writeParty(party)} ${verb} the ${what} of ${entity.name} ("${listedText}"), ` +
      `on the ${list.title} (${writeListings(entity)}).`,
    path: `data.parties[${index}].${path}`,
    matched,
    weight: sum.weight,
    pieces: sum.pieces,
    citation: cite(list, entity.name, entity.listings[0]?.effectiveDate ?? null, entity.url),
    match: null,
    claim: {
      kind: 'shared-identity',
      entity,
      list: list.list,
      role: party.role,
      by: kind,
      inForce,
      goodsCovered,
    },
  };
}
