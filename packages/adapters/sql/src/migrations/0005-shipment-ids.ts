/** People ask by the shipment's own id, of any length: a hash index takes them all. */
import type { Migration } from '../migrate.ts';

export const shipmentIds: Migration = {
  number: 5,
  name: 'shipment ids',
  statements: ['create index heads_shipment_id on herkomst.heads using hash (shipment_id)'],
};
