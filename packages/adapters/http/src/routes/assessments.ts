/** Assessments: searched, and the versions of one shipment. */
import { find, type Question, type ShipmentKey, type Store } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { addOperation } from '../operation.ts';
import { listAssessments } from '../operations/search.ts';
import { pageRequest, writePage } from '../page.ts';
import { badRequest, fromEngine, notFound } from '../problem.ts';
import { readFilters } from '../search/read-filters.ts';
import { writeAssessmentRow } from '../search/rows.ts';
import type { SearchParts } from './alerts.ts';

export function addAssessmentRoutes(
  app: FastifyInstance,
  { dataOf, knowledge }: SearchParts,
): void {
  addOperation(app, listAssessments, async ({ request, query }) => {
    const { store, search } = dataOf(request);
    const { limit, after, shipmentId, declarationKind, ...filters } = query;
    if (shipmentId !== undefined || declarationKind !== undefined) {
      const { source } = filters;
      if (shipmentId === undefined || declarationKind === undefined || source === undefined) {
        throw badRequest('The parameters source, shipmentId and declarationKind go together.');
      }
      return versionsOf(store, { source, shipmentId, declarationKind });
    }
    const question: Question = {
      ...readFilters(filters, knowledge()),
      order: 'time',
      alertsOnly: false,
    };
    const page = await fromEngine(find(search, question, pageRequest(limit, after)));
    return writePage(page, writeAssessmentRow);
  });
}

async function versionsOf(store: Store, key: ShipmentKey) {
  const versions = await fromEngine(store.assessments(key));
  if (versions.length === 0) throw notFound('No declaration of this shipment was assessed.');
  return {
    rows: versions.map(({ assessment, shipment, ...version }) => ({
      ...version,
      assessment: JSON.parse(assessment) as unknown,
      shipment: JSON.parse(shipment) as unknown,
    })),
  };
}
