/**
 * The durable, ordered log that services talk through: shipments in, alerts out.
 *
 * It promises order per key and delivery at least once, as Kafka does. Exactly one effect is made
 * in the store, which knows what it has already seen; no implementer of this port removes doubles.
 */

export interface StreamEvent {
  /** Events of one key keep their order; for shipments, the shipment's key. */
  readonly key: string;
  /** UTF-8 text, JSON by convention; the stream does not look inside. */
  readonly value: string;
}

export interface StreamRecord extends StreamEvent {
  /** Where the record stands: grows along one key; opaque otherwise. */
  readonly position: string;
}

/** Resolving moves the group past the batch. Rejecting has the same batch handed over again. */
export type BatchHandler = (records: readonly StreamRecord[]) => Promise<void>;

export interface Subscription {
  /**
   * Asks for no further batch, waits for the one in hand and for its position to be kept, then
   * resolves. Safe to call twice.
   */
  stop(): Promise<void>;
}

export interface SubscribeOptions {
  /** The most records in one batch, >= 1. */
  readonly maxBatch: number;
  /**
   * The most batches in hand at a time, >= 1, so that one can be worked on while another waits for
   * an engine. No two of them hold records of the same key. Default 1. An implementer may hand out
   * fewer.
   */
  readonly maxInHand?: number;
  /**
   * Called with each error of handler or engine, before the batch is tried again. Not the
   * implementer's job: giving a batch up. A handler that can not use a record sets it aside itself.
   */
  readonly onError?: (error: unknown) => void;
}

export interface EventStream {
  /**
   * Appends events, those of one key in the order given and after those of earlier calls. Resolves
   * once all of them survive the death of this process. When it rejects, or the process dies, some
   * may have been appended, but of each key none without those before it in the call: who appends all
   * again has every event in its order. Not the implementer's job: noticing that an event was
   * appended before.
   */
  append(topic: string, events: readonly StreamEvent[]): Promise<void>;

  /**
   * Hands a group its records from where it last got to (from the beginning for a new group), no more
   * than `maxInHand` batches at a time. After a crash those in hand may come again, whole or in part.
   */
  subscribe(
    topic: string,
    group: string,
    handler: BatchHandler,
    options: SubscribeOptions,
  ): Promise<Subscription>;

  /** How many records of the topic the group has not got past; 0 when it is up to date. */
  lag(topic: string, group: string): Promise<number>;
}
