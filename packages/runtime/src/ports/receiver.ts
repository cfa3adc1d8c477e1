/**
 * Somebody who is told of alerts: a terminal, a file, a webhook. Told at least once, so a receiver
 * either makes doubles harmless itself or passes the id on for its other end to see.
 */
import type { DeliveryPolicy } from '../routing/policy.ts';
import type { JobOutcome } from './job-queue.ts';

export interface Notice {
  /** Whose alert it is about. */
  readonly tenant: string;
  /** The same for every attempt to deliver the same thing: an idempotency key. */
  readonly id: string;
  /** CloudEvents type. */
  readonly type: string;
  /** CloudEvent as JSON text. */
  readonly document: string;
}

/** An outcome with what the receiver answered by its protocol (HTTP, SMTP), where it has such. */
export type DeliveryOutcome = JobOutcome & { readonly status?: number };

export interface Receiver {
  /** Unique among the receivers of a dispatcher; part of the delivery's identity. */
  readonly name: string;
  /** Whose alerts alone it is told of; absent for those of all tenants. */
  readonly tenant?: string;
  /**
   * What it wants to be told of, and when. One that has a policy has a queue of its own, too, so
   * that no other waits for it. Not the implementer's job: keeping to it.
   */
  readonly policy?: DeliveryPolicy;
  /**
   * Delivers one notice. 'retry' asks to be tried again later, 'give-up' never. Not the
   * implementer's job: waiting and counting attempts.
   */
  deliver(notice: Notice): Promise<DeliveryOutcome>;
  /** Lets go of files and connections. */
  close(): Promise<void>;
}
