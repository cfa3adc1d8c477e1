/** What the documents tell users is held against what is read. */
import { readFile } from 'node:fs/promises';
import { partyRoles, readDeclaredEvent } from '@herkomst/core';
import { expect, it } from 'vitest';
import { csvColumns } from './csv/columns.ts';
import { readEntries } from './read-entries.ts';

const document = (name: string): Promise<string> =>
  readFile(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

function block(text: string, language: string): string {
  const [, found] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(text) ?? [];
  if (found === undefined) throw new Error(`no example in ${language}`);
  return found;
}

it('shows an event that is one', async () => {
  const reading = readDeclaredEvent(JSON.parse(block(await document('events.md'), 'json')));
  expect(reading).toMatchObject({ kind: 'declared' });
});

it('shows a CSV that can be read', async () => {
  const content = Buffer.from(block(await document('csv.md'), 'csv'));
  const shipments = [];
  for await (const batch of readEntries({ name: 'example.csv', content })) {
    for (const { reading } of batch) {
      expect(reading).toMatchObject({ kind: 'declared' });
      if (reading.kind === 'declared') shipments.push(reading.event.shipment);
    }
  }
  expect(shipments.map(({ shipmentId, items }) => [shipmentId, items.length])).toEqual([
    ['NL-26-00417', 2],
    ['NL-26-00418', 1],
  ]);
});

it('names every column with its path, and no other', async () => {
  const [text = ''] = (await document('csv.md')).split('## What is refused');
  const rows = [...text.matchAll(/^\| `([<>\w]+)` +\|.*$/gm)];
  const told = new Map(rows.map(([row, name]) => [name, row]));
  const written = (name: string): string => {
    const role = partyRoles.find((each) => name.startsWith(`${each}_`));
    return role === undefined ? name : name.replace(role, '<role>');
  };
  const known = new Set(csvColumns.map(({ name }) => written(name)));
  expect(new Set(told.keys())).toEqual(known);
  for (const { name, scope, path, required } of csvColumns) {
    const row = told.get(written(name));
    const prefix = {
      event: '',
      shipment: 'data.',
      item: 'data.items[].',
      party: 'data.parties[].',
      manufacturer: 'data.parties[].',
    }[scope];
    const full =
      path[0] === 'identifiers' ? 'data.parties[].identifiers[]' : prefix + path.join('.');
    expect(row).toContain(`\`${full}\``);
    if (scope === 'shipment' || scope === 'item')
      expect(/\| yes +\|/.test(row ?? '')).toBe(required);
  }
});
