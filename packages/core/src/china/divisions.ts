/**
 * The province-level divisions of China, and the four ways a declaration gives one away: by name,
 * by postcode, by telephone code and by the division in a registration code. Where they disagree,
 * one of them is not true.
 */
import { z } from 'zod';
import { indexPhrases } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';
import { hasHan } from '../text/words.ts';

const digits = z.string().regex(/^\d+$/, 'expected digits');

export const chinaDivisionsSchema = z.strictObject({
  list: z.string().min(1),
  title: z.string().min(1),
  version: z.string().min(1),
  asOf: z.iso.date('expected a date such as "2026-11-24"'),
  url: z.string(),
  note: z.string().optional(),
  /** A name before one of these is a street's or a building's, which may stand anywhere. */
  streetWords: z.array(z.string().min(1)),
  directionWords: z.array(z.string().min(1)),
  /** Postcode prefixes that serve another division than their zone says. */
  postcodeExceptions: z.array(
    z.strictObject({ prefix: digits, division: digits, note: z.string() }),
  ),
  /** Stations at a border through which goods of many provinces pass. */
  borderCrossings: z.array(z.strictObject({ code: z.string().length(5), name: z.string() })),
  divisions: z
    .array(
      z.strictObject({
        /** First two digits of GB/T 2260: '41'. */
        code: z.string().regex(/^\d{2}$/),
        /** ISO 3166-2: 'CN-HA'. */
        iso: z.string().regex(/^CN-[A-Z]{2}$/),
        name: z.string().min(1),
        hanzi: z.string().min(1),
        postcodes: z.array(digits),
        /** With the trunk zero: '037' stands for 0370 to 0379. */
        phoneCodes: z.array(digits),
        spellings: z.array(z.string().min(1)).min(1),
      }),
    )
    .min(1),
});

export type ChinaData = z.infer<typeof chinaDivisionsSchema>;
export type ChinaDivision = ChinaData['divisions'][number];

export interface DivisionMention {
  readonly division: ChinaDivision;
  readonly matched: string;
}

export interface ChinaDivisions {
  readonly data: ChinaData;
  /** Divisions that the text names, by themselves or by a city in them. */
  named(text: string): readonly DivisionMention[];
  /** By a code in a field for a region: 'CN-HA', 'HA', '41'. */
  byRegionCode(text: string): ChinaDivision | null;
  byPostcode(text: string): ChinaDivision | null;
  /** By the area code of a landline; mobile numbers tell nothing. */
  byPhone(text: string): ChinaDivision | null;
  /** By a GB/T 2260 code: '411000'. Null for the national registry. */
  byDivisionCode(code: string): ChinaDivision | null;
  /** Name of the border station with this UN/LOCODE, or null. */
  crossingName(locode: string): string | null;
}

export function compileChina(data: ChinaData): ChinaDivisions {
  const byCode = new Map(data.divisions.map((division) => [division.code, division]));
  const byRegion = new Map(
    data.divisions.flatMap((division) => [
      [division.iso, division],
      [division.iso.slice(3), division],
      [division.code, division],
    ]),
  );
  const postcodes = longestPrefix([
    ...data.divisions.flatMap((each) => each.postcodes.map((prefix) => [prefix, each] as const)),
    ...data.postcodeExceptions.flatMap(({ prefix, division }) => {
      const found = byCode.get(division);
      return found === undefined ? [] : [[prefix, found] as const];
    }),
  ]);
  const phones = longestPrefix(
    data.divisions.flatMap((each) => each.phoneCodes.map((prefix) => [prefix, each] as const)),
  );
  const crossings = new Map(data.borderCrossings.map(({ code, name }) => [code, name]));
  const names = indexNames(data);
  return {
    data,
    named: (text) => names.find(text).map(({ value, matched }) => ({ division: value, matched })),
    byRegionCode: (text) => byRegion.get(text.trim().toUpperCase()) ?? null,
    byPostcode(text) {
      const postcode = text.replaceAll(/\s/g, '');
      return /^\d{6}$/.test(postcode) ? postcodes(postcode) : null;
    },
    byPhone(text) {
      const national = nationalNumber(text);
      return national === null ? null : phones(national);
    },
    byDivisionCode: (code) => byCode.get(code.slice(0, 2)) ?? null,
    crossingName: (locode) => crossings.get(locode) ?? null,
  };
}

/** A Chinese landline with its trunk zero: '037112345678'; null for anything else. */
function nationalNumber(text: string): string | null {
  const plain = text.replaceAll(/[\s().\-/]/g, '');
  const abroad = /^(?:\+|00)86(\d+)$/.exec(plain);
  const number = abroad === null ? plain : `0${abroad[1]?.replace(/^0/, '') ?? ''}`;
  return /^0[2-9]\d{8,10}$|^010\d{8}$/.test(number) ? number : null;
}

function longestPrefix(
  entries: readonly (readonly [string, ChinaDivision])[],
): (text: string) => ChinaDivision | null {
  const map = new Map(entries);
  const longest = Math.max(0, ...entries.map(([prefix]) => prefix.length));
  return (text) => {
    for (let length = longest; length > 0; length -= 1) {
      const found = map.get(text.slice(0, length));
      if (found !== undefined) return found;
    }
    return null;
  };
}

function indexNames({ divisions, streetWords, directionWords }: ChinaData) {
  const streets = new Set(streetWords);
  const directions = new Set(directionWords);
  const hanStreet = streetWords.filter(hasHan);
  const hanDirections = directionWords.filter(hasHan);
  const isStreet = (words: readonly Word[], next: number): boolean => {
    const text = words[next]?.text ?? '';
    return streets.has(text) || (directions.has(text) && streets.has(words[next + 1]?.text ?? ''));
  };
  return indexPhrases(
    divisions.flatMap((division) => division.spellings.map((text) => ({ text, value: division }))),
    {
      rejectWords: (_phrase, words, next) => isStreet(words, next),
      rejectHan(_phrase, rest) {
        const after = hanDirections.includes(rest.charAt(0)) ? rest.slice(1) : rest;
        return hanStreet.some((word) => rest.startsWith(word) || after.startsWith(word));
      },
    },
  );
}
