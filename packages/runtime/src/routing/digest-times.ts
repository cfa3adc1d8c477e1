/** When the next digest is sent. */
import type { DigestTimes, WallTime } from './policy.ts';
import { nextWallTime } from './wall-clock.ts';

/** The first of its times after `at`, in milliseconds since 1970. */
export function nextDigest({ timeZone, at: times }: DigestTimes, at: number): number {
  return Math.min(...times.map((minute) => nextWallTime(at, minute, timeZone)));
}

/** Every so many hours, counted from midnight. @param hours divides 24. */
export function everyHours(hours: number): readonly WallTime[] {
  return Array.from({ length: 24 / hours }, (_, index) => index * hours * 60);
}
