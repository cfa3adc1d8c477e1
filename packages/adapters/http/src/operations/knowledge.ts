/** What screening knows before any shipment: who is listed, which goods, where, and how old it is. */
import { z } from 'zod';
import {
  adviceQuerySchema,
  adviceSchema,
  candidatesSchema,
  entityQuerySchema,
  entitySchema,
  listChangesQuerySchema,
  listChangesSchema,
  listsSchema,
  placeSchema,
} from '../contract/index.ts';
import { operation } from '../operation.ts';
import { badQuery, notThere } from './answers.ts';

const tag = 'Knowledge';

export const matchEntities = operation({
  method: 'GET',
  path: '/v1/entities',
  action: 'read',
  tag,
  summary: 'Who on the lists a name could be, and why.',
  query: entityQuerySchema,
  answers: { 200: { description: 'Candidates.', schema: candidatesSchema }, 400: badQuery },
});

export const getEntity = operation({
  method: 'GET',
  path: '/v1/entities/:entryId',
  action: 'read',
  tag,
  summary: 'A list entry: its names, its links in the supply network, alerts that name it.',
  params: { entryId: z.string() },
  answers: { 200: { description: 'The entry.', schema: entitySchema }, 404: notThere },
});

export const getAdvice = operation({
  method: 'GET',
  path: '/v1/advice',
  action: 'read',
  tag,
  summary: 'The risks of goods from a country, before any shipment.',
  query: adviceQuerySchema,
  answers: { 200: { description: 'The advice.', schema: adviceSchema }, 400: badQuery },
});

export const getPlace = operation({
  method: 'GET',
  path: '/v1/places/:id',
  action: 'read',
  tag,
  summary: 'Where a place lies.',
  params: { id: z.string() },
  answers: { 200: { description: 'The place.', schema: placeSchema }, 404: notThere },
});

export const listLists = operation({
  method: 'GET',
  path: '/v1/lists',
  action: 'read',
  tag,
  summary: 'The lists screening goes by, and their age.',
  answers: { 200: { description: 'All of them.', schema: listsSchema } },
});

export const listListChanges = operation({
  method: 'GET',
  path: '/v1/lists/changes',
  action: 'read',
  tag,
  summary: 'What changed between the versions of lists that this service has had, newest first.',
  query: listChangesQuerySchema,
  answers: { 200: { description: 'A page of them.', schema: listChangesSchema }, 400: badQuery },
});
