/**
 * The workers on their engines: intake, screener, dispatcher. Stopping goes with the stream: first
 * the doors, then what is in hand, so that nothing taken in is left half done.
 */
import type { Rulebook } from '@herkomst/core';
import {
  createIntake,
  deliveriesQueue,
  screenerGroup,
  sha256,
  shipmentsTopic,
  startDispatcher,
  startScreener,
  systemClock,
  type Intake,
  type Logger,
  type Receiver,
  type ScreeningWrites,
} from '@herkomst/runtime';
import type { Config } from './config.ts';
import type { Engines } from './engines/engines.ts';

export interface Pipeline {
  readonly intake: Intake;
  /** Resolves once all that was taken in is screened and no delivery is due any more. */
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
  readonly onScreened?: (writes: ScreeningWrites) => void;
}

/** How often the outbox is looked at when nobody rings. */
const pollMs = 1000;
const idlePollMs = 100;
const deliveriesAtATime = 16;

export async function startPipeline(parts: PipelineParts): Promise<Pipeline> {
  const { engines, config, logger, rulebook, receivers, onScreened } = parts;
  const { store, stream, queue } = engines;
  const clock = systemClock;
  const dispatcher = await startDispatcher({
    store,
    queue,
    receivers,
    clock,
    logger,
    maxAttempts: config.deliveryAttempts,
    backoffMs: config.deliveryBackoffMs,
    concurrency: deliveriesAtATime,
    pollMs,
  });
  const screener = await startScreener({
    stream,
    store,
    clock,
    logger,
    sha256,
    rulebook,
    maxBatch: config.screenBatch,
    onScreened(writes) {
      if (writes.outbox.length > 0) dispatcher.ring();
      onScreened?.(writes);
    },
  });
  return {
    intake: createIntake({ stream, store, clock, logger }),
    async idle() {
      while (!(await isIdle(engines))) await clock.sleep(idlePollMs);
    },
    async stop() {
      await screener.stop();
      await dispatcher.stop();
    },
  };
}

/** Asked in the order in which work moves on, so that none slips past between two questions. */
async function isIdle({ stream, store, queue }: Engines): Promise<boolean> {
  if ((await stream.lag(shipmentsTopic, screenerGroup)) > 0) return false;
  if ((await store.unrelayed(1)).length > 0) return false;
  const { waiting, active } = await queue.counts(deliveriesQueue);
  return waiting + active === 0;
}
