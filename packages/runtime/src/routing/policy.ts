/** What a receiver wants to be told of, and when. Whoever has no such rules is told of all at once. */
import type { Severity } from '@herkomst/core';
import type { WorkLimit } from '../ports/job-queue.ts';

/** A time of day as a clock on the wall shows it, in minutes from midnight: 22:30 is 1350. */
export type WallTime = number;

/** 0 is Sunday, as dates have it. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface DeliveryFilter {
  /** The least severity to be told of; null for any. */
  readonly severity: Severity | null;
  /** Regimes of which one must be at issue; null for any. */
  readonly regimes: readonly string[] | null;
  /** Of which the goods must hold one; null for any. */
  readonly commodities: readonly CommodityFilter[] | null;
  /** CloudEvents sources of the declaration; null for any. */
  readonly sources: readonly string[] | null;
}

/** Goods go by their declared code, or by what the assessment took them for. */
export interface CommodityFilter {
  /** As people wrote it: '6704', 'cotton'. */
  readonly name: string;
  readonly hsPrefixes: readonly string[];
  /** Titles under which determinations and findings speak of it. */
  readonly titles: readonly string[];
}

export interface QuietHours {
  /** IANA: 'Europe/Amsterdam'. */
  readonly timeZone: string;
  /** From the first to before the second, past midnight where it is the earlier; null for none. */
  readonly daily: { readonly from: WallTime; readonly to: WallTime } | null;
  /** Days that are quiet from midnight to midnight. */
  readonly days: readonly Weekday[];
  /** Alerts of at least this severity are told at once all the same; null for none. */
  readonly unless: Severity | null;
}

export interface DigestTimes {
  readonly timeZone: string;
  /** When digests are sent, each day. */
  readonly at: readonly WallTime[];
  /** Alerts of at least this severity do not wait for the digest; null for none. */
  readonly unless: Severity | null;
}

export interface DeliveryPolicy {
  readonly filter: DeliveryFilter;
  readonly quietHours: QuietHours | null;
  readonly digest: DigestTimes | null;
  readonly rateLimit: WorkLimit | null;
}

export const noFilter: DeliveryFilter = {
  severity: null,
  regimes: null,
  commodities: null,
  sources: null,
};

export const everythingAtOnce: DeliveryPolicy = {
  filter: noFilter,
  quietHours: null,
  digest: null,
  rateLimit: null,
};
