/**
 * Brings what the outbox holds to the receivers. A relay turns each entry into one job a receiver;
 * workers deliver, with retries and back-off; the store remembers what each receiver took.
 *
 * The queue may forget: what the store knows as due is handed to it again. A crash between relaying
 * and marking enqueues the same job ids again, one between delivering and recording delivers again:
 * the notice's id lets the receiver see that it is the same.
 */
import { toDeadLetter } from '../intake/dead-letter.ts';
import type { FailedJob, Job, JobOutcome, JobQueue } from '../ports/job-queue.ts';
import type { Logger } from '../ports/logger.ts';
import type { Receiver } from '../ports/receiver.ts';
import type { Store } from '../ports/store.ts';
import { deliveriesQueue } from '../topics.ts';
import { startAttempt, type AttemptParts } from './attempt.ts';
import { deliveryJob, deliveryOrigin, readDelivery } from './delivery-job.ts';

export interface DispatcherParts extends AttemptParts {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly receivers: readonly Receiver[];
  readonly logger: Logger;
  readonly maxAttempts: number;
  /** Wait before the second attempt in milliseconds; doubles with each further one. */
  readonly backoffMs: number;
  readonly concurrency: number;
  /** How often the outbox is looked at when nobody rings, in milliseconds. */
  readonly pollMs: number;
  /**
   * How long a delivery may be due before the queue is asked to make sure of it, and how often that
   * is looked at, in milliseconds.
   */
  readonly refillMs: number;
  /** Called after a delivery was given up. */
  readonly onGivenUp?: (delivery: { readonly receiver: string }) => void;
}

export interface Dispatcher {
  /** Says that the outbox has something new, so that it need not wait for the next look. */
  ring(): void;
  /** Relays nothing more, finishes the deliveries in hand and lets go of the receivers. */
  stop(): Promise<void>;
}

const relayBatch = 200;
/** More than a queue holds unfinished for long; the rest is seen once these are through. */
const refillBatch = 10_000;

export async function startDispatcher(parts: DispatcherParts): Promise<Dispatcher> {
  const { store, queue, clock, logger, receivers, pollMs, refillMs, concurrency } = parts;
  const byName = new Map(receivers.map((receiver) => [receiver.name, receiver]));
  const worker = await queue.work(deliveriesQueue, (job) => deliver(parts, byName, job), {
    concurrency,
    onFailed: (job) => giveUp(parts, job),
  });

  let nextRefill = 0;
  let stopping = false;
  let rung = false;
  let idle = new AbortController();
  const relaying = (async () => {
    while (!stopping) {
      rung = false;
      let relayed = 0;
      try {
        relayed = await relay();
        await refill();
      } catch (error) {
        logger.error({ err: error }, 'relaying the outbox failed and will be tried again');
      }
      if (relayed === relayBatch || rung || stopping) continue;
      idle = new AbortController();
      await clock.sleep(pollMs, idle.signal);
    }
  })();

  return {
    ring() {
      rung = true;
      idle.abort();
    },
    async stop() {
      stopping = true;
      idle.abort();
      await relaying;
      await worker.stop();
      await Promise.all(receivers.map((receiver) => receiver.close()));
    },
  };

  async function relay(): Promise<number> {
    const entries = await store.unrelayed(relayBatch);
    if (entries.length === 0) return 0;
    const names = receivers.map(({ name }) => name);
    const due = entries.flatMap(({ outboxId }) =>
      names.map((receiver) => ({ outboxId, receiver, reopened: 0, priority: 100 })),
    );
    await queue.enqueue(
      deliveriesQueue,
      due.map((each) => deliveryJob(each, parts)),
    );
    await store.markRelayed(
      entries.map(({ outboxId }) => outboxId),
      due.map((each) => ({ ...each, routing: { kind: 'due' } })),
      clock.now(),
    );
    return entries.length;
  }

  /** For a queue that lost its memory; one that did not knows the ids and does nothing. */
  async function refill(): Promise<void> {
    const now = Date.parse(clock.now());
    if (now < nextRefill) return;
    const due = await store.dueDeliveries(new Date(now - refillMs).toISOString(), refillBatch);
    if (due.length > 0) {
      await queue.enqueue(
        deliveriesQueue,
        due.map((each) => deliveryJob(each, parts)),
      );
    }
    nextRefill = now + refillMs;
  }
}

async function deliver(
  parts: DispatcherParts,
  receivers: ReadonlyMap<string, Receiver>,
  job: Job,
): Promise<JobOutcome> {
  const { store, clock, logger } = parts;
  const { outboxId, receiver: name } = readDelivery(job.payload);
  const receiver = receivers.get(name);
  if (receiver === undefined) {
    return { kind: 'give-up', reason: `no receiver is called "${name}" any more` };
  }
  if (await store.isDelivered(outboxId, name)) return { kind: 'done' };
  const entry = await store.outboxEntry(outboxId);
  if (entry === null) return { kind: 'give-up', reason: 'what was to be told is kept no more' };
  const { type, document } = entry;
  const attempt = startAttempt(parts, name, document);
  let outcome: JobOutcome;
  try {
    outcome = await receiver.deliver({ id: outboxId, type, document });
    if (outcome.kind === 'done') await store.recordDelivery(outboxId, name, clock.now());
  } catch (error) {
    attempt.end('retry', error);
    throw error;
  }
  attempt.end(outcome.kind, outcome.kind === 'done' ? undefined : outcome.reason);
  const fields = { alertId: outboxId, receiver: name, attempt: job.attempt };
  if (outcome.kind === 'done') {
    logger.debug(fields, 'delivered');
  } else {
    const { kind, reason } = outcome;
    logger.warn({ ...fields, kind, reason }, 'delivery failed');
  }
  return outcome;
}

async function giveUp(parts: DispatcherParts, job: FailedJob): Promise<void> {
  const { store, clock, logger } = parts;
  const { outboxId, receiver } = readDelivery(job.payload);
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
    { alertId: outboxId, receiver, attempts: job.attempts, deadLetterId },
    'delivery given up',
  );
  parts.onGivenUp?.({ receiver });
}
