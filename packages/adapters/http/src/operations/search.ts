/** Finding alerts and assessments, and following them. */
import { z } from 'zod';
import {
  alertExportQuerySchema,
  alertPageSchema,
  alertQuerySchema,
  alertSchema,
  alertStreamQuerySchema,
  assessmentExportQuerySchema,
  assessmentPageSchema,
  assessmentQuerySchema,
  shipmentAssessmentsQuerySchema,
  shipmentAssessmentsSchema,
  versionsSchema,
} from '../contract/index.ts';
import { operation } from '../operation.ts';
import { badQuery, notThere } from './answers.ts';

const tag = 'Alerts and assessments';

export const listAlerts = operation({
  method: 'GET',
  path: '/v1/alerts',
  action: 'read',
  tag,
  summary: 'Searches alerts.',
  query: alertQuerySchema,
  answers: { 200: { description: 'A page of them.', schema: alertPageSchema }, 400: badQuery },
});

export const getAlert = operation({
  method: 'GET',
  path: '/v1/alerts/:id',
  action: 'read',
  tag,
  summary: 'One alert.',
  params: { id: z.string() },
  answers: { 200: { description: 'The alert.', schema: alertSchema }, 404: notThere },
});

const table = {
  description: 'All of them, newest first, as they are read.',
  types: ['text/csv', 'application/x-ndjson'],
} as const;

export const exportAlerts = operation({
  method: 'GET',
  path: '/v1/alerts/export',
  action: 'read',
  tag,
  summary: 'All alerts that match, as CSV or NDJSON.',
  description:
    'A cell of CSV that a spreadsheet would take for a formula is preceded by an apostrophe.',
  query: alertExportQuerySchema,
  answers: { 200: table, 400: badQuery },
});

export const streamAlerts = operation({
  method: 'GET',
  path: '/v1/alerts/stream',
  action: 'read',
  tag,
  summary: 'Alerts as they are raised and withdrawn, as server-sent events.',
  description:
    'Events are "raised" and "withdrawn"; each has an id. Send the last one as Last-Event-ID, or as "after", to go on without a gap.',
  query: alertStreamQuerySchema,
  answers: {
    200: { description: 'Events without end.', types: ['text/event-stream'] },
    400: badQuery,
  },
});

export const listAssessments = operation({
  method: 'GET',
  path: '/v1/assessments',
  action: 'read',
  tag,
  summary: 'Searches assessments, newest first; or gives the versions of one shipment key.',
  query: assessmentQuerySchema,
  answers: {
    200: {
      description: 'A page of them; with shipmentId, source and declarationKind, all versions.',
      schema: z.union([assessmentPageSchema, versionsSchema]),
    },
    400: badQuery,
    404: notThere,
  },
});

export const exportAssessments = operation({
  method: 'GET',
  path: '/v1/assessments/export',
  action: 'read',
  tag,
  summary: 'All assessments that match, as CSV or NDJSON.',
  query: assessmentExportQuerySchema,
  answers: { 200: table, 400: badQuery },
});

export const explainShipment = operation({
  method: 'GET',
  path: '/v1/shipments/:id/assessments',
  action: 'read',
  tag,
  summary: 'All versions of a shipment, each with its assessment explained.',
  params: { id: z.string() },
  query: shipmentAssessmentsQuerySchema,
  answers: {
    200: { description: 'The versions, newest first.', schema: shipmentAssessmentsSchema },
    400: badQuery,
    404: notThere,
  },
});
