/** A delivery as a job: its id names the delivery, its payload says where to look it up. */
import type { NewJob } from '../ports/job-queue.ts';
import type { DueDelivery } from '../ports/delivery-log.ts';
import { defaultTenant } from '../tenant.ts';

export interface DeliveryAttempts {
  readonly maxAttempts: number;
  /** Wait before the second attempt in milliseconds; doubles with each further one. */
  readonly backoffMs: number;
}

/**
 * A delivery made due again is new work: the queue may still know the former as failed. Jobs of
 * before there were tenants name none, and are the default tenant's.
 */
export function deliveryJob(
  tenant: string,
  { outboxId, receiver, reopened, priority }: DueDelivery,
  { maxAttempts, backoffMs }: DeliveryAttempts,
): NewJob {
  return {
    id: [
      ...(tenant === defaultTenant ? [] : [tenant]),
      outboxId,
      receiver,
      ...(reopened === 0 ? [] : [reopened]),
    ].join('.'),
    payload: JSON.stringify({ tenant, outboxId, receiver }),
    priority,
    maxAttempts,
    backoffMs,
  };
}

export interface Delivery {
  readonly tenant: string;
  readonly outboxId: string;
  readonly receiver: string;
}

export function readDelivery(payload: string): Delivery {
  const { tenant = defaultTenant, ...delivery } = JSON.parse(payload) as Partial<Delivery>;
  return { tenant, outboxId: delivery.outboxId ?? '', receiver: delivery.receiver ?? '' };
}

const originPrefix = 'delivery:';

/** Where the dead letter of a delivery says that it came from. */
export function deliveryOrigin(receiver: string): string {
  return originPrefix + receiver;
}

/** The receiver of a dead letter that is about a delivery; null for other letters. */
export function receiverOfOrigin(origin: string): string | null {
  return origin.startsWith(originPrefix) ? origin.slice(originPrefix.length) : null;
}
