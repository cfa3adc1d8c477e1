/**
 * Digests, without bringing a cryptographic library into core: the function is handed in with the
 * rulebook, so that core stays free of platform modules and its users choose the fastest one.
 */

/** SHA-256 over the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

/**
 * JSON with object keys in code-point order at every depth and absent members left out, so that
 * equal values give equal bytes whatever order they were built in.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    const keys = Object.keys(member);
    if (isSorted(keys)) return member;
    return Object.fromEntries(keys.toSorted().map((key) => [key, Reflect.get(member, key)]));
  });
}

function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index += 1) {
    if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return false;
  }
  return true;
}
