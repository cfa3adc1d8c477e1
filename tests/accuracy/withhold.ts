/**
 * The same shipments with something left out. Whatever is withheld, a shipment that can no longer be
 * evaluated must not come out clear: silence is what somebody with something to hide would choose.
 */
import type { Shipment } from '@herkomst/core';

const supplying = new Set(['manufacturer', 'exporter', 'seller', 'supplier']);

export const withholdings: Readonly<Record<string, (shipment: Shipment) => Shipment>> = {
  'names of suppliers': (shipment) => ({
    ...shipment,
    parties: shipment.parties.map((party) =>
      supplying.has(party.role)
        ? { ...party, name: 'TO ORDER', otherNames: [], identifiers: [] }
        : party,
    ),
  }),
  suppliers: (shipment) => ({
    ...shipment,
    parties: shipment.parties.filter(({ role }) => !supplying.has(role)),
    items: shipment.items.map(({ manufacturerPartyId: _maker, ...item }) => item),
  }),
};

/** Neither origin nor a maker, and no supplier that says where it is. */
export function withoutOrigin(shipment: Shipment): Shipment {
  return {
    ...shipment,
    parties: shipment.parties.map(({ address, ...party }) => {
      if (supplying.has(party.role)) return { ...party, role: 'exporter', identifiers: [] };
      return address === undefined ? party : { ...party, address };
    }),
    items: shipment.items.map(
      ({ countryOfOrigin: _country, regionOfOrigin: _region, ...item }) => item,
    ),
  };
}
