/** Cases, suppressions and the audit log. */
import { caseCommandSchema, suppressionCommandSchema } from '@herkomst/runtime';
import { z } from 'zod';
import {
  auditPageSchema,
  auditQuerySchema,
  auditVerdictSchema,
  caseAlertSchema,
  caseAlertsSchema,
  caseQuerySchema,
  caseSchema,
  casesSchema,
  pageQuerySchema,
  suppressionQuerySchema,
  suppressionSchema,
  suppressionsSchema,
  wholeCaseSchema,
} from '../contract/index.ts';
import { operation } from '../operation.ts';
import {
  badBody,
  badQuery,
  notThere,
  problem,
  refusedBody,
  tooLarge,
  wrongType,
} from './answers.ts';

const tag = 'Cases';
const params = { id: z.string() };
const commandRefusals = {
  400: badBody,
  404: notThere,
  409: problem('As things stand, it can not be done.'),
  413: tooLarge,
  415: wrongType,
  422: refusedBody,
};

export const listCases = operation({
  method: 'GET',
  path: '/v1/cases',
  action: 'read',
  tag,
  summary: 'Cases, in the order asked for.',
  query: caseQuerySchema,
  answers: { 200: { description: 'A page of them.', schema: casesSchema }, 400: badQuery },
});

export const getCase = operation({
  method: 'GET',
  path: '/v1/cases/:id',
  action: 'read',
  tag,
  summary: 'A case, with its decisions and documents.',
  params,
  answers: { 200: { description: 'The case.', schema: wholeCaseSchema }, 404: notThere },
});

export const listCaseAlerts = operation({
  method: 'GET',
  path: '/v1/cases/:id/alerts',
  action: 'read',
  tag,
  summary: 'The alerts of a case, the last one first.',
  params,
  query: pageQuerySchema,
  answers: { 200: { description: 'A page of them.', schema: caseAlertsSchema }, 400: badQuery },
});

export const getAlertCase = operation({
  method: 'GET',
  path: '/v1/alerts/:id/case',
  action: 'read',
  tag,
  summary: 'An alert as its case has it.',
  params,
  answers: {
    200: {
      description: 'The alert in its case.',
      schema: z.strictObject({ alert: caseAlertSchema }),
    },
    404: notThere,
  },
});

export const commandCase = operation({
  method: 'POST',
  path: '/v1/cases/:id/commands',
  action: 'work-on-cases',
  tag,
  summary: 'Assigns, comments, attaches, decides, approves.',
  params,
  body: { types: ['application/json'], schema: caseCommandSchema },
  answers: {
    200: { description: 'The case after it.', schema: z.strictObject({ case: caseSchema }) },
    ...commandRefusals,
  },
});

export const listSuppressions = operation({
  method: 'GET',
  path: '/v1/suppressions',
  action: 'read',
  tag,
  summary: 'Suppressions, the last proposed first.',
  query: suppressionQuerySchema,
  answers: { 200: { description: 'A page of them.', schema: suppressionsSchema }, 400: badQuery },
});

export const commandSuppression = operation({
  method: 'POST',
  path: '/v1/suppressions',
  action: 'work-on-cases',
  tag,
  summary: 'Proposes, approves or ends a suppression.',
  body: { types: ['application/json'], schema: suppressionCommandSchema },
  answers: {
    200: {
      description: 'The suppression after it.',
      schema: z.strictObject({ suppression: suppressionSchema }),
    },
    ...commandRefusals,
  },
});

const evidence = (form: string, type: string) =>
  operation({
    method: 'GET',
    path: `/v1/cases/:id/evidence.${form}`,
    action: 'export-evidence',
    tag,
    summary: `The evidence bundle of a case as ${form.toUpperCase()}.`,
    params,
    answers: { 200: { description: 'The bundle.', types: [type] }, 404: notThere },
  });

export const exportEvidenceJson = evidence('json', 'application/json');
export const exportEvidencePdf = evidence('pdf', 'application/pdf');

export const listAudit = operation({
  method: 'GET',
  path: '/v1/audit',
  action: 'read',
  tag: 'Audit log',
  summary: 'The audit log, oldest first.',
  query: auditQuerySchema,
  answers: { 200: { description: 'A page of it.', schema: auditPageSchema }, 400: badQuery },
});

export const verifyAudit = operation({
  method: 'GET',
  path: '/v1/audit/verdict',
  action: 'read',
  tag: 'Audit log',
  summary: 'Whether the audit log is whole.',
  answers: { 200: { description: 'The verdict.', schema: auditVerdictSchema } },
});
