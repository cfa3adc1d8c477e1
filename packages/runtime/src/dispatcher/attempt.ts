/** Watches one attempt to deliver: how long it took, how old the notice is, the trace it joins. */
import type { Clock } from '../ports/clock.ts';
import type { JobOutcome } from '../ports/job-queue.ts';
import type { Tracing } from '../ports/tracing.ts';
import { readCarried } from '../tracing/carried.ts';
import { noTracing } from '../tracing/no-tracing.ts';

/** How an attempt to deliver went. */
export interface DeliveryAttempt {
  readonly receiver: string;
  readonly outcome: JobOutcome['kind'];
  readonly durationMs: number;
  /** From the time that the notice bears to now, in milliseconds; null where it bears none. */
  readonly ageMs: number | null;
}

export interface AttemptParts {
  readonly clock: Clock;
  readonly tracing?: Tracing;
  /** Called after each attempt that reached a receiver; one done is recorded by then. */
  readonly onAttempt?: (attempt: DeliveryAttempt) => void;
}

export interface Attempt {
  /** To be called once. */
  end(outcome: JobOutcome['kind'], failure?: unknown): void;
}

/** @param document the notice, a CloudEvent as JSON text. */
export function startAttempt(
  { clock, tracing = noTracing, onAttempt }: AttemptParts,
  receiver: string,
  document: string,
): Attempt {
  const began = Date.parse(clock.now());
  const notice = readNotice(document);
  const raisedAt = Date.parse(notice.time ?? '');
  const span = tracing.start('deliver', readCarried(notice).traceparent, {
    'herkomst.receiver': receiver,
    ...(notice.subject === undefined ? {} : { 'herkomst.shipment_id': notice.subject }),
  });
  return {
    end(outcome, failure) {
      const ended = Date.parse(clock.now());
      span.end({ 'herkomst.outcome': outcome }, failure);
      onAttempt?.({
        receiver,
        outcome,
        durationMs: ended - began,
        ageMs: Number.isNaN(raisedAt) ? null : Math.max(0, ended - raisedAt),
      });
    },
  };
}

interface NoticeAttributes {
  readonly time?: string;
  readonly subject?: string;
}

/** Watching must not be what keeps a notice from being delivered, whatever it looks like. */
function readNotice(document: string): NoticeAttributes {
  try {
    return (JSON.parse(document) ?? {}) as NoticeAttributes;
  } catch {
    return {};
  }
}
