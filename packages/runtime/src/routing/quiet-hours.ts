/** When a receiver is not to be disturbed, and until when. */
import type { QuietHours } from './policy.ts';
import { nextWallTime, wallMoment } from './wall-clock.ts';

/** @param at milliseconds since 1970. */
export function isQuiet({ timeZone, daily, days }: QuietHours, at: number): boolean {
  const { weekday, minute } = wallMoment(at, timeZone);
  if (days.includes(weekday)) return true;
  if (daily === null) return false;
  const { from, to } = daily;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** A week of quiet days with a night between each has no more ends than this. */
const mostEnds = 32;

/**
 * The first moment from `at` on that is not quiet. Null where none is found: hours that never end
 * keep nothing back.
 */
export function quietUntil(hours: QuietHours, at: number): number | null {
  const { timeZone, daily, days } = hours;
  const ends = [...(daily === null ? [] : [daily.to]), ...(days.length === 0 ? [] : [0])];
  let moment = at;
  for (let tried = 0; tried < mostEnds; tried += 1) {
    if (!isQuiet(hours, moment)) return moment;
    const from = moment;
    moment = Math.min(...ends.map((end) => nextWallTime(from, end, timeZone)));
  }
  return null;
}
