/**
 * Links that declared shipments imply: who made goods supplies who exported them, and who exported
 * them supplies who received them. Nobody stated these, so they are marked as inferred and pass
 * less, the less often they were seen.
 */
import { isPlaceholder } from '../facts/placeholder.ts';
import type { PartyRole, Shipment, ShipmentItem, ShipmentParty } from '../shipment/schema.ts';
import type { Company, SupplyLink } from './link.ts';
import { nameKey } from './name-key.ts';

export const inferredSource = 'declared shipments';

/** Whoever of these is named first stands for the end of the trade that ships, or receives. */
const senders: readonly PartyRole[] = ['exporter', 'seller', 'supplier'];
const receivers: readonly PartyRole[] = ['consignee', 'importer', 'buyer'];

interface Tally {
  from: Company;
  to: Company;
  readonly hs: string;
  readonly shipments: Set<string>;
  first: string | undefined;
  last: string | undefined;
  lastShipment: string;
}

/**
 * Pure, and the same whatever the order of the shipments. Of two declarations with one shipmentId
 * all parties count, and they count as one shipment. A link's share is that of its upstream end in
 * the shipments of goods of that heading that its downstream end is seen to take in.
 */
export function inferLinks(shipments: Iterable<Shipment>): readonly SupplyLink[] {
  const tallies = new Map<string, Tally>();
  for (const shipment of shipments) {
    for (const item of shipment.items) {
      const chain = chainOf(shipment, item);
      chain.slice(1).forEach((to, at) => {
        const from = chain[at];
        if (from !== undefined) count(tallies, shipment, item, from, to);
      });
    }
  }
  const taken = new Map<string, Set<string>>();
  for (const { to, hs, shipments: ids } of tallies.values()) {
    const key = `${keyOf(to)}|${hs}`;
    taken.set(key, new Set([...(taken.get(key) ?? []), ...ids]));
  }
  return [...tallies]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { from, to, hs, shipments: ids, first, last, lastShipment }]) => ({
      from,
      to,
      kind: 'supplies',
      hs,
      share: ids.size / (taken.get(`${keyOf(to)}|${hs}`)?.size ?? ids.size),
      shipments: ids.size,
      ...(first !== undefined && { validFrom: first }),
      ...(last !== undefined && { seen: last }),
      source: { name: inferredSource, url: `urn:herkomst:shipment:${lastShipment}` },
      inferred: true,
    }));
}

/** Maker, sender and receiver of an item, each that is named, and none twice in a row. */
function chainOf({ parties }: Shipment, item: ShipmentItem): readonly Company[] {
  const makers = parties.filter(({ role, partyId }) =>
    item.manufacturerPartyId === undefined
      ? role === 'manufacturer'
      : partyId === item.manufacturerPartyId,
  );
  const chain = [
    // Of several makers nothing says which made this item.
    makers.length === 1 ? makers[0] : undefined,
    first(parties, senders),
    first(parties, receivers),
  ];
  const companies = chain
    .filter((party) => party !== undefined && !isPlaceholder(party.name))
    .map((party) => companyOf(party as ShipmentParty));
  return companies.filter(
    (company, at) => at === 0 || keyOf(company) !== keyOf(companies[at - 1] ?? company),
  );
}

function first(parties: readonly ShipmentParty[], roles: readonly PartyRole[]) {
  for (const wanted of roles) {
    const party = parties.find(({ role }) => role === wanted);
    if (party !== undefined) return party;
  }
  return undefined;
}

export function companyOf({ name, otherNames, address, identifiers }: ShipmentParty): Company {
  const { country, city, region } = address ?? {};
  return {
    name,
    ...(otherNames.length > 0 && { otherNames }),
    ...(country !== undefined && { country }),
    ...(identifiers.length > 0 && { identifiers }),
    ...(city !== undefined && { place: city }),
    // Free text may say anything; only a code says where it is for certain.
    ...(region !== undefined && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(region) && { region }),
  };
}

function count(
  tallies: Map<string, Tally>,
  shipment: Shipment,
  { commodityCode }: ShipmentItem,
  from: Company,
  to: Company,
): void {
  const hs = commodityCode.slice(0, 6);
  const key = `${keyOf(from)}|${keyOf(to)}|${hs}`;
  const { shipmentId } = shipment;
  const date = dateOfShipment(shipment);
  const tally = tallies.get(key);
  if (tally === undefined) {
    const shipments = new Set([shipmentId]);
    tallies.set(key, {
      from,
      to,
      hs,
      shipments,
      first: date,
      last: date,
      lastShipment: shipmentId,
    });
    return;
  }
  tally.from = either(tally.from, from);
  tally.to = either(tally.to, to);
  tally.shipments.add(shipmentId);
  if (date !== undefined && (tally.first === undefined || date < tally.first)) tally.first = date;
  const later = (date ?? '') > (tally.last ?? '');
  if (later || ((date ?? '') === (tally.last ?? '') && shipmentId > tally.lastShipment)) {
    tally.lastShipment = shipmentId;
  }
  if (later) tally.last = date;
}

/** Of two tellings of one company always the same one. */
function either(a: Company, b: Company): Company {
  return JSON.stringify(b) < JSON.stringify(a) ? b : a;
}

function dateOfShipment({ transport, declaration }: Shipment): string | undefined {
  const moment = transport.departedAt ?? declaration.lodgedAt ?? transport.estimatedArrivalAt;
  return moment === undefined ? undefined : new Date(moment).toISOString().slice(0, 10);
}

function keyOf({ name, country, identifiers }: Company): string {
  const ids = (identifiers ?? []).map(({ scheme, value }) => `${scheme}:${value}`).toSorted();
  return ids[0] ?? `${country ?? ''}:${nameKey(name)}`;
}
