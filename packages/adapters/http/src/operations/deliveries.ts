/** Whom alerts were told, and telling them again. */
import { z } from 'zod';
import {
  deliveriesQuerySchema,
  deliveriesSchema,
  deliverySchema,
  receiversSchema,
  redeliveredSchema,
  testedSchema,
} from '../contract/index.ts';
import { operation } from '../operation.ts';
import { badQuery, notThere, problem } from './answers.ts';

const tag = 'Deliveries';
const ofDelivery = { outboxId: z.string(), receiver: z.string() } as const;

export const listDeliveries = operation({
  method: 'GET',
  path: '/v1/deliveries',
  action: 'read',
  tag,
  summary: 'What became of each notice at each receiver, newest first.',
  query: deliveriesQuerySchema,
  answers: { 200: { description: 'A page of them.', schema: deliveriesSchema }, 400: badQuery },
});

export const getDelivery = operation({
  method: 'GET',
  path: '/v1/deliveries/:outboxId/:receiver',
  action: 'read',
  tag,
  summary: 'One delivery with its attempts.',
  params: ofDelivery,
  answers: { 200: { description: 'The delivery.', schema: deliverySchema }, 404: notThere },
});

export const redeliverDelivery = operation({
  method: 'POST',
  path: '/v1/deliveries/:outboxId/:receiver/redeliver',
  action: 'redeliver',
  tag,
  summary: 'Tells a receiver again, whatever became of it before.',
  description:
    'It goes under the same id, so that a receiver that has it may say so. Quiet hours and limits are kept; filters and digests are not.',
  params: ofDelivery,
  answers: {
    200: { description: 'It is due again.', schema: redeliveredSchema },
    404: notThere,
    409: problem('It is due already, or on its way within a digest.'),
  },
});

export const listReceivers = operation({
  method: 'GET',
  path: '/v1/receivers',
  action: 'read',
  tag,
  summary: 'Who is told of alerts, by which rules, and how each stands.',
  answers: { 200: { description: 'All of them.', schema: receiversSchema } },
});

export const testReceiver = operation({
  method: 'POST',
  path: '/v1/receivers/:name/test',
  action: 'test-receivers',
  tag,
  summary: 'Sends a receiver a notice that is marked as a test, at once.',
  params: { name: z.string() },
  answers: { 200: { description: 'What came of it.', schema: testedSchema }, 404: notThere },
});
