/**
 * The day the law is asked about. Lists change; a declaration is judged by what was in force when
 * it was lodged, not by when somebody looks again.
 */
import type { Shipment } from '../shipment/schema.ts';

/** 'YYYY-MM-DD' (UTC) of lodging, else of arrival, else the given day. */
export function assessmentDate(shipment: Shipment, otherwise: string): string {
  const moment = shipment.declaration.lodgedAt ?? shipment.transport.estimatedArrivalAt;
  if (moment === undefined) return otherwise;
  // A moment in UTC has its day written in front.
  return moment.endsWith('Z') ? moment.slice(0, 10) : new Date(moment).toISOString().slice(0, 10);
}
