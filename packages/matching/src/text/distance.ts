/**
 * How many slips of the hand lie between two spellings: insertions, losses, swaps of neighbours and
 * one letter for another.
 */
const rowLength = 64;
let before2 = new Uint8Array(rowLength);
let before = new Uint8Array(rowLength);
let row = new Uint8Array(rowLength);

/** Optimal string alignment distance, or `limit + 1` once it is certain to be more than `limit`. */
export const slipsBetween = (a: string, b: string, limit: number): number => {
  let from = 0;
  let to = a.length;
  let otherTo = b.length;
  const apart = to > otherTo ? to - otherTo : otherTo - to;
  if (apart > limit) return limit + 1;
  const shorter = Math.min(to, otherTo);
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  while (from < to && from < otherTo && a.charCodeAt(to - 1) === b.charCodeAt(otherTo - 1)) {
    to--;
    otherTo--;
  }
  const n = to - from;
  const m = otherTo - from;
  if (n === 0 || m === 0) return Math.max(n, m);
  if (m >= rowLength || n >= 250) return limit + 1;
  for (let j = 0; j <= m; j++) before[j] = j;
  for (let i = 1; i <= n; i++) {
    row[0] = i;
    let least = i;
    const char = a.charCodeAt(from + i - 1);
    for (let j = 1; j <= m; j++) {
      const other = b.charCodeAt(from + j - 1);
      let value = (before[j - 1] as number) + (char === other ? 0 : 1);
      const lost = (before[j] as number) + 1;
      if (lost < value) value = lost;
      const gained = (row[j - 1] as number) + 1;
      if (gained < value) value = gained;
      if (
        i > 1 &&
        j > 1 &&
        char === b.charCodeAt(from + j - 2) &&
        a.charCodeAt(from + i - 2) === other
      ) {
        const swapped = (before2[j - 2] as number) + 1;
        if (swapped < value) value = swapped;
      }
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    const spare = before2;
    before2 = before;
    before = row;
    row = spare;
  }
  const distance = before[m] as number;
  return distance > limit ? limit + 1 : distance;
};
