/** What the headings of the Harmonized System are called: for explaining, not for classifying. */
import { readShipped } from './shipped.ts';

export interface Headings {
  readonly edition: string;
  readonly version: string;
  readonly url: string;
  /** By code of 2, 4 or 6 digits: all chapters and headings, and the subheadings our lists cite. */
  readonly headings: Readonly<Record<string, string>>;
}

export async function loadHeadings(): Promise<Headings> {
  return (await readShipped('hs/headings.json')) as Headings;
}

/** The finest description of a code, and the digits it is of; null for a code that is not there. */
export function describeCode(
  { headings }: Headings,
  code: string,
): { readonly code: string; readonly description: string } | null {
  for (let length = Math.min(code.length, 6); length >= 2; length -= 1) {
    const description = headings[code.slice(0, length)];
    if (description !== undefined) return { code: code.slice(0, length), description };
  }
  return null;
}
