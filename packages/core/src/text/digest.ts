/**
 * Digests, without bringing a cryptographic library into core: the function is handed in with the
 * rulebook, so that core stays free of platform modules and its users choose the fastest one.
 */

/** SHA-256 over the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

/**
 * JSON with object keys in order of UTF-16 units at every depth and absent members left out, so
 * that equal values give equal bytes whatever order they were built in. For plain JSON values.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).toSorted()) {
    const member: unknown = Reflect.get(value, key);
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}
