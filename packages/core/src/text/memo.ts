/**
 * Remembers the results of a pure function for the keys met lately, within a fixed amount of memory.
 *
 * Two generations: a key met again moves to the young one; when that is full the old one goes. So
 * the busy keys stay, and neither a clock nor a list of uses is needed.
 */

export interface Memo<Key, Value> {
  /** The remembered value, else the made one, which is then remembered. */
  get(key: Key, make: () => Value): Value;
}

/** Holds at least `size` and at most twice as many values. */
export function createMemo<Key extends string | number, Value>(size: number): Memo<Key, Value> {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`expected a memo of one value or more, got ${size}`);
  }
  let young = new Map<Key, Value>();
  let old = new Map<Key, Value>();

  function keep(key: Key, value: Value): Value {
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  }

  return {
    get(key, make) {
      const known = young.get(key);
      if (known !== undefined) return known;
      const aged = old.get(key);
      return keep(key, aged === undefined ? make() : aged);
    },
  };
}
