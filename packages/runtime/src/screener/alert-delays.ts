/** How long it took from an event's arrival at the intake until its alert stood in the store. */
import type { DeclaredEvent } from '@herkomst/core';
import { writeShipmentKey } from '../intake/stream-event.ts';
import type { ScreeningWrites, ShipmentKey } from '../ports/store.ts';
import type { Carried } from '../tracing/carried.ts';

interface Arrived {
  readonly event: DeclaredEvent;
  readonly carried: Carried;
}

/**
 * In milliseconds, one for each alert whose event says when it was taken in. Clocks of two machines
 * may disagree; an alert before its event counts as at once.
 *
 * @param doneAt when the batch took effect, milliseconds since 1970.
 */
export function alertDelays(
  batch: readonly Arrived[],
  { alerts, assessments }: ScreeningWrites,
  doneAt: number,
): number[] {
  if (alerts.length === 0) return [];
  const arrivals = new Map(
    batch.map(({ event: { source, id }, carried }) => [eventKey(source, id), carried.receivedAt]),
  );
  const causes = new Map(
    assessments.map((stored) => [versionKey(stored), eventKey(stored.source, stored.eventId)]),
  );
  return alerts.flatMap((alert) => {
    const receivedAt = arrivals.get(causes.get(versionKey(alert)) ?? '') ?? null;
    return receivedAt === null ? [] : [Math.max(0, doneAt - Date.parse(receivedAt))];
  });
}

function eventKey(source: string, id: string): string {
  return JSON.stringify([source, id]);
}

function versionKey(stored: ShipmentKey & { readonly version: number }): string {
  return `${stored.version} ${writeShipmentKey(stored)}`;
}
