/**
 * Names of others that stand within a party's name or address. An agent writes who it acts for,
 * 'HAIFENG TRADING O/B LOP HAIR CO', and an address says whose works it is; the list is asked about
 * those too.
 */
import type { ShipmentParty } from '../shipment/schema.ts';

/** What stands between the one who acts and the one acted for. */
const actsFor = new RegExp(
  [
    String.raw`\b(?:o\s?\/\s?b(?:\s?\/?o)?|c\s?\/\s?o|i\s?\/\s?o|f\s?\/\s?a\s?\/\s?o|a\s?\/\s?c(?:\s+of)?|obo|fao)\b`,
    String.raw`\b(?:(?:for\s+and\s+)?on\s+behalf\s+of|for\s+(?:the\s+)?account\s+of|by\s+order\s+of|in\s+care\s+of|care\s+of)\b`,
    String.raw`\b(?:as\s+)?(?:sole\s+)?agents?\s+(?:for|of)\b`,
    String.raw`\b(?:factory|works|plant|mill|manufacturer|maker|producer|shipper)\s*(?::|\bof\b)`,
    String.raw`\b(?:made|produced|manufactured)\s+by\b`,
    String.raw`\(\s*for\b`,
    String.raw`(?:namens|voor\s+rekening\s+van)\b`,
    '代表|受.{0,4}委托|委托方[:：]?|生产商[:：]?|制造商[:：]?',
  ].join('|'),
  'giu',
);

/** Fewer letters than this name nobody. */
const leastLetters = 4;

/** The parts of a text around the words for acting for another; none where there are no such words. */
export function namesWithin(text: string): readonly string[] {
  const parts = text.split(actsFor);
  if (parts.length === 1) return [];
  return parts
    .map((part) =>
      part.replaceAll(/^[\s,;:()/-]+|[\s,;:(/-]+$/gu, '').replace(/^([^(]*)\)$/u, '$1'),
    )
    .filter((part) => part.replaceAll(/[^\p{L}]/gu, '').length >= leastLetters);
}

/** All that stand within a party's names and address lines. */
export function namesWithinParty({ name, otherNames, address }: ShipmentParty): readonly string[] {
  const texts = [name, ...otherNames, ...(address?.lines ?? [])];
  return [...new Set(texts.flatMap(namesWithin))];
}

/** Path within the party of the text that holds a name: 'otherNames[1]'. */
export function pathOfName({ name, otherNames, address }: ShipmentParty, part: string): string {
  const other = otherNames.indexOf(part);
  if (other !== -1) return `otherNames[${other}]`;
  if (name.includes(part)) return 'name';
  const holding = otherNames.findIndex((text) => text.includes(part));
  if (holding !== -1) return `otherNames[${holding}]`;
  const line = address?.lines.findIndex((text) => text.includes(part)) ?? -1;
  return line === -1 ? 'name' : `address.lines[${line}]`;
}
