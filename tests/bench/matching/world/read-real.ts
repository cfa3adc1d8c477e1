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
  addressListed: false,
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

/** Names that differ in form, case, spaces and '&' alone are one. */
const keyOf = (name: string): string =>
  name
    .replace(trailingForm, '')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Real firms, each once: two rows that share a name are one firm. The shipped lists come first. */
export const readRealFirms = (csvPaths: readonly string[]): Firm[] => {
  const firms: Firm[] = [];
  const byName = new Map<string, number>();
  const put = (firm: Firm): void => {
    const names = [firm.name, ...firm.aliases.map(({ name }) => name)];
    const known = names.map((name) => byName.get(keyOf(name))).find((at) => at !== undefined);
    const at = known ?? firms.length;
    const first = firms[at];
    if (first === undefined) {
      firms.push({ ...firm, id: `bench:real-${at}` });
    } else {
      const more = names
        .filter((name) => !byName.has(keyOf(name)))
        .map((name) => ({ name, kind: 'also-known-as' as const }));
      firms[at] = { ...first, aliases: [...first.aliases, ...more] };
    }
    for (const name of names) if (!byName.has(keyOf(name))) byName.set(keyOf(name), at);
  };
  for (const entity of readShippedLists()) {
    if (entity.kind !== 'organization') continue;
    const { name, country = '', aliases, addresses } = entity;
    put(firmOf('', name, country, aliases, addresses[0]?.text ?? ''));
  }
  for (const path of csvPaths) {
    for (const row of readCsv(readFileSync(path, 'utf8'))) {
      const name = row['name'] ?? '';
      const alias = row['alias'] ?? '';
      if (keyOf(name) === '') continue;
      const country = countryOf(row['country'] ?? (alias === '' ? '' : 'CN'));
      const aliases =
        keyOf(alias) === '' || keyOf(alias) === keyOf(name)
          ? []
          : [{ name: alias, kind: 'also-known-as' as const }];
      put(firmOf('', name, country, aliases, row['address'] ?? ''));
    }
  }
  // Whether the list gives the address is drawn by the number of the firm.
  return firms.map((firm) => ({
    ...firm,
    addressListed: firm.street !== '' && hashText(firm.id) % 10 < 4,
  }));
};
