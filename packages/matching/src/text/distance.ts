/**
 * How many slips of the hand lie between two spellings: insertions, losses, swaps of neighbours.
 *
 * Works on the bytes of ASCII terms, so that the index compares without making strings.
 */
const rowLength = 64;
const rows = [new Uint8Array(rowLength), new Uint8Array(rowLength), new Uint8Array(rowLength)];

/** Optimal string alignment distance, or `limit + 1` once it is certain to be more than `limit`. */
export const slips = (
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
  limit: number,
): number => {
  let from = aFrom;
  let otherFrom = bFrom;
  let to = aTo;
  let otherTo = bTo;
  while (from < to && otherFrom < otherTo && a[from] === b[otherFrom]) {
    from++;
    otherFrom++;
  }
  while (from < to && otherFrom < otherTo && a[to - 1] === b[otherTo - 1]) {
    to--;
    otherTo--;
  }
  const n = to - from;
  const m = otherTo - otherFrom;
  const apart = n > m ? n - m : m - n;
  if (apart > limit) return limit + 1;
  if (n === 0 || m === 0) return Math.max(n, m);
  if (m >= rowLength || n >= 250) return limit + 1;
  let before2 = rows[0] as Uint8Array;
  let before = rows[1] as Uint8Array;
  let row = rows[2] as Uint8Array;
  for (let j = 0; j <= m; j++) before[j] = j;
  for (let i = 1; i <= n; i++) {
    row[0] = i;
    let least = i;
    const char = a[from + i - 1];
    for (let j = 1; j <= m; j++) {
      const other = b[otherFrom + j - 1];
      const cost = char === other ? 0 : 1;
      let value = (before[j - 1] as number) + cost;
      const lost = (before[j] as number) + 1;
      if (lost < value) value = lost;
      const gained = (row[j - 1] as number) + 1;
      if (gained < value) value = gained;
      if (i > 1 && j > 1 && char === b[otherFrom + j - 2] && a[from + i - 2] === other) {
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

const encoder = new TextEncoder();

/** The same for strings; for tables and tests. */
export const slipsBetween = (a: string, b: string, limit: number): number => {
  const left = encoder.encode(a);
  const right = encoder.encode(b);
  return slips(left, 0, left.length, right, 0, right.length, limit);
};
