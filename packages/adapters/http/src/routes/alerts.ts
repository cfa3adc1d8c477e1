/** Alerts: searched, and one by its id. */
import { find, type Question, type SearchStore, type Store } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import type { AlertAnswer, AlertRow } from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { getAlert, listAlerts } from '../operations/search.ts';
import { pageRequest, writePage } from '../page.ts';
import { fromEngine, notFound } from '../problem.ts';
import { readFilters, type FilterKnowledge } from '../search/read-filters.ts';
import { alertSummary, writeAlertRow } from '../search/rows.ts';

export interface SearchParts {
  readonly store: Store;
  readonly search: SearchStore;
  /** Null where filters can not speak of commodities, places and list entries by their ids. */
  readonly knowledge: () => FilterKnowledge | null;
}

export function addAlertRoutes(app: FastifyInstance, parts: SearchParts): void {
  const { store, search, knowledge } = parts;

  addOperation(app, listAlerts, async ({ query: { limit, after, events, order, ...filters } }) => {
    const question: Question = { ...readFilters(filters, knowledge()), order, alertsOnly: true };
    const page = await fromEngine(find(search, question, pageRequest(limit, after)));
    const ids = page.rows.flatMap(({ alertId }) => alertId ?? []);
    const documents =
      events === 'yes' ? await fromEngine(search.alertDocuments(ids)) : new Map<string, string>();
    return writePage(page, (row): AlertRow => {
      const document = documents.get(row.alertId ?? '');
      return {
        ...writeAlertRow(row),
        ...(document === undefined ? {} : { event: readEvent(document) }),
      };
    });
  });

  addOperation(app, getAlert, async ({ params: { id } }): Promise<AlertAnswer> => {
    const [summary, alert] = await fromEngine(
      Promise.all([alertSummary(parts, id), store.alert(id)]),
    );
    if (summary === null || alert === null) throw notFound('No alert has this id.');
    return { ...summary, event: readEvent(alert.document) };
  });
}

function readEvent(document: string): AlertAnswer['event'] {
  return JSON.parse(document) as AlertAnswer['event'];
}
