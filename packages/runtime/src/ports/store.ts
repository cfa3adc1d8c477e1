/**
 * The system of record: which events had their effect, what was found, what must be delivered.
 *
 * All decisions are made by the runtime, in pure functions. An implementer reads, writes and keeps
 * transactions whole; it never decides what supersedes what.
 */
import type { DeliveryLog } from './delivery-log.ts';
import type { DeadLetter, OutboxEntry, Page, PageRequest } from './records.ts';
import type { SearchEntry } from './search-store.ts';

export type { DeadLetter, OutboxEntry, Page, PageRequest };

/** A declared event's own identity, as CloudEvents gives it. */
export interface EventKey {
  readonly source: string;
  readonly id: string;
}

/**
 * One thread of declarations: an entry summary does not supersede a manifest, nor one sender's
 * declaration another's, or a sender could talk an alert away.
 */
export interface ShipmentKey {
  readonly source: string;
  readonly shipmentId: string;
  readonly declarationKind: string;
}

export interface SeenEvent extends EventKey {
  /** Digest of the declared data, to tell a redelivery from a reused id. */
  readonly digest: string;
}

/** The declaration that stands now for a shipment key. */
export interface ShipmentHead extends ShipmentKey {
  /** 1 for the first declaration of this key; grows by one with each that is stored. */
  readonly version: number;
  readonly digest: string;
  /** The event's own time, when it gave one. */
  readonly eventTime: string | null;
  readonly assessmentHash: string;
  /** The alert that stands, or null when there is none. */
  readonly alertId: string | null;
}

export interface StoredAssessment extends ShipmentKey {
  readonly version: number;
  readonly eventId: string;
  readonly assessmentHash: string;
  readonly verdict: string;
  readonly score: number;
  /** False for a declaration that was already overtaken when it arrived. */
  readonly current: boolean;
  readonly assessedAt: string;
  /** The assessment as JSON text. */
  readonly assessment: string;
  /** The declared shipment as JSON text. */
  readonly shipment: string;
}

export interface StoredAlert extends ShipmentKey {
  readonly alertId: string;
  readonly version: number;
  readonly severity: string;
  readonly score: number;
  readonly raisedAt: string;
  /** The alert that took this one's place or the event that withdrew it; null while it stands. */
  readonly supersededBy: string | null;
  /** The alert event (CloudEvents) as JSON text. */
  readonly document: string;
}

/** A dead letter as it is kept. */
export interface KeptDeadLetter extends DeadLetter {
  /** When it was last handed in again and taken; null while nobody did. */
  readonly replayedAt: string | null;
}

export interface ScreeningKeys {
  readonly events: readonly EventKey[];
  readonly shipments: readonly ShipmentKey[];
}

export interface ScreeningKnown {
  /** Those of the asked events that had their effect already. */
  readonly events: readonly SeenEvent[];
  /** The heads of the asked shipments; a shipment not seen before has none. */
  readonly heads: readonly ShipmentHead[];
}

export interface ScreeningWrites {
  readonly events: readonly SeenEvent[];
  /** Inserted, or replacing the head of the same key. */
  readonly heads: readonly ShipmentHead[];
  readonly assessments: readonly StoredAssessment[];
  readonly alerts: readonly StoredAlert[];
  /** Alerts that stand no more. May name alerts of this same batch. */
  readonly superseded: readonly { readonly alertId: string; readonly by: string }[];
  readonly outbox: readonly OutboxEntry[];
  readonly deadLetters: readonly DeadLetter[];
  /** How the assessments are found; one that has no entry here is not. */
  readonly search?: readonly SearchEntry[];
}

/** RFC 3339 in UTC with milliseconds, as a Clock gives it. */
export interface Period {
  /** The first moment of it; null for no beginning. */
  readonly from: string | null;
  /** The first moment after it; null for no end. */
  readonly to: string | null;
}

export interface StoreCounts {
  readonly events: number;
  readonly assessments: number;
  readonly byVerdict: Readonly<Record<string, number>>;
  readonly alerts: number;
  readonly standingAlerts: number;
  readonly deadLetters: number;
  /** Outbox entries not yet relayed. */
  readonly unrelayed: number;
  /** Deliveries taken. */
  readonly deliveries: number;
  /** Deliveries relayed and neither taken nor given up. */
  readonly dueDeliveries: number;
}

export interface Store extends DeliveryLog {
  /**
   * One transaction: reads what is known of the keys, calls `decide` with it, writes what it
   * returns and resolves to that. All or nothing. `decide` is pure and may be called again when
   * the engine asks for a retry. Rejects with the code 'screening-conflict' when another transaction
   * took effect on the same keys in between, or when an event, a version, an alert or an outbox
   * entry to be written is stored already; the caller hands the batch in again. Not the implementer's job: order, doubles or
   * supersession, which `decide` settles.
   */
  screen(
    keys: ScreeningKeys,
    decide: (known: ScreeningKnown) => ScreeningWrites,
  ): Promise<ScreeningWrites>;

  /** Adds letters, all or none; one whose id is known already is left as it was. */
  addDeadLetters(letters: readonly DeadLetter[]): Promise<void>;

  /** Newest first. */
  deadLetters(page: PageRequest): Promise<Page<KeptDeadLetter>>;

  /** Null when no letter has this id. */
  deadLetter(deadLetterId: string): Promise<KeptDeadLetter | null>;

  /** Notes that a letter was handed in again; one that is unknown is no error. */
  markReplayed(deadLetterId: string, at: string): Promise<void>;

  /** The oldest entries not marked relayed, oldest first; empty when all are. Takes no lock. */
  unrelayed(limit: number): Promise<readonly OutboxEntry[]>;

  /** Null when no entry has this id. */
  outboxEntry(outboxId: string): Promise<OutboxEntry | null>;

  /** Newest first. */
  alerts(page: PageRequest): Promise<Page<StoredAlert>>;

  /** Null when no alert has this id. */
  alert(alertId: string): Promise<StoredAlert | null>;

  /** Versions of one shipment key, newest first; empty when it is unknown. */
  assessments(key: ShipmentKey): Promise<readonly StoredAssessment[]>;

  /** Keys under which a sender's shipment id is known, in no order; empty when none knows it. */
  shipmentKeys(shipmentId: string): Promise<readonly ShipmentKey[]>;

  /** Assessments by the time they were made, oldest first, each once while more are stored. */
  history(period: Period, page: PageRequest): Promise<Page<StoredAssessment>>;

  /** A moment's view for people and tests; exact, but not cheap. */
  counts(): Promise<StoreCounts>;
}
