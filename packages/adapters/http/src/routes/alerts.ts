/** Alerts: searched, and one by its id. */
import { find, type Question, type SearchStore, type Store } from '@herkomst/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AlertAnswer, AlertRow } from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { getAlert, listAlerts } from '../operations/search.ts';
import { pageRequest, writePage } from '../page.ts';
import { fromEngine, notFound } from '../problem.ts';
import { readFilters, type FilterKnowledge } from '../search/read-filters.ts';
import { alertSummary, writeAlertRow } from '../search/rows.ts';

export interface TenantData {
  readonly store: Store;
  readonly search: SearchStore;
}

export interface SearchParts {
  /** What the caller's tenant has. */
  readonly dataOf: (request: FastifyRequest) => TenantData;
  /** Null where filters can not speak of commodities, places and list entries by their ids. */
  readonly knowledge: () => FilterKnowledge | null;
}

export function addAlertRoutes(app: FastifyInstance, parts: SearchParts): void {
  const { dataOf, knowledge } = parts;

  addOperation(app, listAlerts, async ({ request, query }) => {
    const { limit, after, events, order, ...filters } = query;
    const { search } = dataOf(request);
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

  addOperation(app, getAlert, async ({ request, params: { id } }): Promise<AlertAnswer> => {
    const data = dataOf(request);
    const [summary, alert] = await fromEngine(
      Promise.all([alertSummary(data, id), data.store.alert(id)]),
    );
    if (summary === null || alert === null) throw notFound('No alert has this id.');
    return { ...summary, event: readEvent(alert.document) };
  });
}

function readEvent(document: string): AlertAnswer['event'] {
  return JSON.parse(document) as AlertAnswer['event'];
}
