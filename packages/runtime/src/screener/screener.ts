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
import type { Span, Tracing } from '../ports/tracing.ts';
import { screenerGroup, shipmentsTopic } from '../topics.ts';
import { readCarried, type Carried } from '../tracing/carried.ts';
import { noTracing } from '../tracing/no-tracing.ts';
import { spanAttributes } from '../tracing/span-attributes.ts';
import { alertDelays } from './alert-delays.ts';
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
  /** Most batches in hand at a time: one is assessed while another is being stored. Default 2. */
  readonly maxInHand?: number;
  readonly tracing?: Tracing;
  /** Called after each batch has taken effect. */
  readonly onScreened?: (writes: ScreeningWrites, batch: ScreenedBatch) => void;
  /** Called with each error before the batch is tried again. */
  readonly onFailed?: (error: unknown) => void;
}

/** How a batch went, for those who watch. */
export interface ScreenedBatch {
  readonly records: number;
  /** From its arrival to its effect, in milliseconds. */
  readonly durationMs: number;
  /** Of each alert it raised: from the intake of its event to the alert, in milliseconds. */
  readonly alertDelaysMs: readonly number[];
}

/** One record on its way through a batch. */
interface Taken extends AssessedEvent {
  readonly carried: Carried;
  readonly span: Span;
}

/** Starts screening; stopping the subscription finishes the batch in hand. */
export function startScreener(parts: ScreenerParts): Promise<Subscription> {
  const { stream, logger, maxBatch, maxInHand = 2 } = parts;
  return stream.subscribe(shipmentsTopic, screenerGroup, (records) => screenBatch(parts, records), {
    maxBatch,
    maxInHand,
    onError(error) {
      logger.error({ err: error }, 'a batch failed and will be tried again');
      parts.onFailed?.(error);
    },
  });
}

async function screenBatch(parts: ScreenerParts, records: readonly StreamRecord[]): Promise<void> {
  const { store, clock, logger, sha256, tracing = noTracing } = parts;
  const now = clock.now();
  const rulebook = parts.rulebook();
  const origin = `stream:${shipmentsTopic}`;
  const batch: Taken[] = [];
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
    const { event, carried } = reading;
    const span = tracing.start('screen', carried.traceparent, spanAttributes(event));
    const assessment = assess(event.shipment, rulebook);
    const { position, value: original } = record;
    const { traceparent } = span;
    batch.push({ event, assessment, position, original, traceparent, carried, span });
  }
  const keys = {
    events: batch.map(({ event: { source, id } }) => ({ source, id })),
    shipments: batch.map(({ event }) => shipmentKeyOf(event)),
  };
  let writes: ScreeningWrites;
  try {
    writes = await store.screen(keys, (known) => {
      const planned = planScreening(batch, known, { now, origin, sha256 });
      return { ...planned, deadLetters: [...refused, ...planned.deadLetters] };
    });
  } catch (error) {
    for (const { span } of batch) span.end({}, error);
    throw error;
  }
  for (const { span, assessment } of batch) span.end({ 'herkomst.verdict': assessment.verdict });
  report(logger, writes);
  const doneAt = Date.parse(clock.now());
  parts.onScreened?.(writes, {
    records: records.length,
    durationMs: doneAt - Date.parse(now),
    alertDelaysMs: alertDelays(batch, writes, doneAt),
  });
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
  return reading.kind === 'invalid'
    ? { ...reading, code: 'schema' }
    : { ...reading, carried: readCarried(parsed) };
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
