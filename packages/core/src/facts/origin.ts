/** Where an item comes from, as far as the declaration says, and by which of its words. */
import type { Shipment, ShipmentItem } from '../shipment/schema.ts';

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
export function originOf(
  { parties }: Shipment,
  item: ShipmentItem,
  itemIndex: number,
  makers: readonly number[],
): Origin | null {
  if (item.countryOfOrigin !== undefined) {
    return { country: item.countryOfOrigin, path: pathOfCountry(itemIndex) };
  }
  if (item.regionOfOrigin !== undefined) {
    return {
      country: item.regionOfOrigin.slice(0, 2),
      path: `data.items[${itemIndex}].regionOfOrigin`,
    };
  }
  const [maker, ...others] = makers;
  const country = maker === undefined ? undefined : parties[maker]?.address?.country;
  if (maker === undefined || country === undefined || others.length > 0) return null;
  return { country, path: `data.parties[${maker}].address.country` };
}

/** Paths of the first lines, written once: every item with an origin has one. */
const paths = Array.from({ length: 100 }, (_line, index) => writePath(index));

function pathOfCountry(itemIndex: number): string {
  return paths[itemIndex] ?? writePath(itemIndex);
}

function writePath(itemIndex: number): string {
  return `data.items[${itemIndex}].countryOfOrigin`;
}

/** For each item, the indexes of its makers: the one it names, else all manufacturers there are. */
export function makersOf({ parties, items }: Shipment): readonly (readonly number[])[] {
  const all: number[] = [];
  parties.forEach(({ role }, index) => {
    if (role === 'manufacturer') all.push(index);
  });
  const byId = new Map<string, readonly number[]>();
  return items.map(({ manufacturerPartyId: id }) => {
    if (id === undefined) return all;
    let named = byId.get(id);
    if (named === undefined) {
      const index = parties.findIndex(({ partyId }) => partyId === id);
      named = index === -1 ? [] : [index];
      byId.set(id, named);
    }
    return named;
  });
}
