/** The lists screening goes by, and what changed in them. */
import type { Rulebook } from '@herkomst/core';
import {
  describeLists,
  listChanges,
  type Clock,
  type ListChangeSeen,
  type RecordStore,
} from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import type { ListChange } from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { listListChanges, listLists } from '../operations/knowledge.ts';
import { pageRequest, writePage } from '../page.ts';
import { fromEngine } from '../problem.ts';

export interface ListParts {
  readonly rulebook: () => Rulebook;
  readonly clock: Pick<Clock, 'now'>;
  /** Where what changed is kept: of the service, for all tenants go by the same lists. */
  readonly history: RecordStore;
}

export function addListRoutes(app: FastifyInstance, { rulebook, clock, history }: ListParts): void {
  addOperation(app, listLists, async () => ({
    rows: describeLists(rulebook(), clock.now().slice(0, 10)),
  }));

  addOperation(app, listListChanges, async ({ query: { limit, after, list } }) => {
    const page = await fromEngine(listChanges(history, pageRequest(limit, after)));
    const rows = page.rows.filter((row) => list === undefined || row.list === list);
    return writePage({ ...page, rows }, writeChange);
  });
}

function writeChange({ added, removed, changed, ...change }: ListChangeSeen): ListChange {
  return {
    ...change,
    added: [...added],
    removed: [...removed],
    changed: changed.map(({ fields, ...entry }) => ({ ...entry, fields: [...fields] })),
  };
}
