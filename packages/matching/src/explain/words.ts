/** Small helpers for the sentences of an explanation. */
import type { ParsedName, PartClass } from '../parse/parsed.ts';

export const quoted = (text: string): string => `'${text}'`;

/** The words of a name that were read as one class, as they stand. */
export const textOf = (name: ParsedName, partClass: PartClass): string =>
  name.parts
    .filter((part) => part.partClass === partClass)
    .map((part) => part.text)
    .join(' ');

/** The printed labels of those words, each once. */
export const labelsOf = (name: ParsedName, ...classes: readonly PartClass[]): string[] => [
  ...new Set(
    name.parts.filter((part) => classes.includes(part.partClass)).map((part) => part.label),
  ),
];
