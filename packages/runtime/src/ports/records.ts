/** What more than one part of the store speaks of. */

/** Something that must be told to receivers; written with its cause, relayed afterwards. */
export interface OutboxEntry {
  readonly outboxId: string;
  /** CloudEvents type. */
  readonly type: string;
  /** CloudEvents as JSON text. */
  readonly document: string;
}

export interface DeadLetter {
  /** Derived from origin and bytes: adding it again changes nothing. */
  readonly deadLetterId: string;
  /** Where it came from: a file, an address, a stream. */
  readonly origin: string;
  /** Line, array index or offset within the origin; null when it has none. */
  readonly position: string | null;
  /** A stable word for the kind of fault: 'invalid-json', 'schema', 'event-id-reused'. */
  readonly code: string;
  /** What is wrong, in a sentence. */
  readonly reason: string;
  /** JSON path or column of the fault; null when the whole is at fault. */
  readonly path: string | null;
  /** The bytes as they came. */
  readonly original: Uint8Array;
  readonly receivedAt: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Pass as `after` for the next page; null when this is the last. */
  readonly next: string | null;
}

export interface PageRequest {
  readonly limit: number;
  readonly after?: string;
}
