/**
 * The workers on their engines: intake, screener, dispatcher, or those that this process is to run.
 * Stopping goes with the stream: first
 * the doors, then what is in hand, so that nothing taken in is left half done.
 */
import type { Metrics } from '@herkomst/adapter-metrics';
import type { Rulebook } from '@herkomst/core';
import {
  createIntakes,
  deliveriesQueue,
  noTracing,
  queueOf,
  screenerGroup,
  sha256,
  shipmentsTopic,
  startDispatcher,
  startPublisher,
  startScreener,
  systemClock,
  type Intakes,
  type JobCounts,
  type Logger,
  type Receiver,
  type Tracing,
} from '@herkomst/runtime';
import type { Config } from './config.ts';
import type { Engines } from './engines/engines.ts';

export interface WaitingWork {
  /** True when all that was taken in is screened and told to those without rules of their own. */
  readonly idle: boolean;
  /** Events in the stream that the screener has not got past. */
  readonly toScreen: number;
  readonly deliveries: JobCounts;
}

export interface Pipeline {
  readonly intakes: Intakes;
  /** Takes other receivers in the place of those there were. */
  replaceReceivers(receivers: readonly Receiver[]): Promise<void>;
  /** A moment's view of what waits. */
  waiting(): Promise<WaitingWork>;
  /** Resolves once all that was taken in is screened and told to those without rules of their own. */
  idle(): Promise<void>;
  /** Screens no further batch, finishes the one in hand and the deliveries in hand. */
  stop(): Promise<void>;
}

export interface PipelineParts {
  readonly engines: Engines;
  readonly config: Config;
  readonly logger: Logger;
  readonly rulebook: () => Rulebook;
  readonly receivers: readonly Receiver[];
  readonly metrics?: Metrics;
  readonly tracing?: Tracing;
}

/** How often the outbox is looked at when nobody rings. */
const pollMs = 1000;
const idlePollMs = 100;
const deliveriesAtATime = 16;

export async function startPipeline(parts: PipelineParts): Promise<Pipeline> {
  const { engines, config, logger, rulebook, metrics, tracing = noTracing } = parts;
  let { receivers } = parts;
  const { stores, tenants, stream, queue } = engines;
  const clock = systemClock;
  const dispatcher = config.roles.has('dispatcher')
    ? await startDispatcher({
        stores,
        tenants,
        queue,
        receivers,
        clock,
        logger,
        maxAttempts: config.deliveryAttempts,
        backoffMs: config.deliveryBackoffMs,
        concurrency: deliveriesAtATime,
        pollMs,
        refillMs: config.refillMs,
        tracing,
        onAttempt: (attempt) => metrics?.onAttempt(attempt),
        onGivenUp: (delivery) => metrics?.onGivenUp(delivery),
      })
    : null;
  const publisher =
    engines.publishing !== null && config.roles.has('dispatcher')
      ? startPublisher({ ...engines.publishing, clock, logger, pollMs })
      : null;
  const screener = config.roles.has('screener')
    ? await startScreener({
        stream,
        stores,
        clock,
        logger,
        sha256,
        rulebook,
        maxBatch: config.screenBatch,
        tracing,
        onFailed: () => metrics?.onFailed(),
        onScreened(writes, batch) {
          metrics?.onScreened(writes, batch);
          if (writes.outbox.length > 0) dispatcher?.ring();
        },
      })
    : null;
  return {
    intakes: createIntakes({
      stream,
      stores,
      clock,
      logger,
      tracing,
      onSubmitted: (result) => metrics?.onSubmitted(result),
    }),
    async replaceReceivers(next) {
      receivers = next;
      await dispatcher?.replaceReceivers(next);
    },
    waiting: () => readWaiting(engines, receivers),
    async idle() {
      while (!(await readWaiting(engines, receivers)).idle) await clock.sleep(idlePollMs);
    },
    async stop() {
      await screener?.stop();
      await Promise.all([dispatcher?.stop(), publisher?.stop()]);
    },
  };
}

/** What waits at each stage, asked in the order in which work moves on, so that none slips past. */
async function readWaiting(
  { stream, tenants, queue }: Engines,
  receivers: readonly Receiver[],
): Promise<WaitingWork> {
  const toScreen = await stream.lag(shipmentsTopic, screenerGroup);
  const toRelay = (await tenants.unrelayedTenants()).length > 0;
  const deliveries = { waiting: 0, active: 0, delayed: 0, failed: 0 };
  let idle = toScreen === 0 && !toRelay;
  for (const name of deliveryQueues(receivers)) {
    const { waiting, active, delayed, failed } = await queue.counts(name);
    // In a queue of its own a receiver's limit may keep jobs for hours.
    if (name === deliveriesQueue && waiting + active > 0) idle = false;
    deliveries.waiting += waiting;
    deliveries.active += active;
    deliveries.delayed += delayed;
    deliveries.failed += failed;
  }
  return { idle, toScreen, deliveries };
}

/** The one that all share, and those of receivers that have their own. */
export function deliveryQueues(receivers: readonly Receiver[]): readonly string[] {
  return [...new Set([deliveriesQueue, ...receivers.map(queueOf)])];
}
