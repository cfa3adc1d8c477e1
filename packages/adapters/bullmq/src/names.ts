/**
 * Names of ours as names BullMQ takes: it refuses colons, and ids that read as integers. Two names
 * never become one.
 */
import { sha256 } from '@herkomst/runtime';

/** Beyond this a name is digested: engines limit their keys, PostgreSQL's index to 2.7 kB. */
const longest = 400;

/** `j.` and the name, each UTF-16 unit that is no letter, digit, dot or hyphen as `_` and its hex. */
export function encodeName(name: string): string {
  const encoded = name.replaceAll(
    /[^A-Za-z0-9.-]/g,
    (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return encoded.length <= longest ? `j.${encoded}` : `d.${sha256(encoded)}`;
}
