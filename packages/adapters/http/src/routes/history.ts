/** What was declared and found, by shipment id and by time: for looking back, and for backtests. */
import type { Period, StoredAssessment } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import type { StoreOf } from '../guard.ts';
import { readPageRequest, writePage } from '../page.ts';
import { badRequest, fromEngine } from '../problem.ts';

export function addHistoryRoutes(app: FastifyInstance, storeOf: StoreOf): void {
  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/v1/shipments/:id',
    config: { action: 'read' },
    handler: async (request) => ({
      rows: await fromEngine(storeOf(request).shipmentKeys(request.params.id)),
    }),
  });

  app.route<{ Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: '/v1/shipments',
    config: { action: 'read' },
    handler: async (request) => {
      const { from, to, ...page } = request.query;
      const period: Period = { from: readMoment('from', from), to: readMoment('to', to) };
      return writePage(
        await fromEngine(storeOf(request).history(period, readPageRequest(page))),
        writeRow,
      );
    },
  });
}

/** A date stands for its first moment. */
function readMoment(name: string, given: unknown): string | null {
  if (given === undefined) return null;
  const moment = typeof given === 'string' ? new Date(given) : new Date(Number.NaN);
  if (Number.isNaN(moment.getTime())) {
    throw badRequest(`The parameter "${name}" must be a date or date-time such as "2026-11-24".`);
  }
  return moment.toISOString();
}

function writeRow({ assessment: _assessment, shipment, ...row }: StoredAssessment): unknown {
  return { ...row, shipment: JSON.parse(shipment) as unknown };
}
