/**
 * A case: all alerts about one supplying party and one commodity, and what people decided on them.
 *
 * There is one case for each pair, for as long as the house stands: a new alert joins it, and opens
 * it again when it was decided.
 */
import type { Determination, Severity } from '@herkomst/core';

/** Who acts, as the door that let them in knows them. */
export const roles = ['viewer', 'analyst', 'lead', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface Actor {
  /** A service is a key or a worker that nobody in particular stands behind. */
  readonly kind: 'person' | 'service';
  /** The same for one person, by whatever door: four-eyes compares it. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export type Person = Pick<Actor, 'id' | 'name'>;

/**
 * 'open': nobody has taken it up. 'in-progress': somebody has. 'awaiting-evidence': the supplier was
 * asked. 'awaiting-approval': a decision was proposed that needs a second person. 'decided': no
 * more than the goods held, or nothing, is left to do.
 */
export const caseStatuses = [
  'open',
  'in-progress',
  'awaiting-evidence',
  'awaiting-approval',
  'decided',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** 'hold' and 'request-evidence' settle things for now, the others for good. */
export const decisionKinds = [
  'release',
  'hold',
  'request-evidence',
  'end-relationship',
  'report',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** An entry of a list, by the list's own name for it. */
export interface ListEntryName {
  readonly list: string;
  readonly entry: string;
}

export interface CaseParty {
  /** Same key, same party; see `partyOf`. */
  readonly key: string;
  /** As declared by the first alert. */
  readonly name: string;
  /** ISO 3166-1; null when not declared. */
  readonly country: string | null;
  /** The list entry it surely is; null when it is none or that is open. */
  readonly entity: ListEntryName | null;
}

export interface CaseCommodity {
  /** 'sector:Cotton' or 'hs:6704'; see `commodityOf`. */
  readonly key: string;
  readonly title: string;
}

export interface Deadline {
  /** 'us-uflpa', 'us-cbp-wro', or 'arrival' for the shipment's own. */
  readonly clock: string;
  /** RFC 3339 in UTC with milliseconds. */
  readonly dueAt: string;
  readonly alertId: string;
  /** What it counts from, in a sentence. */
  readonly basis: string;
}

/** Something that a regime at issue would have shown, of goods like these. */
export interface AskedDocument {
  /** Derived from what is asked: the same in all cases. */
  readonly id: string;
  readonly regime: string;
  /** What the list is for: 'Cotton'. */
  readonly commodity: string;
  readonly title: string;
}

/** A regime that applies to an alert or is indicated, and the time it gives. */
export type RegimeAtIssue = Pick<Determination, 'regime' | 'status' | 'clock'>;

export interface Proposal {
  readonly decision: DecisionKind;
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
}

/** The last decision, in short. */
export interface DecisionSummary {
  readonly number: number;
  readonly decision: DecisionKind;
  readonly by: Person;
  readonly at: string;
  readonly approvedBy: Person | null;
}

export interface CaseRecord {
  readonly tenant: string;
  readonly caseId: string;
  /** 1 when opened; grows by one with each change. */
  readonly version: number;
  readonly party: CaseParty;
  readonly commodity: CaseCommodity;
  readonly status: CaseStatus;
  /** Whether it is on the queue: true unless it was decided for good. */
  readonly active: boolean;
  /** Of the alerts that are live, the highest; of the last one that was when none is. */
  readonly severity: Severity;
  readonly score: number;
  /** Id of the person who has it; null when nobody. */
  readonly assignee: string | null;
  readonly openedAt: string;
  readonly changedAt: string;
  /** Alerts that are open or held. */
  readonly liveAlerts: number;
  readonly alerts: number;
  /** The soonest of each clock, soonest first; empty when no alert is live. */
  readonly deadlines: readonly Deadline[];
  /** All that its alerts asked for so far. */
  readonly asked: readonly AskedDocument[];
  /** Present while the status is 'awaiting-approval', and only then. */
  readonly proposal: Proposal | null;
  readonly decision: DecisionSummary | null;
  readonly timesReopened: number;
}

/**
 * 'open': to be decided. 'held': its goods are held, to be decided for good. 'closed': decided.
 * 'superseded', 'withdrawn': a corrected declaration took its place or took it back. 'suppressed':
 * it rests on matches that were signed off as wrong.
 */
export const alertStandings = [
  'open',
  'held',
  'closed',
  'superseded',
  'withdrawn',
  'suppressed',
] as const;
export type AlertStanding = (typeof alertStandings)[number];

/** An alert in its case. The alert itself is in the store of screening. */
export interface CaseAlert {
  readonly tenant: string;
  readonly alertId: string;
  readonly caseId: string;
  readonly source: string;
  readonly shipmentId: string;
  readonly declarationKind: string;
  /** Version of the declaration that it was raised on. */
  readonly version: number;
  readonly severity: Severity;
  readonly score: number;
  readonly raisedAt: string;
  readonly joinedAt: string;
  readonly regimes: readonly RegimeAtIssue[];
  /** In UTC; null when not declared. */
  readonly estimatedArrivalAt: string | null;
  /** When customs detained the goods, as a person recorded it; null until then. */
  readonly detainedAt: string | null;
  readonly standing: AlertStanding;
  /**
   * What gave it its standing: the number of the decision, the alert or event that came instead,
   * the suppression; null while open.
   */
  readonly standingBy: string | null;
  /** Findings of it that a suppression covers, be it suppressed whole or not. */
  readonly suppressed: readonly { readonly findingId: string; readonly suppressionId: string }[];
}

/** An alert that fell before it came to the cases: whoever is told of it later must know. */
export interface AlertEnd {
  readonly tenant: string;
  readonly alertId: string;
  readonly kind: 'superseded' | 'withdrawn';
  readonly by: string;
  readonly at: string;
}

export interface CaseDecision {
  readonly tenant: string;
  readonly caseId: string;
  /** 1 for the case's first. */
  readonly number: number;
  readonly decision: DecisionKind;
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
  /** The second person; null where the policy asks for none. */
  readonly approvedBy: Person | null;
  readonly approvedAt: string | null;
  /** The alerts that were live, oldest first. */
  readonly alertIds: readonly string[];
}

/** What is known of a document; its bytes are kept by whoever took them in. */
export interface CaseDocument {
  readonly tenant: string;
  readonly caseId: string;
  /** Derived from case, digest and what it answers: attaching it again is seen. */
  readonly documentId: string;
  /** The asked document it answers, see `CaseRecord.asked`; null for any other. */
  readonly asked: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly note: string | null;
  readonly attachedBy: Person;
  readonly attachedAt: string;
}

export function isLive(alert: CaseAlert): boolean {
  return alert.standing === 'open' || alert.standing === 'held';
}

/** Of determinations, those that a deadline, a document or a second person hangs on. */
export function isAtIssue({ status }: Pick<Determination, 'status'>): boolean {
  return status === 'applies' || status === 'indicated';
}
