/**
 * Makes a delivery due by hand, whatever became of it: the receiver lost it, or asked for it, or its
 * rules kept it back. It goes under the same id, so that a receiver that has it may say so.
 */
import { deliveryJob, type DeliveryAttempts } from '../dispatcher/delivery-job.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Stores } from '../ports/stores.ts';
import { deliveriesQueue } from '../topics.ts';

export type RedeliverOutcome =
  | { readonly kind: 'due-again' }
  /** It is due already, or on its way within a digest. */
  | { readonly kind: 'nothing-to-do'; readonly reason: string }
  /** Nothing was ever made of this notice for this receiver. */
  | { readonly kind: 'unknown' };

export interface RedeliverParts extends DeliveryAttempts {
  /** Whose delivery it is. */
  readonly tenant: string;
  readonly stores: Stores;
  readonly queue: JobQueue;
  readonly clock: Clock;
}

export async function redeliver(
  outboxId: string,
  receiver: string,
  parts: RedeliverParts,
): Promise<RedeliverOutcome> {
  const { tenant, stores, queue, clock } = parts;
  const store = stores.of(tenant);
  const due = await store.redeliver(outboxId, receiver, clock.now());
  if (due !== null) {
    await queue.enqueue(deliveriesQueue, [deliveryJob(tenant, due, parts)]);
    return { kind: 'due-again' };
  }
  const standing = await store.delivery(outboxId, receiver);
  if (standing === null) return { kind: 'unknown' };
  const { digestId } = standing;
  const reason =
    digestId === null
      ? 'the delivery is due already'
      : `it is on its way within ${digestId}: redeliver that`;
  return { kind: 'nothing-to-do', reason };
}
