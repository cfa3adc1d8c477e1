/**
 * Times as clocks on walls show them, by the rules of a place: what is quiet, or due at eight, is so
 * by the local clock, also on the days on which that is set forward or back.
 */
import type { WallTime, Weekday } from './policy.ts';

export interface WallMoment {
  /** Days from 1 January 1970 of the local calendar. */
  readonly day: number;
  readonly weekday: Weekday;
  readonly minute: WallTime;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Making one costs more than all else here. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** False for what the platform has no rules for. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** @param at milliseconds since 1970, UTC. */
export function wallMoment(at: number, timeZone: string): WallMoment {
  const local = localTime(at, timeZone);
  const day = Math.floor(local / dayMs);
  return {
    day,
    // 1 January 1970 was a Thursday.
    weekday: ((((day + 4) % 7) + 7) % 7) as Weekday,
    minute: Math.floor((local - day * dayMs) / minuteMs),
  };
}

/**
 * The first moment after `at` at which the local clock comes to `minute`, in milliseconds. Where the
 * clock is set forward over it, that is when it is set; where it is shown twice, each time counts.
 */
export function nextWallTime(at: number, minute: WallTime, timeZone: string): number {
  const { day } = wallMoment(at, timeZone);
  const moments = [-1, 0, 1, 2]
    .flatMap((days) => momentsOf((day + days) * dayMs + minute * minuteMs, timeZone))
    .filter((moment) => moment > at);
  return Math.min(...moments);
}

/** The moments at which the local clock comes to a local time: one, or two when it is set back. */
function momentsOf(local: number, timeZone: string): number[] {
  const offsets = new Set([-dayMs, dayMs].map((ms) => offsetAt(local + ms, timeZone)));
  const shown = [...offsets]
    .map((offset) => local - offset)
    .filter((moment) => localTime(moment, timeZone) === local);
  return shown.length > 0 ? shown : [clockSetAfter(local, [...offsets], timeZone)];
}

/** The local time was left out: the moment from which the clock shows a later one. */
function clockSetAfter(local: number, offsets: readonly number[], timeZone: string): number {
  let before = local - Math.max(...offsets);
  let after = local - Math.min(...offsets);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localTime(middle, timeZone) < local) before = middle;
    else after = middle;
  }
  return after;
}

function offsetAt(at: number, timeZone: string): number {
  return localTime(at, timeZone) - at;
}

/** What the local clock and calendar show, as if it were UTC. */
function localTime(at: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const milliseconds = ((at % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + milliseconds;
}
