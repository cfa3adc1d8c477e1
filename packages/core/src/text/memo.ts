/**
 * Remembers the results of a pure function for the keys met lately, within a fixed amount of memory.
 *
 * Two generations: a key met again moves to the young one; when that is full the old one goes. So
 * the busy keys stay, and neither a clock nor a list of uses is needed.
 */

export interface Memo<Value> {
  /** The remembered value, else the made one, which is then remembered. */
  get(key: string, make: () => Value): Value;
  /** The remembered value; undefined when there is none. */
  find(key: string): Value | undefined;
  /** Remembers a value, and gives it back. */
  keep(key: string, value: Value): Value;
}

/** Holds at least `size` and at most twice as many values. */
export function createMemo<Value>(size: number): Memo<Value> {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`expected a memo of one value or more, got ${size}`);
  }
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();

  function keep(key: string, value: Value): Value {
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  }

  function find(key: string): Value | undefined {
    const known = young.get(key);
    if (known !== undefined) return known;
    const aged = old.get(key);
    return aged === undefined ? undefined : keep(key, aged);
  }

  return { find, keep, get: (key, make) => find(key) ?? keep(key, make()) };
}
