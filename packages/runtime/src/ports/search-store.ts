/**
 * What assessments and alerts are found by. Each assessment is a document with a number, filed under
 * terms ('p:haolin', 'g:6704', 'r:us-uflpa') in the transaction that stores it: see `search` of
 * ScreeningWrites. What terms there are, and what a question asks of them, the runtime decides.
 */
import type { DocumentSet } from '../search/document-set.ts';
import type { EventKey, ShipmentKey, StoredAssessment } from './store.ts';

/** What is kept of an assessment for search, beside the assessment itself. */
export interface SearchFacts {
  readonly severity: string;
  /** The alert it raised; null where it raised none. */
  readonly alertId: string | null;
  /** RFC 3339 in UTC with milliseconds. */
  readonly arrivalAt: string | null;
  /** Greater for the alert to be looked at first. */
  readonly risk: number;
  /** What it is about, as JSON text. */
  readonly subject: string;
}

/** Names the assessment by its key and version. */
export interface SearchEntry extends ShipmentKey, SearchFacts {
  readonly version: number;
  /** Each once. */
  readonly terms: readonly string[];
}

export interface FoundRow extends SearchFacts, Omit<StoredAssessment, 'assessment' | 'shipment'> {
  readonly document: number;
  /** What took the alert's place or withdrew it; null while it stands, or where there is none. */
  readonly supersededBy: string | null;
}

/**
 * 'time': last assessed first. 'risk': most first. 'arrival': soonest first, those without last.
 * Ties, the document stored last first.
 */
export type SearchOrder = 'time' | 'risk' | 'arrival';

/** Where a document stands in an order. */
export interface Rank {
  readonly document: number;
  /** Of 'time' and 'arrival' the time, of 'risk' the number; all as text. */
  readonly key: string;
}

export interface Bounds {
  /** First moment of assessment. */
  readonly from?: string;
  /** First moment after. */
  readonly to?: string;
  readonly minScore?: number;
  readonly maxScore?: number;
  readonly minRisk?: number;
  /** The first above. */
  readonly maxRisk?: number;
}

/** Something told of an alert, in the order in which it became known to readers. */
export interface FeedEntry {
  /** Opaque; grows along the feed. */
  readonly cursor: string;
  readonly outboxId: string;
  /** CloudEvents type. */
  readonly type: string;
  /** CloudEvents as JSON text. */
  readonly document: string;
}

export interface SearchStore {
  /** The documents filed under each term; a term without any is left out. */
  documentsWith(terms: readonly string[]): Promise<ReadonlyMap<string, DocumentSet>>;

  /** All terms that begin so, in code-point order. */
  termsFrom(prefix: string): Promise<readonly string[]>;

  /**
   * Up to `limit` ranks after one, in order, of what is within the bounds. 'risk' and 'arrival'
   * are orders of alerts only.
   */
  walk(
    order: SearchOrder,
    alertsOnly: boolean,
    bounds: Bounds,
    after: Rank | null,
    limit: number,
  ): Promise<readonly Rank[]>;

  /** Where documents stand in an order, in no order; those out of bounds or not there are left out. */
  ranks(order: SearchOrder, bounds: Bounds, documents: readonly number[]): Promise<readonly Rank[]>;

  /** In the order asked for; documents that are not there are left out. */
  rows(documents: readonly number[]): Promise<readonly FoundRow[]>;

  /** Null when no alert has this id. */
  rowOfAlert(alertId: string): Promise<FoundRow | null>;

  /** The events of alerts (CloudEvents, JSON text), by their ids; those unknown are left out. */
  alertDocuments(alertIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** The documents of alerts, in no order; those unknown are left out. */
  numbersOfAlerts(alertIds: readonly string[]): Promise<readonly number[]>;

  /** How many of the events had their effect, and on how many of the shipments an alert stands. */
  effects(
    events: readonly EventKey[],
    shipments: readonly ShipmentKey[],
  ): Promise<{ readonly events: number; readonly alerts: number }>;

  /** Of one shipment key, newest version first. */
  rowsOfShipment(key: ShipmentKey): Promise<readonly FoundRow[]>;

  /**
   * Files up to `limit` of the assessments that were stored without an entry, in one transaction, and
   * resolves to how many; 0 when none is left that nobody else has in hand. An alert that the entry
   * names and that was never raised is left out of it. `toEntry` is pure.
   */
  fileUnfiled(limit: number, toEntry: (stored: StoredAssessment) => SearchEntry): Promise<number>;

  /**
   * What was told of alerts, oldest first, each once: what a reader has been given a cursor for
   * stays before all that comes later, however transactions end. Null begins at the beginning.
   * Rejects with the code 'invalid-page' for a cursor that no feed gave out.
   */
  feed(after: string | null, limit: number): Promise<readonly FeedEntry[]>;

  /** The cursor after all that is there now; null when nothing is. */
  feedEnd(): Promise<string | null>;
}
