/**
 * A shipment as canonical JSON, written party by party: the text of a party is also the key under
 * which what was worked out about it is remembered.
 *
 * The members are spelt out in order, because sorting them for each event would cost more than all
 * the rest of screening. A test holds this file against the schema and the plain canonical writer.
 */
import { list, optional, quote, quoteAll } from '../text/json-text.ts';
import type { PartyAddress, Shipment, ShipmentItem, ShipmentParty } from './schema.ts';

export interface CanonicalShipment {
  readonly text: string;
  /** Canonical JSON of each party, in the order declared. */
  readonly parties: readonly string[];
}

export function canonicalShipment(shipment: Shipment): CanonicalShipment {
  const parties = shipment.parties.map(writeParty);
  const { jurisdiction, kind, lodgedAt, mrn } = shipment.declaration;
  const text =
    `{"declaration":{"jurisdiction":${quote(jurisdiction)},"kind":${quote(kind)}` +
    `${optional('lodgedAt', lodgedAt)}${optional('mrn', mrn)}},` +
    `"items":${list(shipment.items, writeItem)},"parties":[${parties.join(',')}],` +
    `"shipmentId":${quote(shipment.shipmentId)},"transport":${writeTransport(shipment.transport)}}`;
  return { text, parties };
}

function writeParty(party: ShipmentParty): string {
  const { address, identifiers, name, otherNames, partyId, phone, role } = party;
  return (
    `{${address === undefined ? '' : `"address":${writeAddress(address)},`}` +
    `"identifiers":${list(identifiers, ({ scheme, value }) => `{"scheme":${quote(scheme)},"value":${quote(value)}}`)},` +
    `"name":${quote(name)},"otherNames":${quoteAll(otherNames)}` +
    `${optional('partyId', partyId)}${optional('phone', phone)},"role":${quote(role)}}`
  );
}

function writeAddress({ city, country, lines, postcode, region }: PartyAddress): string {
  // The first member present has no comma before it; 'lines' always is.
  const before = `${optional('city', city)}${optional('country', country)}`;
  const rest = `"lines":${quoteAll(lines)}${optional('postcode', postcode)}${optional('region', region)}`;
  return before === '' ? `{${rest}}` : `{${before.slice(1)},${rest}}`;
}

function writeItem(item: ShipmentItem): string {
  const { quantity, value } = item;
  return (
    `{"commodityCode":${quote(item.commodityCode)}${optional('countryOfOrigin', item.countryOfOrigin)},` +
    `"description":${quote(item.description)}` +
    `${item.grossMassKg === undefined ? '' : `,"grossMassKg":${String(item.grossMassKg)}`},` +
    `"lineNumber":${String(item.lineNumber)}` +
    optional('manufacturerPartyId', item.manufacturerPartyId) +
    `${quantity === undefined ? '' : `,"quantity":{"unit":${quote(quantity.unit)},"value":${String(quantity.value)}}`}` +
    optional('regionOfOrigin', item.regionOfOrigin) +
    `${value === undefined ? '' : `,"value":{"amount":${String(value.amount)},"currency":${quote(value.currency)}}`}}`
  );
}

function writeTransport(transport: Shipment['transport']): string {
  const { vessel } = transport;
  const first = optional('billOfLading', transport.billOfLading);
  return (
    `{${first === '' ? '' : `${first.slice(1)},`}"containers":${quoteAll(transport.containers)}` +
    optional('departedAt', transport.departedAt) +
    optional('estimatedArrivalAt', transport.estimatedArrivalAt) +
    optional('masterBillOfLading', transport.masterBillOfLading) +
    `,"mode":${quote(transport.mode)}` +
    optional('placeOfReceipt', transport.placeOfReceipt) +
    optional('portOfDischarge', transport.portOfDischarge) +
    optional('portOfLoading', transport.portOfLoading) +
    `,"transhipmentPorts":${quoteAll(transport.transhipmentPorts)}` +
    `${vessel === undefined ? '' : `,"vessel":{${vessel.imo === undefined ? '' : `"imo":${quote(vessel.imo)},`}"name":${quote(vessel.name)}}`}` +
    `${optional('voyage', transport.voyage)}}`
  );
}
