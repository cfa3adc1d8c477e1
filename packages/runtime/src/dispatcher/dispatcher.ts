/**
 * Brings what the outbox holds to the receivers. A relay turns each entry into one job a receiver;
 * workers deliver, with retries and back-off; the store remembers what each receiver took.
 *
 * A crash between relaying and marking enqueues the same job ids again, one between delivering and
 * recording delivers again: the notice's id lets the receiver see that it is the same.
 */
import { toDeadLetter } from '../intake/dead-letter.ts';
import type { Clock } from '../ports/clock.ts';
import type { FailedJob, Job, JobOutcome, JobQueue, NewJob } from '../ports/job-queue.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notice, Receiver } from '../ports/receiver.ts';
import type { Store } from '../ports/store.ts';
import { deliveriesQueue } from '../topics.ts';

export interface DispatcherParts {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly receivers: readonly Receiver[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly maxAttempts: number;
  /** Wait before the second attempt in milliseconds; doubles with each further one. */
  readonly backoffMs: number;
  readonly concurrency: number;
  /** How often the outbox is looked at when nobody rings, in milliseconds. */
  readonly pollMs: number;
}

export interface Dispatcher {
  /** Says that the outbox has something new, so that it need not wait for the next look. */
  ring(): void;
  /** Relays nothing more, finishes the deliveries in hand and lets go of the receivers. */
  stop(): Promise<void>;
}

const relayBatch = 200;

export async function startDispatcher(parts: DispatcherParts): Promise<Dispatcher> {
  const { store, queue, clock, logger, receivers, pollMs, concurrency } = parts;
  const byName = new Map(receivers.map((receiver) => [receiver.name, receiver]));
  const worker = await queue.work(deliveriesQueue, (job) => deliver(parts, byName, job), {
    concurrency,
    onFailed: (job) => giveUp(parts, job),
  });

  let stopping = false;
  let rung = false;
  let idle = new AbortController();
  const relaying = (async () => {
    while (!stopping) {
      rung = false;
      let relayed = 0;
      try {
        relayed = await relay(parts);
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

  async function relay({ maxAttempts, backoffMs }: DispatcherParts): Promise<number> {
    const entries = await store.unrelayed(relayBatch);
    if (entries.length === 0) return 0;
    const jobs = entries.flatMap(({ outboxId, type, document }) =>
      receivers.map(({ name }): NewJob => ({
        id: `${outboxId}.${name}`,
        payload: JSON.stringify({ receiver: name, notice: { id: outboxId, type, document } }),
        maxAttempts,
        backoffMs,
      })),
    );
    await queue.enqueue(deliveriesQueue, jobs);
    await store.markRelayed(
      entries.map(({ outboxId }) => outboxId),
      clock.now(),
    );
    return entries.length;
  }
}

interface Delivery {
  readonly receiver: string;
  readonly notice: Notice;
}

async function deliver(
  { store, clock, logger }: DispatcherParts,
  receivers: ReadonlyMap<string, Receiver>,
  job: Job,
): Promise<JobOutcome> {
  const { receiver: name, notice } = JSON.parse(job.payload) as Delivery;
  const receiver = receivers.get(name);
  if (receiver === undefined) {
    return { kind: 'give-up', reason: `no receiver is called "${name}" any more` };
  }
  if (await store.isDelivered(notice.id, name)) return { kind: 'done' };
  const outcome = await receiver.deliver(notice);
  if (outcome.kind === 'done') {
    await store.recordDelivery(notice.id, name, clock.now());
    logger.debug({ alertId: notice.id, receiver: name, attempt: job.attempt }, 'delivered');
  } else {
    const { kind, reason } = outcome;
    logger.warn(
      { alertId: notice.id, receiver: name, attempt: job.attempt, kind, reason },
      'delivery failed',
    );
  }
  return outcome;
}

async function giveUp({ store, clock, logger }: DispatcherParts, job: FailedJob): Promise<void> {
  const { receiver, notice } = JSON.parse(job.payload) as Delivery;
  const letter = toDeadLetter(
    {
      origin: `delivery:${receiver}`,
      position: notice.id,
      code: 'delivery-failed',
      faults: [{ code: 'delivery-failed', path: '', message: job.reason }],
      original: new TextEncoder().encode(notice.document),
    },
    clock.now(),
  );
  await store.addDeadLetters([letter]);
  logger.error(
    { alertId: notice.id, receiver, attempts: job.attempts, deadLetterId: letter.deadLetterId },
    'delivery given up',
  );
}
