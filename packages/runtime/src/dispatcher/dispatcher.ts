/**
 * Brings what the outbox holds to the receivers. A relay makes of each entry what each receiver's
 * rules ask for: a job now, a row that is held until its time, or one that says why it is told
 * nothing. Workers deliver, with retries and back-off; the store remembers what each receiver took.
 *
 * The queue may forget: what the store knows as due is handed to it again. A crash between relaying
 * and marking enqueues the same job ids again, one between delivering and recording delivers again:
 * the notice's id lets the receiver see that it is the same.
 */
import type { DueDelivery } from '../ports/delivery-log.ts';
import type { Job, JobOutcome, JobQueue, JobWorker } from '../ports/job-queue.ts';
import type { Receiver } from '../ports/receiver.ts';
import type { TenantIndex } from '../ports/stores.ts';
import { composeDigest, mostInDigest } from '../routing/digest.ts';
import { sha256 } from '../sha256.ts';
import { deliveriesQueue, deliveriesQueueOf } from '../topics.ts';
import { deliver, giveUp, hears, type DeliverParts } from './deliver.ts';
import { deliveryJob, readDelivery } from './delivery-job.ts';
import { routeEntries } from './relay.ts';

export interface DispatcherParts extends DeliverParts {
  /** Says whose outboxes and deliveries to look at. */
  readonly tenants: TenantIndex;
  readonly queue: JobQueue;
  readonly receivers: readonly Receiver[];
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
}

export interface Dispatcher {
  /** Says that the outbox has something new, so that it need not wait for the next look. */
  ring(): void;
  /**
   * Takes other receivers in the place of those there were: what is in hand is finished first, those
   * that are not among the new ones are let go of. One that is the same object goes on.
   */
  replaceReceivers(receivers: readonly Receiver[]): Promise<void>;
  /** Relays nothing more, finishes the deliveries in hand and lets go of the receivers. */
  stop(): Promise<void>;
}

const relayBatch = 200;
/** More than a queue holds unfinished for long; the rest is seen once these are through. */
const refillBatch = 10_000;
const releaseBatch = 1000;
/** Of a receiver with a queue of its own. */
const ownConcurrency = 4;

export async function startDispatcher(parts: DispatcherParts): Promise<Dispatcher> {
  const { stores, tenants, queue, clock, logger, pollMs, refillMs } = parts;
  let receivers = parts.receivers;
  let byName = nameThem(receivers);
  const sharedWorker = await work(deliveriesQueue, { concurrency: parts.concurrency });
  const ownWorkers = new Map<Receiver, JobWorker>();
  await startOwnWorkers();

  let nextRelease = 0;
  let nextRefill = 0;
  let stopping = false;
  let rung = false;
  let idle = new AbortController();
  let replacing: Promise<void> = Promise.resolve();
  const relaying = (async () => {
    while (!stopping) {
      rung = false;
      let more = false;
      try {
        replacing = mend(replacing);
        await replacing;
        for (const tenant of await tenants.unrelayedTenants()) {
          if ((await relay(tenant)) === relayBatch) more = true;
        }
        await releaseAll();
        await refill();
      } catch (error) {
        logger.error({ err: error }, 'relaying the outbox failed and will be tried again');
      }
      if (more || rung || stopping) continue;
      idle = new AbortController();
      await clock.sleep(pollMs, idle.signal);
    }
  })();

  return {
    ring() {
      rung = true;
      idle.abort();
    },
    replaceReceivers(given) {
      replacing = replace(given, replacing);
      return replacing;
    },
    async stop() {
      stopping = true;
      idle.abort();
      await replacing.catch(() => {});
      await relaying;
      await Promise.all([sharedWorker, ...ownWorkers.values()].map((worker) => worker.stop()));
      await Promise.all(receivers.map((receiver) => receiver.close()));
    },
  };

  function work(name: string, options: Partial<Parameters<JobQueue['work']>[2]>) {
    return queue.work(name, (job) => handle(name, job), {
      concurrency: ownConcurrency,
      ...options,
      onFailed: (job) => giveUp(parts, job),
    });
  }

  async function handle(name: string, job: Job): Promise<JobOutcome> {
    const receiver = byName.get(readDelivery(job.payload).receiver);
    const own = queueOf(receiver);
    // Handed in where all are, by who does not know of queues of their own; or these are new.
    if (name === deliveriesQueue && own !== name) {
      const { maxAttempts, backoffMs } = parts;
      await queue.enqueue(own, [{ id: job.id, payload: job.payload, maxAttempts, backoffMs }]);
      return { kind: 'done' };
    }
    return deliver(parts, receiver, job);
  }

  async function startOwnWorkers(): Promise<void> {
    for (const receiver of receivers) {
      const { name, policy } = receiver;
      if (policy === undefined || ownWorkers.has(receiver)) continue;
      const limit = policy.rateLimit === null ? {} : { limit: policy.rateLimit };
      ownWorkers.set(receiver, await work(deliveriesQueueOf(name), limit));
    }
  }

  async function replace(next: readonly Receiver[], before: Promise<void>): Promise<void> {
    await before.catch(() => {});
    const gone = receivers.filter((receiver) => !next.includes(receiver));
    await Promise.all(gone.map(stopOwnWorker));
    receivers = next;
    byName = nameThem(next);
    await startOwnWorkers();
    await Promise.all(gone.map((receiver) => receiver.close()));
  }

  /** Starts what could not be started when receivers were replaced. */
  async function mend(before: Promise<void>): Promise<void> {
    await before.catch(() => {});
    await startOwnWorkers();
  }

  async function stopOwnWorker(receiver: Receiver): Promise<void> {
    await ownWorkers.get(receiver)?.stop();
    ownWorkers.delete(receiver);
  }

  async function relay(tenant: string): Promise<number> {
    const store = stores.of(tenant);
    const entries = await store.unrelayed(relayBatch);
    if (entries.length === 0) return 0;
    const now = clock.now();
    const told = receivers.filter((receiver) => hears(receiver, tenant));
    const routed = await routeEntries(store, told, entries, now);
    await enqueue(
      tenant,
      routed
        .filter(({ routing }) => routing.kind === 'due')
        .map(({ outboxId, receiver, priority }) => ({
          outboxId,
          receiver,
          priority,
          reopened: 0,
        })),
    );
    await store.markRelayed(
      entries.map(({ outboxId }) => outboxId),
      routed,
      now,
    );
    return entries.length;
  }

  /** Not with each ring: nothing is held to the millisecond. */
  async function releaseAll(): Promise<void> {
    const now = Date.parse(clock.now());
    if (now < nextRelease) return;
    for (const tenant of await tenants.heldTenants(clock.now())) await release(tenant);
    nextRelease = now + pollMs;
  }

  /** What was held until now, and the digests whose time has come. */
  async function release(tenant: string): Promise<void> {
    const store = stores.of(tenant);
    const now = clock.now();
    await enqueue(tenant, await store.releaseHeld(now, releaseBatch));
    for (const receiver of await store.digestsDue(now)) {
      const digest = await store.mergeDigest(receiver, now, mostInDigest, (members) =>
        composeDigest({ tenant, receiver, members }, now, sha256),
      );
      if (digest !== null) await enqueue(tenant, [digest]);
    }
  }

  /** For a queue that lost its memory; one that did not knows the ids and does nothing. */
  async function refill(): Promise<void> {
    const now = Date.parse(clock.now());
    if (now < nextRefill) return;
    const dueBefore = new Date(now - refillMs).toISOString();
    for (const tenant of await tenants.tenants()) {
      await enqueue(tenant, await stores.of(tenant).dueDeliveries(dueBefore, refillBatch));
    }
    nextRefill = now + refillMs;
  }

  async function enqueue(tenant: string, due: readonly DueDelivery[]): Promise<void> {
    const byQueue = Map.groupBy(due, ({ receiver }) => queueOf(byName.get(receiver)));
    for (const [name, deliveries] of byQueue) {
      await queue.enqueue(
        name,
        deliveries.map((each) => deliveryJob(tenant, each, parts)),
      );
    }
  }
}

/** Where a receiver's jobs wait; those of one that is no more are given up by the shared worker. */
export function queueOf(receiver: Receiver | undefined): string {
  return receiver?.policy === undefined ? deliveriesQueue : deliveriesQueueOf(receiver.name);
}

function nameThem(receivers: readonly Receiver[]): ReadonlyMap<string, Receiver> {
  return new Map(receivers.map((receiver) => [receiver.name, receiver]));
}
