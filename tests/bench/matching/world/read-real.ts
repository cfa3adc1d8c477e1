/**
 * Real names: the lists the project ships, and CSV files named on the command line.
 *
 * A CSV has a header; 'name' and optionally 'alias', 'address' and 'country' are read. Names are
 * taken apart by the benchmark's tables where they can be, so that places and trades can be swapped.
 */
import { readFileSync } from 'node:fs';
import type { EntityList, ListedEntity } from '@herkomst/core';
import { hashText } from '../random.ts';
import { trailingForm } from '../words/forms.ts';
import { type Industry, industries } from '../words/industries.ts';
import { type Place, places } from '../words/places.ts';
import { mandarinSyllables } from '../words/syllables.ts';
import type { Firm } from './firm.ts';

const spellings: { text: string; place: Place }[] = places
  .flatMap((place) => place.spellings.map((text) => ({ text, place })))
  .toSorted((a, b) => b.text.length - a.text.length);
const wordings: { text: string; industry: Industry }[] = industries
  .flatMap((industry) => industry.english.map((text) => ({ text, industry })))
  .toSorted((a, b) => b.text.length - a.text.length);

/** Fewest syllables that a pinyin brand is cut into; empty where it is none. */
const syllablesOf = (brand: string): string[] => {
  const text = brand.toLowerCase();
  if (!/^[a-z]{3,14}$/.test(text)) return [];
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const before = best[start];
      const syllable = text.slice(start, end);
      if (before === undefined || !mandarinSyllables.has(syllable)) continue;
      if (best[end] === undefined || before.length + 1 < (best[end]?.length ?? 0)) {
        best[end] = [...before, syllable];
      }
    }
  }
  return best[text.length] ?? [];
};

type Parts = Pick<
  Firm,
  'place' | 'spelling' | 'layout' | 'brand' | 'syllables' | 'industry' | 'wording' | 'form'
>;

const takeApart = (name: string): Parts => {
  const form = trailingForm.exec(name)?.[0] ?? '';
  let rest = name.slice(0, name.length - form.length).trim();
  const lower = rest.toLowerCase();
  const front = spellings.find(({ text }) => lower.startsWith(`${text.toLowerCase()} `));
  if (front !== undefined) rest = rest.slice(front.text.length).trim();
  const trade = wordings.find(({ text }) => rest.toLowerCase().endsWith(` ${text.toLowerCase()}`));
  const wording = trade === undefined ? '' : rest.slice(rest.length - trade.text.length);
  if (trade !== undefined) rest = rest.slice(0, rest.length - trade.text.length).trim();
  return {
    ...(front === undefined ? {} : { place: front.place }),
    spelling: front === undefined ? '' : name.slice(0, front.text.length),
    layout: front === undefined ? 'none' : 'front',
    brand: rest,
    syllables: syllablesOf(rest),
    ...(trade === undefined ? {} : { industry: trade.industry }),
    wording,
    form: form.replace(/^[\s,]+/, ''),
  };
};

const firmOf = (
  id: string,
  name: string,
  country: string,
  aliases: Firm['aliases'],
  address: string,
): Firm => ({
  id,
  real: true,
  country,
  ...takeApart(name),
  hanzi: '',
  aliases,
  street: address,
  addressListed: address !== '' && hashText(id) % 10 < 4,
  name,
});

/** Rows of a CSV with quoted fields. */
export const readCsv = (text: string): Record<string, string>[] => {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quoted) {
      if (char === '"' && text[at + 1] === '"') field += text[++at] ?? '';
      else if (char === '"') quoted = false;
      else field += char;
    } else if (char === '"') quoted = true;
    else if (char === ',' || char === '\n') {
      rows.at(-1)?.push(field);
      field = '';
      if (char === '\n') rows.push([]);
    } else if (char !== '\r') field += char;
  }
  rows.at(-1)?.push(field);
  const [header = [], ...body] = rows;
  return body
    .filter((row) => row.length === header.length)
    .map((row) =>
      Object.fromEntries(header.map((name, at) => [name.trim(), (row[at] ?? '').trim()])),
    );
};

const countryCodes: Readonly<Record<string, string>> = {
  china: 'CN',
  vietnam: 'VN',
  bangladesh: 'BD',
  indonesia: 'ID',
  india: 'IN',
  'el salvador': 'SV',
  honduras: 'HN',
};

const countryOf = (text: string): string =>
  /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : (countryCodes[text.toLowerCase()] ?? '');

const readShippedLists = (): ListedEntity[] =>
  ['us-uflpa', 'us-cbp-wro'].flatMap((list) => {
    const path = new URL(`../../../../packages/reference/data/lists/${list}.json`, import.meta.url);
    return (JSON.parse(readFileSync(path, 'utf8')) as EntityList).entities;
  });

/** Real firms, each once by name; the shipped lists first. */
export const readRealFirms = (csvPaths: readonly string[]): Firm[] => {
  const firms = new Map<string, Firm>();
  const keyOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const put = (firm: Firm): void => {
    const key = keyOf(firm.name);
    const known = firms.get(key);
    if (known === undefined) firms.set(key, firm);
    else if (firm.aliases.length > 0) {
      firms.set(key, { ...known, aliases: [...known.aliases, ...firm.aliases] });
    }
  };
  for (const entity of readShippedLists()) {
    if (entity.kind !== 'organization') continue;
    put(
      firmOf(
        `bench:real-${firms.size}`,
        entity.name,
        entity.country ?? '',
        entity.aliases,
        entity.addresses[0]?.text ?? '',
      ),
    );
  }
  for (const path of csvPaths) {
    for (const row of readCsv(readFileSync(path, 'utf8'))) {
      const name = row['name'] ?? '';
      if (name === '') continue;
      const alias = row['alias'] ?? '';
      put(
        firmOf(
          `bench:real-${firms.size}`,
          name,
          countryOf(row['country'] ?? (alias === '' ? '' : 'CN')),
          alias === '' || keyOf(alias) === keyOf(name)
            ? []
            : [{ name: alias, kind: 'also-known-as' }],
          row['address'] ?? '',
        ),
      );
    }
  }
  return [...firms.values()];
};
