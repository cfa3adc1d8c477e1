/**
 * What a database needs now and then: places for the documents of months to come, and old records
 * let go. To be run at the start and daily; twice, or in two processes at once, does no harm.
 */
import type { SqlDatabase } from '../database.ts';
import { addMonths } from './months.ts';
import { dropOldRecords, type DroppedRecords } from './old-records.ts';
import { dropReadRecords } from './read-records.ts';

export interface Retention {
  /**
   * How long events, assessments, alerts, deliveries and dead letters are kept, in days; null for
   * ever. Assessments go by the month, so up to a month later than the rest.
   */
  readonly recordDays: number | null;
  /** How long records of the stream stay that all groups have got past, in days; null for ever. */
  readonly streamDays: number | null;
}

export interface Upkeep {
  readonly monthsAdded: readonly string[];
  /** Null when records are kept for ever. */
  readonly dropped: DroppedRecords | null;
  readonly streamRecordsDropped: number;
}

const monthsAhead = 2;
const dayMs = 86_400_000;

// Any number will do as long as all releases use the same.
const advisoryLock = '7203941386';

/** @param now tells ages. Rejects as the database does; what was done until then stays done. */
export async function keepUp(
  database: SqlDatabase,
  { recordDays, streamDays }: Retention,
  now: Date,
): Promise<Upkeep> {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  const monthsAdded = await database.transaction(async (session) => {
    await session.query('select pg_advisory_xact_lock($1::text::bigint)', [advisoryLock]);
    return addMonths(session, now, monthsAhead);
  });
  return {
    monthsAdded,
    dropped: recordDays === null ? null : await dropOldRecords(database, ago(recordDays)),
    streamRecordsDropped:
      streamDays === null ? 0 : await dropReadRecords(database, ago(streamDays)),
  };
}
