/** All migrations, oldest first. A new one is added at the end; none that was released changes. */
import type { Migration } from '../migrate.ts';
import { storeAndStream } from './0001-store-and-stream.ts';
import { monthsOfDocuments } from './0002-months-of-documents.ts';
import { cases } from './0003-cases.ts';
import { dueDeliveries } from './0004-due-deliveries.ts';
import { shipmentIds } from './0005-shipment-ids.ts';
import { apiKeys } from './0006-api-keys.ts';
import { deliveryLog } from './0007-delivery-log.ts';
import { search } from './0008-search.ts';
import { tenants } from './0009-tenants.ts';
import { records } from './0010-records.ts';
import { publications } from './0011-publications.ts';

export const migrations: readonly Migration[] = [
  storeAndStream,
  monthsOfDocuments,
  cases,
  dueDeliveries,
  shipmentIds,
  apiKeys,
  deliveryLog,
  search,
  tenants,
  records,
  publications,
];
