/** Dates as whole days since 1970-01-01, so that a million of them fit in an array and subtract. */

/** Stands for a date that is not known. */
export const noDay = -0x80000000;

const msPerDay = 86_400_000;

/** 'YYYY-MM-DD' as days; `noDay` when absent. Throws a RangeError for what is no date. */
export function dayOf(date: string | undefined): number {
  if (date === undefined) return noDay;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`"${date}" is no date`);
  const ms = Date.parse(`${date}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date)
    throw new RangeError(`"${date}" is no date`);
  return ms / msPerDay;
}

export function dateOf(day: number): string | undefined {
  return day === noDay ? undefined : new Date(day * msPerDay).toISOString().slice(0, 10);
}
