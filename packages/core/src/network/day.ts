/** Dates as whole days since 1970-01-01, so that a million of them fit in an array and subtract. */

/** Stands for a date that is not known. */
export const noDay = -0x80000000;

const msPerDay = 86_400_000;

/** 'YYYY-MM-DD' as days; `noDay` when absent. Throws a RangeError for what is no date. */
export function dayOf(date: string | undefined): number {
  if (date === undefined) return noDay;
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 2);
  const day = digits(date, 8, 2);
  const shaped = date.length === 10 && date[4] === '-' && date[7] === '-';
  if (!shaped || !(month >= 1 && month <= 12) || !(day >= 1 && day <= daysIn(year, month))) {
    throw new RangeError(`"${date}" is no date such as "2026-03-01"`);
  }
  return daysFromCivil(year, month, day);
}

/** NaN when any is no digit. Read by hand: a load reads millions. */
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Counts in years that begin on 1 March, so that a leap day falls at the end. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function dateOf(day: number): string | undefined {
  return day === noDay ? undefined : new Date(day * msPerDay).toISOString().slice(0, 10);
}
