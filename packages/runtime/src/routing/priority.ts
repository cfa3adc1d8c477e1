/**
 * Whose alert is told first where many wait: that of the shipment that arrives first. The number is
 * of the moment and not of how long it is until then, so that it stays right while a job waits.
 */

/** From here quarters of an hour are counted; a queue takes priorities up to 2^21. */
const start = Date.UTC(2020, 0, 1);
const quarterMs = 900_000;
const last = 2 ** 21 - 1;

/**
 * @param estimatedArrivalAt RFC 3339; null where it was not declared. Nobody can tell how long there
 * is then, so the shipment counts as arriving when the alert was raised.
 * @param raisedAt RFC 3339.
 */
export function arrivalPriority(estimatedArrivalAt: string | null, raisedAt: string): number {
  const arrival = Date.parse(estimatedArrivalAt ?? '');
  const at = Number.isNaN(arrival) ? Date.parse(raisedAt) : arrival;
  const quarters = Math.floor((at - start) / quarterMs);
  return Math.min(last, Math.max(1, quarters));
}
