/** Alerts, newest first, and one by its id. */
import type { Store, StoredAlert } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { readPageRequest, writePage } from '../page.ts';
import { fromEngine, notFound } from '../problem.ts';

export function addAlertRoutes(app: FastifyInstance, store: Store): void {
  app.route<{ Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: '/v1/alerts',
    config: { action: 'read' },
    handler: async (request) => {
      const page = await fromEngine(store.alerts(readPageRequest(request.query)));
      return writePage(page, writeAlert);
    },
  });

  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/v1/alerts/:id',
    config: { action: 'read' },
    handler: async (request) => {
      const alert = await fromEngine(store.alert(request.params.id));
      if (alert === null) throw notFound('No alert has this id.');
      return writeAlert(alert);
    },
  });
}

function writeAlert({ document, ...alert }: StoredAlert): unknown {
  return { ...alert, event: JSON.parse(document) as unknown };
}
