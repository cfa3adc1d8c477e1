import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { admin } from './admin.ts';
import { charts } from './charts.ts';
import { common } from './common.ts';
import { isLeftEnglish, translateFixed } from './fixed.ts';
import { fixedTexts } from './fixed-texts.ts';
import { files } from './files.ts';
import { reasons } from './reasons.ts';
import { naturalFrequency, strengthOf, timesOf } from './weight-words.ts';
import { work } from './work.ts';
import { createWords } from './words.tsx';

const areas = { admin, charts, common, files, reasons, work };
const all = Object.values(areas).flatMap((area) => Object.entries(area));

it('says everything in both languages, with the same places to fill', () => {
  const placesOf = (text: string): string[] =>
    [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
  for (const [key, [en, nl]] of all) {
    expect(nl.trim(), key).not.toBe('');
    expect(placesOf(nl), key).toEqual(placesOf(en));
  }
  expect(new Set(all.map(([key]) => key)).size).toBe(all.length);
});

it('has Dutch for every document that the service may ask for', () => {
  const file = new URL(
    '../../../../packages/reference/data/goods/commodities.json',
    import.meta.url,
  );
  const { commodities, generalDocuments } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly generalDocuments: readonly string[];
    readonly commodities: readonly { readonly documents?: readonly string[] }[];
  };
  const documents = [...generalDocuments, ...commodities.flatMap((each) => each.documents ?? [])];
  expect(documents.filter((text) => fixedTexts[text] === undefined)).toEqual([]);
});

it('writes numbers, dates and spans as the language does', () => {
  const [en, nl] = [createWords('en'), createWords('nl')];
  expect(nl.percent(0.8917)).toBe('89,2%');
  expect(en.percent(0.8917)).toBe('89.2%');
  expect(en.date('2026-11-24')).toBe('24 Nov 2026');
  expect(nl.date('2026-11-24')).toBe('24 nov 2026');
  expect(en.span(-3 * 86_400_000)).toBe('3 days');
  expect(nl.span(3_600_000)).toBe('1 uur');
  expect(nl.count('queue.alerts', 1)).toBe('1 signaal');
  expect(nl.country('CN')).toBe('China');
  expect(en.name('factor', 'a.finding.of.tomorrow')).toBe('a.finding.of.tomorrow');
});

it('rounds no probability to certainty', () => {
  const { percent } = createWords('en');
  expect(percent(1)).toBe('> 99.9%');
  expect(percent(0.99996)).toBe('> 99.9%');
  expect(percent(0.0002)).toBe('< 0.1%');
  expect(percent(0)).toBe('0.0%');
});

test.each([
  [7.5, 'decisive', 1800],
  [2, 'strong', 7.4],
  [-1, 'fair', 2.7],
  [0.3, 'slight', 1.3],
  [0, 'none', 1],
] as const)('a weight of %d is %s: odds times %d', (logOdds, strength, times) => {
  expect(strengthOf(logOdds)).toBe(strength);
  expect(timesOf(logOdds)).toBe(times);
});

it('says a probability as so many of so many', () => {
  expect(naturalFrequency(0.892)).toEqual({ of: 100, count: 89 });
  expect(naturalFrequency(0.0042)).toEqual({ of: 1000, count: 4 });
  expect(naturalFrequency(0.9996)).toBe('nearly-all');
  expect(naturalFrequency(0.0001)).toBe('nearly-none');
});

it('puts sentences of the service that hold something of the case into Dutch', () => {
  expect(translateFixed('nl', 'Both are in CN.')).toBe('Beide zitten in CN.');
  expect(translateFixed('nl', "'hetian' and 'hotan' name one place, 和田.")).toBe(
    "'hetian' en 'hotan' zijn één plaats, 和田.",
  );
  expect(translateFixed('nl', 'the estimated arrival of shipment NL-26-00306')).toBe(
    'de verwachte aankomst van zending NL-26-00306',
  );
  expect(translateFixed('en', 'Both are in CN.')).toBe('Both are in CN.');
  expect(isLeftEnglish('nl', 'A sentence of tomorrow.')).toBe(true);
  expect(isLeftEnglish('nl', 'Both are in CN.')).toBe(false);
});
