/** Where an item comes from, as far as the declaration says, and by which of its words. */
import type { Shipment, ShipmentItem, ShipmentParty } from '../shipment/schema.ts';

export interface Origin {
  readonly country: string;
  /** Path in the event of the word it rests on. */
  readonly path: string;
}

/**
 * The declared country of origin, else the country of the item's manufacturer, else of the only
 * manufacturer there is; null when none of these is given. Exporters do not count: goods are
 * exported from where they were not made every day.
 */
export function originOf(shipment: Shipment, item: ShipmentItem, itemIndex: number): Origin | null {
  if (item.countryOfOrigin !== undefined) {
    return { country: item.countryOfOrigin, path: `data.items[${itemIndex}].countryOfOrigin` };
  }
  if (item.regionOfOrigin !== undefined) {
    return {
      country: item.regionOfOrigin.slice(0, 2),
      path: `data.items[${itemIndex}].regionOfOrigin`,
    };
  }
  const [maker, ...others] = makersOf(shipment, item);
  const country = maker?.party.address?.country;
  if (maker === undefined || country === undefined || others.length > 0) return null;
  return { country, path: `data.parties[${maker.index}].address.country` };
}

export interface PartyAt {
  readonly party: ShipmentParty;
  readonly index: number;
}

/** The manufacturer the item names, else all there are. */
export function makersOf({ parties }: Shipment, item: ShipmentItem): readonly PartyAt[] {
  const makers: PartyAt[] = [];
  parties.forEach((party, index) => {
    const makes =
      item.manufacturerPartyId === undefined
        ? party.role === 'manufacturer'
        : party.partyId === item.manufacturerPartyId;
    if (makes) makers.push({ party, index });
  });
  return makers;
}
