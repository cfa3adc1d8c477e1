/** Shipments in, and what was refused. */
import { cloudEventSchema } from '@herkomst/core';
import { z } from 'zod';
import {
  deadLettersSchema,
  historyQuerySchema,
  historySchema,
  intakeResultSchema,
  pageQuerySchema,
  replaySchema,
  screeningSchema,
  shipmentKeysSchema,
  statusSchema,
  wholeDeadLetterSchema,
} from '../contract/index.ts';
import { operation } from '../operation.ts';
import { acceptedTypes } from '../problem.ts';
import { badBody, badQuery, notThere, refusedBody, tooLarge, wrongType } from './answers.ts';

const tag = 'Shipments';
const deadLetters = 'Dead letters';

const body = {
  types: [...acceptedTypes, 'application/ndjson'],
  schema: z.union([cloudEventSchema, z.array(cloudEventSchema)]),
  description: 'Declared shipments as CloudEvents: one, an array, or one a line.',
};

const refusals = { 400: badBody, 413: tooLarge, 415: wrongType, 422: refusedBody };

export const submitShipments = operation({
  method: 'POST',
  path: '/v1/shipments',
  action: 'submit-shipments',
  tag,
  summary: 'Takes declared shipments to be screened.',
  body,
  answers: {
    202: { description: 'What is accepted is durable.', schema: intakeResultSchema },
    ...refusals,
  },
});

export const screenShipments = operation({
  method: 'POST',
  path: '/v1/screen',
  action: 'screen',
  tag,
  summary: 'Screens at once, and keeps nothing.',
  body,
  answers: { 200: { description: 'The assessments.', schema: screeningSchema }, ...refusals },
});

export const listShipments = operation({
  method: 'GET',
  path: '/v1/shipments',
  action: 'read',
  tag,
  summary: 'Declarations by the time they were assessed, oldest first.',
  query: historyQuerySchema,
  answers: { 200: { description: 'A page of them.', schema: historySchema }, 400: badQuery },
});

export const getShipmentKeys = operation({
  method: 'GET',
  path: '/v1/shipments/:id',
  action: 'read',
  tag,
  summary: 'The keys under which a shipment id is known.',
  params: { id: z.string() },
  answers: {
    200: { description: 'The keys; none where nobody declared it.', schema: shipmentKeysSchema },
  },
});

export const listDeadLetters = operation({
  method: 'GET',
  path: '/v1/dead-letters',
  action: 'read',
  tag: deadLetters,
  summary: 'What was refused, newest first.',
  query: pageQuerySchema,
  answers: { 200: { description: 'A page of them.', schema: deadLettersSchema }, 400: badQuery },
});

export const getDeadLetter = operation({
  method: 'GET',
  path: '/v1/dead-letters/:id',
  action: 'read',
  tag: deadLetters,
  summary: 'One, with the bytes it came as.',
  params: { id: z.string() },
  answers: { 200: { description: 'The letter.', schema: wholeDeadLetterSchema }, 404: notThere },
});

export const replayDeadLetter = operation({
  method: 'POST',
  path: '/v1/dead-letters/:id/replay',
  action: 'replay-dead-letters',
  tag: deadLetters,
  summary: 'Hands it in again.',
  params: { id: z.string() },
  answers: { 200: { description: 'What came of it.', schema: replaySchema }, 404: notThere },
});

export const getStatus = operation({
  method: 'GET',
  path: '/v1/status',
  action: 'read',
  tag: 'Service',
  summary: 'How far the work has got.',
  answers: { 200: { description: 'Counts for people; they may change.', schema: statusSchema } },
});
