/**
 * Changes of facts that a shipment can undergo in thought: another maker, another origin, other
 * goods, another route, a missing fact filled in. Each changes one thing that a person would call
 * one thing, and leaves a valid shipment.
 */
import type { Assessment, Finding, Gap } from '../assessment/assessment.ts';
import type { Shipment, ShipmentItem, ShipmentParty } from '../shipment/schema.ts';

export interface FactChange {
  /** Path of the fact in the event: 'data.parties[0]'. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

export interface Change {
  /** What would have to be otherwise, as the end of "if …". */
  readonly condition: string;
  readonly facts: readonly FactChange[];
  readonly apply: (shipment: Shipment) => Shipment;
}

/** Every change that some finding or gap calls for, each once, the weightiest first. */
export function changesFor(shipment: Shipment, assessment: Assessment): readonly Change[] {
  const weight = new Map<string, number>();
  const note = (key: string, contribution: number): void => {
    weight.set(key, (weight.get(key) ?? 0) + contribution);
  };
  for (const finding of assessment.findings) {
    if (finding.contribution >= 0)
      for (const key of unitsOf(finding, shipment)) note(key, finding.contribution);
  }
  // A gap keeps a shipment from clear whatever it weighs, so it must be filled first.
  for (const gap of assessment.gaps) for (const key of unitsOf(gap, shipment)) note(key, 100);
  return [...weight]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .flatMap(([key]) => buildChange(key, shipment) ?? []);
}

/** Keys of the things one could change to make a finding or gap go: 'party 0', 'item 2 origin'. */
function unitsOf(
  { path, factor }: Pick<Finding | Gap, 'path' | 'factor'>,
  shipment: Shipment,
): string[] {
  const [, kind = '', index = '', rest = ''] =
    /^data\.(parties|items|transport)(?:\[(\d+)\])?\.?(.*)$/.exec(path) ?? [];
  if (kind === 'parties') return [index === '' ? 'supplier' : `party ${index}`];
  if (kind === 'transport') return [`transport ${rest}`];
  if (kind !== 'items') return [];
  if (rest.endsWith('OfOrigin')) return [`item ${index} origin`];
  if (rest.startsWith('value')) return [`item ${index} value`];
  // Goods findings go with other goods; those that hang on an origin also with another origin.
  const origin =
    factor === 'goods.ordered' || shipment.items[Number(index)]?.regionOfOrigin !== undefined;
  return [`item ${index} goods`, ...(origin ? [`item ${index} origin`] : [])];
}

function buildChange(key: string, shipment: Shipment): Change | null {
  const [kind, index = '', what = ''] = key.split(' ');
  if (kind === 'supplier') return nameSupplier();
  if (kind === 'party') return replaceParty(shipment, Number(index));
  if (kind === 'transport') return rerouteBy(shipment, index);
  if (kind !== 'item') return null;
  const item = shipment.items[Number(index)];
  if (item === undefined) return null;
  if (what === 'goods') return replaceGoods(item, Number(index));
  if (what === 'origin') return replaceOrigin(item, Number(index));
  return dropValue(item, Number(index));
}

/** A maker that no list, place or contradiction speaks of. Made up, and told so. */
const otherParty = {
  name: 'Voorbeeld Fabriek Almelo',
  otherNames: [],
  address: {
    lines: ['Voorbeeldstraat 1'],
    city: 'Almelo',
    region: 'Overijssel',
    postcode: '7600 AA',
    country: 'NL',
  },
  identifiers: [],
} satisfies Partial<ShipmentParty>;

const elsewhere = 'another firm, on no list and outside any region of concern';

function nameSupplier(): Change {
  return {
    condition: 'a supplier were named, on no list and outside any region of concern',
    facts: [{ path: 'data.parties', from: 'no supplier', to: otherParty.name }],
    apply: (shipment) => ({
      ...shipment,
      parties: [...shipment.parties, { ...otherParty, role: 'exporter' }],
    }),
  };
}

function replaceParty(shipment: Shipment, index: number): Change | null {
  const party = shipment.parties[index];
  if (party === undefined) return null;
  return {
    condition: `the ${party.role} were not "${party.name}" but ${elsewhere}`,
    facts: [
      { path: `data.parties[${index}].name`, from: party.name, to: otherParty.name },
      {
        path: `data.parties[${index}].address`,
        from: writeAddress(party),
        to: writeAddress(otherParty),
      },
    ],
    apply: (changed) => ({
      ...changed,
      parties: changed.parties.map((each, at) =>
        at === index
          ? {
              ...otherParty,
              role: each.role,
              ...(each.partyId === undefined ? {} : { partyId: each.partyId }),
            }
          : each,
      ),
      // Goods of another maker in another country have another origin.
      items: changed.items.map((item) =>
        party.role === 'manufacturer' && isMadeBy(item, party)
          ? { ...item, countryOfOrigin: otherParty.address.country, regionOfOrigin: undefined }
          : item,
      ),
    }),
  };
}

function isMadeBy(item: ShipmentItem, { partyId }: ShipmentParty): boolean {
  return item.manufacturerPartyId === undefined || item.manufacturerPartyId === partyId;
}

function writeAddress({ address }: Pick<ShipmentParty, 'address'>): string {
  if (address === undefined) return 'no address';
  const { lines, city, region, postcode, country } = address;
  return [...lines, city, region, postcode, country]
    .filter((part) => part !== undefined)
    .join(', ');
}

function replaceGoods({ commodityCode, description }: ShipmentItem, index: number): Change {
  const to = { commodityCode: '491110', description: 'Printed trade catalogues' };
  return {
    condition: `the goods were not "${description}" but ones of no sector of concern`,
    facts: [
      { path: `data.items[${index}].commodityCode`, from: commodityCode, to: to.commodityCode },
      { path: `data.items[${index}].description`, from: description, to: to.description },
    ],
    apply: (shipment) => changeItem(shipment, index, to),
  };
}

function replaceOrigin(item: ShipmentItem, index: number): Change {
  const from = item.regionOfOrigin ?? item.countryOfOrigin ?? 'not declared';
  const to = otherParty.address.country;
  return {
    condition: `"${item.description}" were shown to come from a country of no concern for such goods`,
    facts: [{ path: `data.items[${index}].countryOfOrigin`, from, to }],
    apply: (shipment) =>
      changeItem(shipment, index, { countryOfOrigin: to, regionOfOrigin: undefined }),
  };
}

function dropValue({ value }: ShipmentItem, index: number): Change {
  return {
    condition: 'the value declared were one that such goods have',
    facts: [
      {
        path: `data.items[${index}].value`,
        from: value === undefined ? 'none' : `${value.amount} ${value.currency}`,
        to: 'the usual',
      },
    ],
    apply: (shipment) => changeItem(shipment, index, { value: undefined }),
  };
}

function changeItem(shipment: Shipment, index: number, to: Partial<ShipmentItem>): Shipment {
  return {
    ...shipment,
    items: shipment.items.map((item, at) => (at === index ? { ...item, ...to } : item)),
  };
}

function rerouteBy(shipment: Shipment, path: string): Change | null {
  const { transport } = shipment;
  const [field = ''] = path.split(/[.[]/);
  const from: unknown = Reflect.get(transport, field);
  if (from === undefined) return null;
  const isList = Array.isArray(from);
  return {
    condition:
      field === 'vessel'
        ? 'the goods came by another vessel'
        : 'the goods came by another route, outside any region of concern',
    facts: [
      {
        path: `data.transport.${field}`,
        from: typeof from === 'string' ? from : JSON.stringify(from),
        to: 'another',
      },
    ],
    apply: (changed) => ({
      ...changed,
      transport: { ...changed.transport, [field]: isList ? [] : undefined },
    }),
  };
}
