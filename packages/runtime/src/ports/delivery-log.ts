/**
 * What became of each notice at each receiver: due, held, filtered out, taken or given up, with the
 * attempts made. Part of the store, for what is held must survive as surely as what is due.
 */
import type { DeadLetter, OutboxEntry, Page, PageRequest } from './records.ts';

/** An entry that a receiver is still to be told of. */
export interface DueDelivery {
  readonly outboxId: string;
  readonly receiver: string;
  /** How often it was made due again: after it was given up, held, or by hand. */
  readonly reopened: number;
  /** As a job's: 1 is the most urgent. */
  readonly priority: number;
}

/**
 * What a receiver's rules make of a notice when it is relayed. 'held': to be told at its time.
 * 'gathered': to be told within the digest of that time. 'filtered': not to be told, and why.
 */
export type Routing =
  | { readonly kind: 'due' }
  | { readonly kind: 'held' | 'gathered'; readonly until: string; readonly reason: string }
  | { readonly kind: 'filtered'; readonly reason: string };

export interface RoutedDelivery {
  readonly outboxId: string;
  readonly receiver: string;
  readonly priority: number;
  readonly routing: Routing;
}

export interface AttemptRecord {
  /** When it ended, RFC 3339 in UTC with milliseconds. */
  readonly at: string;
  readonly outcome: 'done' | 'retry' | 'give-up';
  /** What the receiver answered by its protocol (HTTP, SMTP); null where it has no such thing. */
  readonly status: number | null;
  /** Null for one that was taken. */
  readonly error: string | null;
  readonly durationMs: number;
}

/** How many attempts are kept of a delivery: the last ones. */
export const keptAttempts = 20;

export const deliveryStates = ['due', 'held', 'filtered', 'taken', 'given-up'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface StoredDelivery {
  readonly outboxId: string;
  readonly receiver: string;
  /** 'held' for what is held or gathered; what is in a digest shares the digest's state. */
  readonly state: DeliveryState;
  /** CloudEvents type of the notice; null when it is kept no more. */
  readonly type: string | null;
  /** Since when it is due, or was routed at all. */
  readonly since: string;
  /** Until when it is held; null unless it is. */
  readonly heldUntil: string | null;
  /** Whether it waits to become part of a digest. */
  readonly gathered: boolean;
  /** Why it is held or was filtered out; null otherwise. */
  readonly reason: string | null;
  /** The outbox id of the digest it is part of; null for none. */
  readonly digestId: string | null;
  readonly takenAt: string | null;
  readonly givenUpAt: string | null;
  readonly priority: number;
  readonly reopened: number;
  /** Newest first, the last `keptAttempts`. */
  readonly attempts: readonly AttemptRecord[];
}

export interface DeliveryQuery {
  readonly receiver?: string;
  readonly state?: DeliveryState;
  /** Deliveries that tell of this alert: that it was raised, and that it was withdrawn. */
  readonly alertId?: string;
}

/** How a receiver stands, over all its deliveries. */
export interface ReceiverStanding {
  readonly receiver: string;
  readonly due: number;
  readonly held: number;
  /** When the next held one is to be told; null when none is held. */
  readonly nextReleaseAt: string | null;
  readonly lastTakenAt: string | null;
  readonly lastFailedAt: string | null;
}

export interface DeliveryLog {
  /**
   * Marks entries relayed and writes what was made of them for the receivers, all or none. Ids that
   * are unknown or marked already are no error, and a delivery that is known stays as it is.
   */
  markRelayed(
    outboxIds: readonly string[],
    deliveries: readonly RoutedDelivery[],
    at: string,
  ): Promise<void>;

  /**
   * Deliveries that became due before a moment and are neither taken nor given up, the longest due
   * first: what a queue that lost its memory is refilled from. Takes no lock.
   */
  dueDeliveries(dueBefore: string, limit: number): Promise<readonly DueDelivery[]>;

  /**
   * Records that a receiver took an entry, and with a digest all that is in it. True the first time,
   * false when it was recorded before. Not the implementer's job: the delivery itself.
   */
  recordDelivery(
    outboxId: string,
    receiver: string,
    at: string,
    attempt?: AttemptRecord,
  ): Promise<boolean>;

  /** Adds an attempt that did not succeed; a delivery that is not known yet is due from then on. */
  recordAttempt(outboxId: string, receiver: string, attempt: AttemptRecord): Promise<void>;

  /** True when `recordDelivery` was called for the pair before. */
  isDelivered(outboxId: string, receiver: string): Promise<boolean>;

  /** Null when nothing was made of the entry for this receiver. */
  delivery(outboxId: string, receiver: string): Promise<StoredDelivery | null>;

  /** Newest first. */
  deliveries(query: DeliveryQuery, page: PageRequest): Promise<Page<StoredDelivery>>;

  /** One for each of the receivers named, in their order. */
  receiverStandings(receivers: readonly string[]): Promise<readonly ReceiverStanding[]>;

  /** Holds a delivery that is due until a moment. False when it is not due any more. */
  holdDelivery(
    outboxId: string,
    receiver: string,
    routing: { readonly until: string; readonly reason: string },
  ): Promise<boolean>;

  /**
   * Makes held deliveries due whose time has come, the most urgent first, each once however many
   * ask. What is gathered for digests is left alone.
   */
  releaseHeld(at: string, limit: number): Promise<readonly DueDelivery[]>;

  /** Receivers for whom gathered deliveries have come to their time. */
  digestsDue(at: string): Promise<readonly string[]>;

  /**
   * One transaction: takes the gathered deliveries of a receiver whose time has come, in the order
   * in which they were routed, has `compose` make one entry of them, stores that as relayed and due
   * at the receiver, and the deliveries as part of it. Null when none has come to its time. Each is
   * part of one digest, however many ask. `compose` is pure and may be called again.
   */
  mergeDigest(
    receiver: string,
    at: string,
    limit: number,
    compose: (outboxIds: readonly string[]) => OutboxEntry,
  ): Promise<DueDelivery | null>;

  /**
   * Records that a delivery is given up, and with a digest all that is in it, and adds the letter
   * that says why, both or none. One that was taken stays taken, and then the letter is not added.
   */
  giveUpDelivery(outboxId: string, receiver: string, letter: DeadLetter, at: string): Promise<void>;

  /** Makes a delivery that was given up due again. Null when it was not given up. */
  reopenDelivery(outboxId: string, receiver: string, at: string): Promise<DueDelivery | null>;

  /**
   * Makes a delivery due whatever became of it: taken, given up, held or filtered out. Null when it
   * is unknown, due already, or part of a digest that is still on its way.
   */
  redeliver(outboxId: string, receiver: string, at: string): Promise<DueDelivery | null>;
}
