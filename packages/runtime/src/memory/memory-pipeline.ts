/** For tests of those who watch: all workers over engines in memory, by a clock that stands still. */
import type { Rulebook } from '@herkomst/core';
import { startDispatcher, type DispatcherParts } from '../dispatcher/dispatcher.ts';
import { createIntakes, type Intake, type IntakeParts, type Intakes } from '../intake/intake.ts';
import { readJsonEntry } from '../intake/read-json.ts';
import { startOfInput } from '../intake/place.ts';
import type { EventStream } from '../ports/event-stream.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Receiver } from '../ports/receiver.ts';
import type { Store } from '../ports/store.ts';
import type { Tracing } from '../ports/tracing.ts';
import { startScreener, type ScreenerParts } from '../screener/screener.ts';
import { sha256 } from '../sha256.ts';
import { defaultTenant } from '../tenant.ts';
import { deliveriesQueue, screenerGroup, shipmentsTopic } from '../topics.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { createMemoryEventStream } from './memory-event-stream.ts';
import { createMemoryJobQueue } from './memory-job-queue.ts';
import { createMemoryStores, type MemoryStores } from './memory-stores.ts';
import { createSilentLogger } from './silent-logger.ts';

export interface MemoryPipelineOptions {
  readonly rulebook: Rulebook;
  readonly receivers: readonly Receiver[];
  readonly tracing?: Tracing;
  readonly onSubmitted?: NonNullable<IntakeParts['onSubmitted']>;
  readonly onScreened?: NonNullable<ScreenerParts['onScreened']>;
  readonly onFailed?: NonNullable<ScreenerParts['onFailed']>;
  readonly onAttempt?: NonNullable<DispatcherParts['onAttempt']>;
  readonly onGivenUp?: NonNullable<DispatcherParts['onGivenUp']>;
}

export interface MemoryPipeline {
  readonly clock: ManualClock;
  readonly stores: MemoryStores;
  readonly intakes: Intakes;
  readonly stream: EventStream;
  readonly queue: JobQueue;
  /** The default tenant's, as is the intake. */
  readonly store: Store;
  readonly intake: Intake;
  /** Hands texts to the default tenant's intake, one an entry, in one submission. */
  readonly submit: (...texts: readonly string[]) => Promise<void>;
  /** Screens what is in the stream and goes on screening. */
  readonly startScreening: () => Promise<void>;
  /** Delivers until nothing is due at this hour, and goes on delivering. */
  readonly startDelivering: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Each worker starts when the test says so: what lies between them can be looked at. */
export function createMemoryPipeline(options: MemoryPipelineOptions): MemoryPipeline {
  const clock = createManualClock('2026-11-24T08:00:00.000Z');
  const stores = createMemoryStores();
  const store = stores.of(defaultTenant);
  const stream = createMemoryEventStream({ clock });
  const queue = createMemoryJobQueue(clock);
  const logger = createSilentLogger();
  const parts = { ...options, clock, stores, tenants: stores.index, stream, queue, logger };
  const intakes = createIntakes(parts);
  const intake = intakes.of(defaultTenant);
  const running: { stop(): Promise<void> }[] = [];
  return {
    clock,
    stores,
    intakes,
    stream,
    queue,
    store,
    intake,
    async submit(...texts) {
      const entries = texts.map((text, index) =>
        readJsonEntry({
          bytes: new TextEncoder().encode(text),
          place: startOfInput,
          position: `event ${index + 1}`,
        }),
      );
      await intake.submit('test', entries);
    },
    async startScreening() {
      const rulebook = () => options.rulebook;
      running.push(await startScreener({ ...parts, sha256, rulebook, maxBatch: 100 }));
      do await clock.advance(0);
      while ((await stream.lag(shipmentsTopic, screenerGroup)) > 0);
    },
    async startDelivering() {
      running.push(
        await startDispatcher({
          ...parts,
          maxAttempts: 2,
          backoffMs: 1000,
          concurrency: 1,
          pollMs: 1000,
          refillMs: 60_000,
        }),
      );
      do await clock.advance(0);
      while (await isDelivering());
    },
    async stop() {
      for (const worker of running.toReversed()) await worker.stop();
    },
  };

  async function isDelivering(): Promise<boolean> {
    const { waiting, active } = await queue.counts(deliveriesQueue);
    return waiting + active > 0 || (await stores.index.unrelayedTenants()).length > 0;
  }
}
