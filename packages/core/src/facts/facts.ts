/** What is known of a shipment's parties and items, from memory where it was worked out before. */
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Shipment } from '../shipment/schema.ts';
import { workOutItem, type ItemFacts } from './item-facts.ts';
import { makersOf, originOf, type Origin } from './origin.ts';
import { workOutParty, type PartyFacts } from './party-facts.ts';

export interface ShipmentFacts {
  /** In the order declared. */
  readonly parties: readonly PartyFacts[];
  /** Indexes of the parties of which something is known that may speak for a link: mostly none. */
  readonly speaking: readonly number[];
  readonly items: readonly ItemFacts[];
  /** Indexes of each item's makers: the one it names, else all manufacturers. */
  readonly makers: readonly (readonly number[])[];
  /** Where each item comes from; null where the declaration does not say. */
  readonly origins: readonly (Origin | null)[];
  /** Keys of where each party and item stands, worked out when first asked: findings/remember.ts. */
  readonly places: { readonly parties: string[]; readonly items: string[] };
}

/** `partyTexts`: canonical JSON of each party, under which it is remembered. */
export function factsOf(
  shipment: Shipment,
  partyTexts: readonly string[],
  rulebook: Rulebook,
): ShipmentFacts {
  const { memory } = rulebook;
  const parties = shipment.parties.map((party, index) =>
    memory.parties.get(partyTexts[index] ?? '', () => workOutParty(party, rulebook)),
  );
  const speaking: number[] = [];
  parties.forEach(({ speaks }, index) => {
    if (speaks) speaking.push(index);
  });
  const makers = makersOf(shipment);
  return {
    parties,
    speaking,
    makers,
    items: shipment.items.map((item) =>
      memory.items.get(`${item.commodityCode} ${item.description}`, () =>
        workOutItem(item, rulebook),
      ),
    ),
    places: { parties: [], items: [] },
    origins: shipment.items.map((item, index) =>
      originOf(shipment, item, index, makers[index] ?? []),
    ),
  };
}
