/** Makes of the outbox what each receiver is to be told, by its rules. */
import { alertRaisedType, type AlertData } from '@herkomst/core';
import type { RoutedDelivery, Routing } from '../ports/delivery-log.ts';
import type { Receiver } from '../ports/receiver.ts';
import type { OutboxEntry } from '../ports/records.ts';
import type { Store } from '../ports/store.ts';
import { arrivalPriority } from '../routing/priority.ts';
import { route, type Predecessor } from '../routing/route.ts';
import { predecessorOf, readSubject, type NoticeSubject } from '../routing/subject.ts';

export type RouteStore = Pick<Store, 'alert' | 'delivery'>;

/** In the order of the entries. @param now RFC 3339. */
export async function routeEntries(
  store: RouteStore,
  receivers: readonly Receiver[],
  entries: readonly OutboxEntry[],
  now: string,
): Promise<readonly RoutedDelivery[]> {
  const deliveries: RoutedDelivery[] = [];
  const routed = new Map<string, Routing>();
  for (const entry of entries) {
    const { outboxId } = entry;
    const subject = readSubject(entry);
    const before = await readPredecessor(store, subject);
    const priority = priorityOf(subject, before?.alert ?? null, now);
    for (const { name, policy } of receivers) {
      const predecessor =
        before === null || policy === undefined
          ? null
          : {
              alert: before.alert,
              delivery:
                asDelivery(routed.get(keyOf(before.alertId, name))) ??
                (await store.delivery(before.alertId, name)),
            };
      const routing = route({ subject, predecessor, now: Date.parse(now) }, policy);
      routed.set(keyOf(outboxId, name), routing);
      deliveries.push({ outboxId, receiver: name, priority, routing });
    }
  }
  return deliveries;
}

/** Null for a notice that takes nothing back and replaces nothing. */
async function readPredecessor(
  store: RouteStore,
  subject: NoticeSubject,
): Promise<{ readonly alertId: string; readonly alert: AlertData | null } | null> {
  const alertId = predecessorOf(subject);
  if (alertId === null) return null;
  const stored = await store.alert(alertId);
  const read =
    stored === null ? null : readSubject({ type: alertRaisedType, document: stored.document });
  return { alertId, alert: read?.kind === 'raised' ? read.alert : null };
}

/** What takes an alert back is as urgent as the alert. */
function priorityOf(subject: NoticeSubject, before: AlertData | null, now: string): number {
  const alert = subject.kind === 'raised' ? subject.alert : before;
  return arrivalPriority(alert?.shipment.estimatedArrivalAt ?? null, now);
}

/** A delivery that was routed with the same batch is not in the store yet. */
function asDelivery(routing: Routing | undefined): Predecessor['delivery'] {
  if (routing === undefined) return null;
  const { kind } = routing;
  return {
    state: kind === 'gathered' ? 'held' : kind,
    heldUntil: 'until' in routing ? routing.until : null,
    gathered: kind === 'gathered',
    reason: 'reason' in routing ? routing.reason : null,
  };
}

function keyOf(outboxId: string, receiver: string): string {
  return JSON.stringify([outboxId, receiver]);
}
