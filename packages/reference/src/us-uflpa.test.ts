/**
 * The UFLPA list against the rows of the page it was read from: nothing lost, nothing invented.
 *
 * The rows are taken apart here by other means than those the list was made with, and compared
 * in both directions: each phrase of a row is a name of exactly one entity that stands on that
 * clause from that date, and each name of an entity is a phrase of one of its rows.
 */
import { readFileSync } from 'node:fs';
import { entityListSchema, type ListedEntity } from '@herkomst/core';
import { describe, expect, test } from 'vitest';

const list = entityListSchema.parse(
  JSON.parse(readFileSync(new URL('../data/lists/us-uflpa.json', import.meta.url), 'utf8')),
);

interface Row {
  clause: string;
  date: string;
  cell: string;
}

const rows: Row[] = readFileSync(
  new URL('../test/uflpa-page-2026-07-09.tsv', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [clause = '', date = '', cell = ''] = line.split('\t');
    return { clause, date, cell };
  });

/** Letters and digits only: the tables punctuate one name in several ways. */
const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const publishedNames = (entity: ListedEntity): string[] => [
  entity.name,
  ...entity.aliases.filter((alias) => alias.source === undefined).map((alias) => alias.name),
];

/** What is left of a row once every name of the entity is struck out, longest first. */
function residue(cell: string, entity: ListedEntity): string {
  let rest = cell.toLowerCase();
  const names = publishedNames(entity).toSorted((a, b) => b.length - a.length);
  for (const name of names) {
    const letters = [...bare(name)].join('[^a-z0-9]*');
    rest = rest.replace(new RegExp(`(?<![a-z0-9])${letters}(?![a-z0-9])`, 'g'), ' ');
  }
  return rest;
}

const connectives =
  /\b(also known as|formerly known as|including (one|two|three|five) alias(es)?|and (one|two) alias(es)?|and its subordinate and affiliated entities|and subsidiaries|and)\b|\(vsetc\)/g;

const entityOf = (row: Row): ListedEntity[] =>
  list.entities.filter((entity) => bare(row.cell).startsWith(bare(entity.name)));

/** The entity whose name the row opens with; the longest, as one name may open another. */
const owners = new Map(
  rows.map((row) => [row, entityOf(row).toSorted((a, b) => b.name.length - a.name.length)[0]]),
);

const cellsOf = (entity: ListedEntity): string[] =>
  rows.filter((row) => owners.get(row) === entity).map((row) => row.cell);

/** Whether the cell gives the name as a whole phrase after the words "formerly known as". */
function calledFormer(cell: string, name: string): boolean {
  const [, tail] = cell.split('formerly known as ');
  if (tail === undefined) return false;
  const phrases = tail.replace(/\)$/, '').split(/; (?:and )?/);
  return phrases.includes(name);
}

describe('the UFLPA list', () => {
  test('the page has 9, 43 and 108 rows, and each is one listing', () => {
    const count = (clause: string): number => rows.filter((row) => row.clause === clause).length;
    expect([count('i'), count('ii'), count('v'), rows.length]).toEqual([9, 43, 108, 160]);
    const listings = list.entities.flatMap((entity) => entity.listings);
    for (const clause of ['i', 'ii', 'v']) {
      expect(listings.filter((listing) => listing.clause === clause)).toHaveLength(count(clause));
    }
    expect(listings).toHaveLength(160);
  });

  test('names 144 entities, the number the Department counts', () => {
    expect(list.entities).toHaveLength(144);
    expect(new Set(list.entities.map((entity) => entity.id)).size).toBe(144);
    expect(new Set(list.entities.map((entity) => bare(entity.name))).size).toBe(144);
  });

  test.each(rows)('row $clause $date $cell', (row) => {
    const entity = owners.get(row);
    expect(entity).toBeDefined();
    if (entity === undefined) return;
    expect(entity.listings).toContainEqual({ clause: row.clause, effectiveDate: row.date });
    const left = residue(row.cell, entity).replaceAll(connectives, ' ');
    expect(left.replaceAll(/[^a-z0-9]/g, '')).toBe('');
  });

  test('every name without another source is in a row of its entity', () => {
    for (const entity of list.entities) {
      const cells = cellsOf(entity);
      expect(cells).toHaveLength(entity.listings.length);
      const text = bare(cells.join(' '));
      for (const name of publishedNames(entity)) expect(text, entity.id).toContain(bare(name));
    }
  });

  test('a former name is one that the page calls former, and the others are not', () => {
    let former = 0;
    for (const entity of list.entities) {
      const cells = cellsOf(entity);
      for (const alias of entity.aliases.filter((each) => each.source === undefined)) {
        const said = cells.some((cell) => calledFormer(cell, alias.name));
        expect(alias.kind === 'formerly-known-as', `${entity.id}: ${alias.name}`).toBe(said);
        if (said) former += 1;
      }
    }
    expect(former).toBe(
      rows
        .map((row) => row.cell.split('formerly known as')[1])
        .filter((tail) => tail !== undefined)
        .reduce((sum, tail) => sum + tail.split(';').length, 0),
    );
  });

  test('only the rows that reach further say so', () => {
    const reaching = list.entities.filter((entity) => entity.extendsTo !== undefined);
    expect(reaching.map((entity) => [entity.id, entity.extendsTo])).toEqual([
      ['uflpa:hoshine-silicon-industry-shanshan', 'and subsidiaries'],
      [
        'uflpa:xinjiang-production-and-construction-corps',
        'and its subordinate and affiliated entities',
      ],
    ]);
  });

  test('an entity on two clauses keeps both dates', () => {
    const ashele = list.entities.find((each) => each.id === 'uflpa:xinjiang-habahe-ashele-copper');
    expect(ashele?.listings).toEqual([
      { clause: 'ii', effectiveDate: '2024-08-09' },
      { clause: 'v', effectiveDate: '2025-01-15' },
    ]);
    const daqo = list.entities.find((each) => each.id === 'uflpa:xinjiang-daqo-new-energy');
    expect(daqo?.listings).toEqual([
      { clause: 'i', effectiveDate: '2022-06-21' },
      { clause: 'v', effectiveDate: '2024-11-25' },
    ]);
  });

  test('the hair park is a place, all else an organization', () => {
    const places = list.entities.filter((entity) => entity.kind !== 'organization');
    expect(places.map((entity) => [entity.id, entity.kind])).toEqual([
      ['uflpa:lop-county-hair-product-industrial-park', 'place'],
    ]);
  });
});
