/**
 * A shipment as canonical JSON, written party by party: the text of a party that is known is
 * remembered with what was worked out about it.
 *
 * The members are spelt out in order, because sorting them for each event would cost more than all
 * the rest of screening. A test holds this file against the schema and the plain canonical writer.
 */
import type { Shipment, ShipmentItem, ShipmentParty } from './schema.ts';

/** `parties`: canonical JSON of each party, in the order declared. */
export function canonicalShipment(
  shipment: Shipment,
  parties: readonly string[] = shipment.parties.map(canonicalParty),
): string {
  const { declaration, transport } = shipment;
  const head = JSON.stringify({
    declaration: {
      jurisdiction: declaration.jurisdiction,
      kind: declaration.kind,
      lodgedAt: declaration.lodgedAt,
      mrn: declaration.mrn,
    },
    items: shipment.items.map(orderItem),
  });
  const tail = JSON.stringify({
    shipmentId: shipment.shipmentId,
    transport: orderTransport(transport),
  });
  return `${head.slice(0, -1)},"parties":[${parties.join(',')}],${tail.slice(1)}`;
}

export function canonicalParty(party: ShipmentParty): string {
  return JSON.stringify(orderParty(party));
}

function orderParty(party: ShipmentParty): unknown {
  const { address } = party;
  return {
    address: address && {
      city: address.city,
      country: address.country,
      lines: address.lines,
      postcode: address.postcode,
      region: address.region,
    },
    identifiers: party.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    name: party.name,
    otherNames: party.otherNames,
    partyId: party.partyId,
    phone: party.phone,
    role: party.role,
  };
}

function orderItem(item: ShipmentItem): unknown {
  const { quantity, value } = item;
  return {
    commodityCode: item.commodityCode,
    countryOfOrigin: item.countryOfOrigin,
    description: item.description,
    grossMassKg: item.grossMassKg,
    lineNumber: item.lineNumber,
    manufacturerPartyId: item.manufacturerPartyId,
    quantity: quantity && { unit: quantity.unit, value: quantity.value },
    regionOfOrigin: item.regionOfOrigin,
    value: value && { amount: value.amount, currency: value.currency },
  };
}

function orderTransport(transport: Shipment['transport']): unknown {
  const { vessel } = transport;
  return {
    billOfLading: transport.billOfLading,
    containers: transport.containers,
    departedAt: transport.departedAt,
    estimatedArrivalAt: transport.estimatedArrivalAt,
    masterBillOfLading: transport.masterBillOfLading,
    mode: transport.mode,
    placeOfReceipt: transport.placeOfReceipt,
    portOfDischarge: transport.portOfDischarge,
    portOfLoading: transport.portOfLoading,
    transhipmentPorts: transport.transhipmentPorts,
    vessel: vessel && { imo: vessel.imo, name: vessel.name },
    voyage: transport.voyage,
  };
}
