/**
 * Somebody who is told of alerts: a terminal, a file, a webhook. Told at least once, so a receiver
 * either makes doubles harmless itself or passes the id on for its other end to see.
 */
import type { JobOutcome } from './job-queue.ts';

export interface Notice {
  /** The same for every attempt to deliver the same thing: an idempotency key. */
  readonly id: string;
  /** CloudEvents type. */
  readonly type: string;
  /** CloudEvent as JSON text. */
  readonly document: string;
}

export interface Receiver {
  /** Unique among the receivers of a dispatcher; part of the delivery's identity. */
  readonly name: string;
  /**
   * Delivers one notice. 'retry' asks to be tried again later, 'give-up' never. Not the
   * implementer's job: waiting and counting attempts.
   */
  deliver(notice: Notice): Promise<JobOutcome>;
  /** Lets go of files and connections. */
  close(): Promise<void>;
}
