/** One attempt to deliver, and what is done when no attempt is left. */
import { toDeadLetter } from '../intake/dead-letter.ts';
import type { FailedJob, Job, JobOutcome } from '../ports/job-queue.ts';
import type { Logger } from '../ports/logger.ts';
import type { DeliveryOutcome, Receiver } from '../ports/receiver.ts';
import type { AttemptRecord } from '../ports/delivery-log.ts';
import type { OutboxEntry } from '../ports/records.ts';
import type { Store } from '../ports/store.ts';
import type { Stores } from '../ports/stores.ts';
import { digestType, fillDigest } from '../routing/digest.ts';
import { holdFor } from '../routing/route.ts';
import { readSubject } from '../routing/subject.ts';
import { startAttempt, type AttemptParts } from './attempt.ts';
import { deliveryOrigin, readDelivery } from './delivery-job.ts';

export interface DeliverParts extends AttemptParts {
  readonly stores: Stores;
  readonly logger: Logger;
  /** Called after a delivery was given up. */
  readonly onGivenUp?: (delivery: { readonly receiver: string }) => void;
}

/** Whether a receiver is told what happens to a tenant. */
export function hears({ tenant: own }: Receiver, tenant: string): boolean {
  return own === undefined || own === tenant;
}

/** @param receiver undefined where it is no more. */
export async function deliver(
  parts: DeliverParts,
  receiver: Receiver | undefined,
  job: Job,
): Promise<JobOutcome> {
  const { logger } = parts;
  const { tenant, outboxId, receiver: name } = readDelivery(job.payload);
  const store = parts.stores.of(tenant);
  if (receiver === undefined || !hears(receiver, tenant)) {
    return { kind: 'give-up', reason: `no receiver is called "${name}" any more` };
  }
  const standing = await store.delivery(outboxId, name);
  // Anything but due is not this job's business: taken before, or held by another.
  if (standing !== null && (standing.state !== 'due' || standing.digestId !== null)) {
    return { kind: 'done' };
  }
  const entry = await store.outboxEntry(outboxId);
  if (entry === null) return { kind: 'give-up', reason: 'what was to be told is kept no more' };
  if (await isHeld(parts, store, receiver, entry)) return { kind: 'done' };
  const outcome = await attempt(parts, tenant, receiver, entry);
  const fields = { tenant, alertId: outboxId, receiver: name, attempt: job.attempt };
  if (outcome.kind === 'done') {
    logger.debug(fields, 'delivered');
  } else {
    const { kind, reason } = outcome;
    logger.warn({ ...fields, kind, reason }, 'delivery failed');
  }
  return outcome;
}

/** What is tried again, or waited long in the queue, may have come into quiet hours meanwhile. */
async function isHeld(
  { clock, logger }: DeliverParts,
  store: Store,
  { name, policy }: Receiver,
  entry: OutboxEntry,
): Promise<boolean> {
  if (policy === undefined || policy.quietHours === null) return false;
  const subject = readSubject(entry);
  const severity = subject.kind === 'raised' ? subject.alert.severity : null;
  const hold = holdFor(policy, severity, Date.parse(clock.now()));
  if (hold === null || !(await store.holdDelivery(entry.outboxId, name, hold))) return false;
  logger.info({ alertId: entry.outboxId, receiver: name, ...hold }, 'delivery held');
  return true;
}

async function attempt(
  parts: DeliverParts,
  tenant: string,
  receiver: Receiver,
  entry: OutboxEntry,
): Promise<JobOutcome> {
  const { clock } = parts;
  const store = parts.stores.of(tenant);
  const { outboxId } = entry;
  const { name } = receiver;
  const began = Date.parse(clock.now());
  const watched = startAttempt(parts, name, entry.document);
  const record = (outcome: DeliveryOutcome): AttemptRecord => {
    const at = clock.now();
    return {
      at,
      outcome: outcome.kind,
      status: outcome.status ?? null,
      error: outcome.kind === 'done' ? null : outcome.reason.slice(0, mostOfError),
      durationMs: Date.parse(at) - began,
    };
  };
  const outcome = await tell(store, tenant, receiver, entry);
  try {
    const made = record(outcome);
    if (outcome.kind === 'done') await store.recordDelivery(outboxId, name, made.at, made);
    else await store.recordAttempt(outboxId, name, made);
  } catch (error) {
    watched.end('retry', error);
    throw error;
  }
  watched.end(outcome.kind, outcome.kind === 'done' ? undefined : outcome.reason);
  return outcome;
}

const mostOfError = 1000;

/** An error that a receiver throws counts as a failed attempt. */
async function tell(
  store: Store,
  tenant: string,
  receiver: Receiver,
  { outboxId, type, document }: OutboxEntry,
): Promise<DeliveryOutcome> {
  try {
    const whole =
      type === digestType
        ? await fillDigest(document, (member) => store.outboxEntry(member))
        : document;
    return await receiver.deliver({ tenant, id: outboxId, type, document: whole });
  } catch (error) {
    return { kind: 'retry', reason: error instanceof Error ? error.message : String(error) };
  }
}

export async function giveUp(parts: DeliverParts, job: FailedJob): Promise<void> {
  const { stores, clock, logger } = parts;
  const { tenant, outboxId, receiver } = readDelivery(job.payload);
  const store = stores.of(tenant);
  const entry = await store.outboxEntry(outboxId);
  const now = clock.now();
  const letter = toDeadLetter(
    {
      origin: deliveryOrigin(receiver),
      position: outboxId,
      code: 'delivery-failed',
      faults: [{ code: 'delivery-failed', path: '', message: job.reason }],
      original: new TextEncoder().encode(entry?.document ?? ''),
    },
    now,
  );
  await store.giveUpDelivery(outboxId, receiver, letter, now);
  const { deadLetterId } = letter;
  logger.error(
    { tenant, alertId: outboxId, receiver, attempts: job.attempts, deadLetterId },
    'delivery given up',
  );
  parts.onGivenUp?.({ receiver });
}
