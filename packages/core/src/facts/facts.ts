/** What is known of a shipment's parties and items, from memory where it was worked out before. */
import type { FindingsByFactor } from '../findings/remember.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Shipment, ShipmentItem, ShipmentParty } from '../shipment/schema.ts';
import { workOutItem, type ItemFacts } from './item-facts.ts';
import { makersOf, originOf, type Origin } from './origin.ts';
import { workOutParty, type PartyFacts } from './party-facts.ts';
import { keyOfParty } from './party-key.ts';

export interface SpeakingParty {
  readonly party: ShipmentParty;
  readonly facts: PartyFacts;
  readonly index: number;
}

export interface ShipmentFacts {
  /** In the order declared. */
  readonly parties: readonly PartyFacts[];
  /** Those of which something is known that may speak for a link or for doubt: mostly none. */
  readonly speaking: readonly SpeakingParty[];
  readonly items: readonly ItemFacts[];
  /** Indexes of each item's makers: the one it names, else all manufacturers. */
  readonly makers: readonly (readonly number[])[];
  /** Where each item comes from; null where the declaration does not say. */
  readonly origins: readonly (Origin | null)[];
  /** What each gave before where it stands now, looked up when first asked: findings/remember.ts. */
  readonly kept: { readonly parties: FindingsByFactor[]; readonly items: FindingsByFactor[] };
}

export function factsOf(shipment: Shipment, rulebook: Rulebook): ShipmentFacts {
  const parties = shipment.parties.map((party) => factsOfParty(party, rulebook));
  const speaking: SpeakingParty[] = [];
  for (let index = 0; index < parties.length; index += 1) {
    const [facts, party] = [parties[index], shipment.parties[index]];
    if (facts?.speaks === true && party !== undefined) speaking.push({ party, facts, index });
  }
  const makers = makersOf(shipment);
  return {
    parties,
    speaking,
    makers,
    items: shipment.items.map((item) => factsOfItem(item, rulebook)),
    kept: { parties: [], items: [] },
    origins: shipment.items.map((item, index) =>
      originOf(shipment, item, index, makers[index] ?? []),
    ),
  };
}

function factsOfParty(party: ShipmentParty, rulebook: Rulebook): PartyFacts {
  const { parties } = rulebook.memory;
  const key = keyOfParty(party);
  const known = parties.find(key.text);
  if (known !== undefined) return known;
  const facts = workOutParty(party, rulebook);
  return key.isUnique() ? parties.keep(key.text, facts) : facts;
}

function factsOfItem(item: ShipmentItem, rulebook: Rulebook): ItemFacts {
  return rulebook.memory.items.get(`${item.commodityCode} ${item.description}`, () =>
    workOutItem(item, rulebook),
  );
}
