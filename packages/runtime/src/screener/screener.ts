/**
 * Takes batches of declared shipments from the stream, assesses each, and gives the store the whole
 * effect on a tenant in one transaction. Only then does the stream move on; a crash anywhere before
 * means the batch comes again and finds what of it is done.
 */
import {
  assess,
  readDeclaredEvent,
  type DeclaredEvent,
  type InputFault,
  type Rulebook,
  type Sha256,
} from '@herkomst/core';
import { toDeadLetter } from '../intake/dead-letter.ts';
import { readTenant, shipmentKeyOf } from '../intake/stream-event.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventStream, StreamRecord, Subscription } from '../ports/event-stream.ts';
import type { Logger } from '../ports/logger.ts';
import type { DeadLetter, ScreeningWrites } from '../ports/store.ts';
import type { Stores } from '../ports/stores.ts';
import type { Span, Tracing } from '../ports/tracing.ts';
import { defaultTenant } from '../tenant.ts';
import { screenerGroup, shipmentsTopic } from '../topics.ts';
import { readCarried, type Carried } from '../tracing/carried.ts';
import { noTracing } from '../tracing/no-tracing.ts';
import { spanAttributes } from '../tracing/span-attributes.ts';
import { alertDelays } from './alert-delays.ts';
import { planScreening, type AssessedEvent } from './plan.ts';

export interface ScreenerParts {
  readonly stream: EventStream;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sha256: Sha256;
  /** Asked for each batch, so that a published rulebook takes effect without a restart. */
  readonly rulebook: () => Rulebook;
  readonly maxBatch: number;
  /** Most batches in hand at a time: one is assessed while another is being stored. Default 2. */
  readonly maxInHand?: number;
  readonly tracing?: Tracing;
  /** Called after each tenant's share of a batch has taken effect. */
  readonly onScreened?: (writes: ScreeningWrites, batch: ScreenedBatch) => void;
  /** Called with each error before the batch is tried again. */
  readonly onFailed?: (error: unknown) => void;
}

/** How a tenant's share of a batch went, for those who watch. */
export interface ScreenedBatch {
  readonly records: number;
  /** From its arrival to its effect, in milliseconds. */
  readonly durationMs: number;
  /** Of each alert it raised: from the intake of its event to the alert, in milliseconds. */
  readonly alertDelaysMs: readonly number[];
}

/** One record on its way through its batch. */
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

/**
 * Each tenant's records take effect in a transaction of that tenant's own. Should one fail after
 * another succeeded, all come again, and what is done is found done.
 */
async function screenBatch(parts: ScreenerParts, records: readonly StreamRecord[]): Promise<void> {
  const byTenant = new Map<string, ReadRecord[]>();
  for (const record of records) {
    const { tenant, reading } = readRecord(record.value);
    const own = byTenant.get(tenant);
    if (own === undefined) byTenant.set(tenant, [{ record, reading }]);
    else own.push({ record, reading });
  }
  for (const [tenant, own] of byTenant) await screenTenant(parts, tenant, own);
}

async function screenTenant(
  parts: ScreenerParts,
  tenant: string,
  records: readonly ReadRecord[],
): Promise<void> {
  const { stores, clock, logger, sha256, tracing = noTracing } = parts;
  const now = clock.now();
  const rulebook = parts.rulebook();
  const origin = `stream:${shipmentsTopic}`;
  const batch: Taken[] = [];
  const refused: DeadLetter[] = [];
  for (const { record, reading } of records) {
    const { position, value: original } = record;
    if (reading.kind === 'invalid') {
      const bytes = new TextEncoder().encode(original);
      const { code, faults } = reading;
      refused.push(toDeadLetter({ origin, position, code, faults, original: bytes }, now));
      continue;
    }
    const { event, carried } = reading;
    const span = tracing.start('screen', carried.traceparent, spanAttributes(event));
    const assessment = assess(event.shipment, rulebook);
    const { traceparent } = span;
    batch.push({ event, assessment, position, original, traceparent, carried, span });
  }
  const keys = {
    events: batch.map(({ event: { source, id } }) => ({ source, id })),
    shipments: batch.map(({ event }) => shipmentKeyOf(event)),
  };
  let writes: ScreeningWrites;
  try {
    writes = await stores.of(tenant).screen(keys, (known) => {
      const planned = planScreening(batch, known, { tenant, now, origin, sha256 });
      return { ...planned, deadLetters: [...refused, ...planned.deadLetters] };
    });
  } catch (error) {
    for (const { span } of batch) span.end({}, error);
    throw error;
  }
  for (const { span, assessment } of batch) span.end({ 'herkomst.verdict': assessment.verdict });
  report(logger, tenant, writes);
  const doneAt = Date.parse(clock.now());
  parts.onScreened?.(writes, {
    records: records.length,
    durationMs: doneAt - Date.parse(now),
    alertDelaysMs: alertDelays(batch, writes, doneAt),
  });
}

interface ReadRecord {
  readonly record: StreamRecord;
  readonly reading: Reading;
}

type Reading =
  | { readonly kind: 'declared'; readonly event: DeclaredEvent; readonly carried: Carried }
  | { readonly kind: 'invalid'; readonly code: string; readonly faults: readonly InputFault[] };

/** What says nothing readable of its tenant is for whoever runs the service to look at. */
function readRecord(value: string): { readonly tenant: string; readonly reading: Reading } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unreadable('invalid-json', '', message);
  }
  const tenant = readTenant(parsed);
  if (tenant === null) {
    return unreadable('schema', 'herkomsttenant', 'expected the name of a tenant');
  }
  const reading = readDeclaredEvent(parsed);
  return {
    tenant,
    reading:
      reading.kind === 'invalid'
        ? { ...reading, code: 'schema' }
        : { ...reading, carried: readCarried(parsed) },
  };
}

function unreadable(code: string, path: string, message: string) {
  const fault = { code: code === 'schema' ? 'wrong-value' : code, path, message };
  return {
    tenant: defaultTenant,
    reading: { kind: 'invalid' as const, code, faults: [fault] },
  };
}

function report(logger: Logger, tenant: string, writes: ScreeningWrites): void {
  for (const { shipmentId, version, verdict, score, current } of writes.assessments) {
    logger.debug({ tenant, shipmentId, version, verdict, score, current }, 'shipment assessed');
  }
  for (const { shipmentId, alertId, severity, score } of writes.alerts) {
    logger.info({ tenant, shipmentId, alertId, severity, score }, 'alert raised');
  }
  for (const { deadLetterId, position, code, reason } of writes.deadLetters) {
    logger.warn({ tenant, deadLetterId, position, code, reason }, 'record set aside');
  }
}
