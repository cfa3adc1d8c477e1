/**
 * The door: what can be read goes into the stream, what can not goes to the dead letters, and the
 * sender hears which. Nothing is accepted before it is durable; one bad entry stops no good one.
 */
import type { DeclaredEvent, InputFault } from '@herkomst/core';
import type { Clock } from '../ports/clock.ts';
import type { EventStream } from '../ports/event-stream.ts';
import type { Logger } from '../ports/logger.ts';
import type { Stores } from '../ports/stores.ts';
import type { Tracing } from '../ports/tracing.ts';
import { checkTenant } from '../tenant.ts';
import { shipmentsTopic } from '../topics.ts';
import { noTracing } from '../tracing/no-tracing.ts';
import { spanAttributes } from '../tracing/span-attributes.ts';
import { toDeadLetter, writeFaults } from './dead-letter.ts';
import type { IntakeEntry } from './entry.ts';
import { toStreamEvent } from './stream-event.ts';

export interface Rejection {
  readonly position: string | null;
  readonly code: string;
  readonly faults: readonly InputFault[];
  readonly deadLetterId: string;
}

export interface IntakeResult {
  readonly accepted: number;
  readonly rejected: readonly Rejection[];
}

export interface Intake {
  /**
   * Takes entries of one origin. Resolves once all accepted ones are in the stream and all refused
   * ones in the dead letters; rejects when either engine fails, and then handing the same entries
   * in again does no harm.
   */
  submit(origin: string, entries: readonly IntakeEntry[]): Promise<IntakeResult>;
}

/** A door for each tenant. */
export interface Intakes {
  /** Throws with the code 'invalid-tenant' for what is no tenant's name. */
  of(tenant: string): Intake;
}

export interface IntakeParts {
  readonly stream: EventStream;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly tracing?: Tracing;
  /** Called after each submission that succeeded. */
  readonly onSubmitted?: (result: IntakeResult) => void;
}

export function createIntakes(parts: IntakeParts): Intakes {
  return { of: (tenant) => createIntake(parts, checkTenant(tenant)) };
}

function createIntake(parts: IntakeParts, tenant: string): Intake {
  const { stream, stores, clock, logger, tracing = noTracing } = parts;
  return {
    async submit(origin, entries) {
      const receivedAt = clock.now();
      const declared = entries.flatMap(({ reading }) =>
        reading.kind === 'declared' ? [reading.event] : [],
      );
      const refused = entries.flatMap(({ reading, position, original }) =>
        reading.kind === 'invalid'
          ? [{ origin, position, code: reading.code, faults: reading.faults, original }]
          : [],
      );
      const letters = refused.map((refusal) => toDeadLetter(refusal, receivedAt));
      if (declared.length > 0) await append(declared, receivedAt);
      if (letters.length > 0) await stores.of(tenant).addDeadLetters(letters);

      for (const { shipment, id } of declared) {
        logger.debug(
          { shipmentId: shipment.shipmentId, eventId: id, origin, tenant },
          'shipment taken in',
        );
      }
      const rejected = refused.map(({ position, code, faults }, index): Rejection => ({
        position,
        code,
        faults,
        deadLetterId: letters[index]?.deadLetterId ?? '',
      }));
      for (const { position, code, faults, deadLetterId } of rejected) {
        const reason = writeFaults(faults);
        logger.warn({ tenant, origin, position, code, reason, deadLetterId }, 'input refused');
      }
      const result = { accepted: declared.length, rejected };
      parts.onSubmitted?.(result);
      return result;
    },
  };

  async function append(declared: readonly DeclaredEvent[], receivedAt: string): Promise<void> {
    const spans = declared.map((event) => tracing.start('intake', null, spanAttributes(event)));
    const events = declared.map((event, index) =>
      toStreamEvent(event, { receivedAt, traceparent: spans[index]?.traceparent ?? null }, tenant),
    );
    try {
      await stream.append(shipmentsTopic, events);
      for (const span of spans) span.end();
    } catch (error) {
      for (const span of spans) span.end({}, error);
      throw error;
    }
  }
}
