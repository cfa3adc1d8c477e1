import type { EntityList, ListedEntity, Rulebook } from '@herkomst/core';
import { expect, it } from 'vitest';
import { createMemoryRecordStore } from '../memory/memory-record-store.ts';
import { sha256 } from '../sha256.ts';
import { listChanges, noteLists } from './list-history.ts';

const entity = (id: string, some: Partial<ListedEntity> = {}): ListedEntity => ({
  id: `x:${id}`,
  kind: 'organization',
  name: `Firm ${id}`,
  aliases: [],
  addresses: [],
  identifiers: [],
  listings: [{ clause: 'i', effectiveDate: '2022-06-21' }],
  status: 'active',
  url: 'https://example.org',
  ...some,
});

function rulebookOf(version: string, entities: readonly ListedEntity[]): Rulebook {
  const list: EntityList = {
    list: 'x',
    title: 'List X',
    authority: 'X',
    version,
    asOf: '2026-01-01',
    url: 'https://example.org',
    entities: [...entities],
  };
  const known = new Map(entities.map((each) => [each.id, { entity: each, list }]));
  return { entities: known, sha256 } as Partial<Rulebook> as Rulebook;
}

it('tells what a new version of a list added, removed and changed, once', async () => {
  const records = createMemoryRecordStore();
  const first = rulebookOf('1', [entity('a'), entity('b'), entity('c')]);
  await noteLists(records, first, '2026-01-01T00:00:00.000Z');
  await noteLists(records, first, '2026-01-02T00:00:00.000Z');
  const second = rulebookOf('2', [entity('a'), entity('b', { status: 'inactive' }), entity('d')]);
  await Promise.all([1, 2].map(() => noteLists(records, second, '2026-02-01T00:00:00.000Z')));
  const { rows } = await listChanges(records, { limit: 10 });
  expect(rows).toEqual([
    {
      list: 'x',
      title: 'List X',
      seenAt: '2026-02-01T00:00:00.000Z',
      before: '1',
      version: '2',
      entries: 3,
      added: [{ id: 'x:d', name: 'Firm d' }],
      removed: [{ id: 'x:c', name: 'Firm c' }],
      changed: [{ id: 'x:b', name: 'Firm b', fields: ['status'] }],
    },
    expect.objectContaining({ before: null, version: '1', entries: 3, added: [] }),
  ]);
});
