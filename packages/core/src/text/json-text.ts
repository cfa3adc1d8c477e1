/**
 * Writes JSON piece by piece, for the two texts that are written for every event. About twice as
 * fast as JSON.stringify on small objects, because nothing has to be looked up or checked.
 */

/** No quote, backslash, control character or anything outside ASCII: stands as it is. */
const plain = /^[ !#-[\]-~]*$/;

export function quote(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

export function quoteAll(texts: readonly string[]): string {
  return list(texts, quote);
}

export function list<Value>(values: readonly Value[], write: (value: Value) => string): string {
  const [first] = values;
  if (first === undefined) return '[]';
  let out = `[${write(first)}`;
  for (let index = 1; index < values.length; index += 1) out += `,${write(values[index] as Value)}`;
  return `${out}]`;
}

/** `,"name":value`, or nothing for an absent one. */
export function optional(name: string, value: string | undefined): string {
  return value === undefined ? '' : `,"${name}":${quote(value)}`;
}
