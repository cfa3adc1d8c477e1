/**
 * Takes batches of declared shipments from the stream, assesses each, and gives the store the whole
 * effect of the batch in one transaction. Only then does the stream move on; a crash anywhere
 * before means the batch comes again and finds what of it is done.
 */
import { assess, readDeclaredEvent, type Rulebook, type Sha256 } from '@herkomst/core';
import { toDeadLetter } from '../intake/dead-letter.ts';
import { shipmentKeyOf } from '../intake/stream-event.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventStream, StreamRecord, Subscription } from '../ports/event-stream.ts';
import type { Logger } from '../ports/logger.ts';
import type { DeadLetter, ScreeningWrites, Store } from '../ports/store.ts';
import { screenerGroup, shipmentsTopic } from '../topics.ts';
import { planScreening, type AssessedEvent } from './plan.ts';

export interface ScreenerParts {
  readonly stream: EventStream;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sha256: Sha256;
  /** Asked for each batch, so that a published rulebook takes effect without a restart. */
  readonly rulebook: () => Rulebook;
  readonly maxBatch: number;
  /** Called after each batch has taken effect. */
  readonly onScreened?: (writes: ScreeningWrites) => void;
}

/** Starts screening; stopping the subscription finishes the batch in hand. */
export function startScreener(parts: ScreenerParts): Promise<Subscription> {
  const { stream, logger, maxBatch } = parts;
  return stream.subscribe(shipmentsTopic, screenerGroup, (records) => screenBatch(parts, records), {
    maxBatch,
    onError: (error) => logger.error({ err: error }, 'a batch failed and will be tried again'),
  });
}

async function screenBatch(parts: ScreenerParts, records: readonly StreamRecord[]): Promise<void> {
  const { store, clock, logger, sha256 } = parts;
  const now = clock.now();
  const rulebook = parts.rulebook();
  const origin = `stream:${shipmentsTopic}`;
  const batch: AssessedEvent[] = [];
  const refused: DeadLetter[] = [];
  for (const record of records) {
    const reading = readRecord(record.value);
    if (reading.kind === 'invalid') {
      const original = new TextEncoder().encode(record.value);
      const { code, faults } = reading;
      refused.push(
        toDeadLetter({ origin, position: record.position, code, faults, original }, now),
      );
      continue;
    }
    const { event } = reading;
    const assessment = assess(event.shipment, rulebook);
    batch.push({ event, assessment, position: record.position, original: record.value });
  }
  const keys = {
    events: batch.map(({ event: { source, id } }) => ({ source, id })),
    shipments: batch.map(({ event }) => shipmentKeyOf(event)),
  };
  const writes = await store.screen(keys, (known) => {
    const planned = planScreening(batch, known, { now, origin, sha256 });
    return { ...planned, deadLetters: [...refused, ...planned.deadLetters] };
  });
  report(logger, writes);
  parts.onScreened?.(writes);
}

function readRecord(value: string) {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: 'invalid' as const,
      code: 'invalid-json',
      faults: [{ code: 'invalid-json', path: '', message }],
    };
  }
  const reading = readDeclaredEvent(parsed);
  return reading.kind === 'invalid' ? { ...reading, code: 'schema' } : reading;
}

function report(logger: Logger, writes: ScreeningWrites): void {
  for (const { shipmentId, version, verdict, score, current } of writes.assessments) {
    logger.debug({ shipmentId, version, verdict, score, current }, 'shipment assessed');
  }
  for (const { shipmentId, alertId, severity, score } of writes.alerts) {
    logger.info({ shipmentId, alertId, severity, score }, 'alert raised');
  }
  for (const { deadLetterId, position, code, reason } of writes.deadLetters) {
    logger.warn({ deadLetterId, position, code, reason }, 'record set aside');
  }
}
