/** Keys, and the service itself. */
import { newKeySchema } from '@herkomst/runtime';
import { z } from 'zod';
import { keySchema, keysSchema, madeKeySchema } from '../contract/index.ts';
import { operation } from '../operation.ts';
import { badBody, notThere, problem, refusedBody, tooLarge, wrongType } from './answers.ts';

const keys = 'Keys';
const service = 'Service';

export const listKeys = operation({
  method: 'GET',
  path: '/v1/keys',
  action: 'manage-keys',
  tag: keys,
  summary: 'Keys of the tenant, newest first.',
  answers: { 200: { description: 'All of them.', schema: keysSchema } },
});

export const createKey = operation({
  method: 'POST',
  path: '/v1/keys',
  action: 'manage-keys',
  tag: keys,
  summary: 'Makes a key.',
  body: { types: ['application/json'], schema: newKeySchema },
  answers: {
    201: { description: 'The key, and its token, which is shown once.', schema: madeKeySchema },
    400: badBody,
    413: tooLarge,
    415: wrongType,
    422: refusedBody,
  },
});

export const revokeKey = operation({
  method: 'POST',
  path: '/v1/keys/:id/revoke',
  action: 'manage-keys',
  tag: keys,
  summary: 'Revokes a key.',
  params: { id: z.string() },
  answers: { 200: { description: 'The key as it is now.', schema: keySchema }, 404: notThere },
});

export const getHealth = operation({
  method: 'GET',
  path: '/healthz',
  action: null,
  tag: service,
  summary: 'Whether the server is there.',
  answers: { 200: { description: 'It is.', schema: z.strictObject({ status: z.literal('ok') }) } },
});

export const getReadiness = operation({
  method: 'GET',
  path: '/readyz',
  action: null,
  tag: service,
  summary: 'Whether its store answers.',
  answers: {
    200: { description: 'It does.', schema: z.strictObject({ status: z.literal('ready') }) },
    503: problem('It does not.'),
  },
});

export const getMetrics = operation({
  method: 'GET',
  path: '/metrics',
  action: 'read-metrics',
  tag: service,
  summary: 'Counts for Prometheus.',
  answers: { 200: { description: 'The metrics.', types: ['text/plain'] } },
});

export const getOpenApi = operation({
  method: 'GET',
  path: '/v1/openapi.json',
  action: null,
  tag: service,
  summary: 'This document.',
  answers: { 200: { description: 'OpenAPI 3.1.', schema: z.looseObject({ openapi: z.string() }) } },
});
