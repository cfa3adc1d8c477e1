/**
 * Look-up by commodity code: what is known of any prefix of the code, and what would be known if
 * the code were longer. A four-digit code on a purchase order may hide a six-digit sector.
 */

export interface PrefixIndex<Value> {
  /** Values one of whose prefixes the code begins with, in the order they were given. */
  readonly covering: (code: string) => readonly Value[];
  /** Values whose prefix is longer than the code and begins with it: the code can not tell. */
  readonly finerThan: (code: string) => readonly Value[];
}

export function indexPrefixes<Value>(
  values: readonly Value[],
  prefixesOf: (value: Value) => readonly string[],
): PrefixIndex<Value> {
  const exact = new Map<string, Set<Value>>();
  const stems = new Map<string, Set<Value>>();
  const rank = new Map(values.map((value, index) => [value, index]));
  for (const value of values) {
    for (const prefix of prefixesOf(value)) {
      addTo(exact, prefix, value);
      for (let length = 2; length < prefix.length; length += 1) {
        addTo(stems, prefix.slice(0, length), value);
      }
    }
  }
  const inOrder = (found: Iterable<Value>): Value[] =>
    [...new Set(found)].toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));

  return {
    covering(code) {
      const found: Value[] = [];
      for (let length = 2; length <= code.length; length += 1) {
        const values = exact.get(code.slice(0, length));
        if (values !== undefined) found.push(...values);
      }
      return found.length > 1 ? inOrder(found) : found;
    },
    finerThan(code) {
      return inOrder(stems.get(code) ?? []);
    },
  };
}

function addTo<Value>(map: Map<string, Set<Value>>, key: string, value: Value): void {
  const present = map.get(key);
  if (present === undefined) map.set(key, new Set([value]));
  else present.add(value);
}
