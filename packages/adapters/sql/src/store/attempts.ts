/** The last attempts of a delivery in one column: JSON texts, newest first. */
import { keptAttempts, type AttemptRecord } from '@herkomst/runtime';
import { holdText, releaseText, separator } from '../held-text.ts';

export function holdAttempt({ at, outcome, status, error, durationMs }: AttemptRecord): string {
  return holdText(JSON.stringify({ at, outcome, status, error, durationMs }));
}

export function releaseAttempts(held: string | null): readonly AttemptRecord[] {
  if (held === null) return [];
  return held.split(separator).map((one) => JSON.parse(releaseText(one)) as AttemptRecord);
}

/** An expression: what is known with one more in front; as it was where the new one is null. */
export function addAttempt(added: string, known: string): string {
  const all = `string_to_array(concat_ws(E'\\x1e', ${added}::text, ${known}), E'\\x1e')`;
  return `nullif(array_to_string((${all})[1:${keptAttempts}], E'\\x1e'), '')`;
}
