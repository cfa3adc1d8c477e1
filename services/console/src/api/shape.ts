/** Reads members out of JSON that is not ours. */

/** Throws when it is not there or no text. */
export function textOf(given: unknown, name: string): string {
  const value: unknown =
    typeof given === 'object' && given !== null ? Reflect.get(given, name) : undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`the answer has no "${name}"`);
}
