import { expect, test } from 'vitest';
import type { JsonSchema } from '../json-schema.ts';
import { findApiBreaks, type ApiDocument } from './api-breaks.ts';

const answer = (schema: JsonSchema) => ({ 200: { content: { 'application/json': { schema } } } });
const object = (properties: object, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
});
const parameter = (name: string, some: object = {}) => ({
  name,
  in: 'query',
  required: false,
  schema: { type: 'string' },
  ...some,
});

const before: ApiDocument = {
  paths: {
    '/v1/things': {
      get: {
        parameters: [parameter('limit', { schema: { type: 'integer', maximum: 200 } })],
        responses: answer(object({ id: { type: 'string' } }, ['id'])),
      },
      post: {
        parameters: [],
        requestBody: { content: { 'application/json': { schema: object({ a: {} }) } } },
        responses: answer({}),
      },
    },
  },
};

const changed = (method: 'get' | 'post', some: object): ApiDocument =>
  ({
    paths: {
      '/v1/things': {
        ...before.paths['/v1/things'],
        [method]: { ...before.paths['/v1/things']?.[method], ...some },
      },
    },
  }) as ApiDocument;

test('nothing breaks where nothing changes, or something is added', () => {
  expect(findApiBreaks(before, before)).toEqual([]);
  const more = changed('get', {
    parameters: [...(before.paths['/v1/things']?.['get']?.parameters ?? []), parameter('after')],
    responses: answer(object({ id: { type: 'string' }, more: {} }, ['id', 'more'])),
  });
  expect(findApiBreaks(before, { paths: { ...more.paths, '/v1/others': {} } })).toEqual([]);
});

test.each([
  ['an operation goes', { paths: {} }],
  ['a parameter goes', changed('get', { parameters: [] })],
  [
    'a parameter takes less',
    changed('get', {
      parameters: [parameter('limit', { schema: { type: 'integer', maximum: 100 } })],
    }),
  ],
  [
    'a parameter is needed',
    changed('post', { parameters: [parameter('name', { required: true })] }),
  ],
  ['a member of an answer goes', changed('get', { responses: answer(object({})) })],
  ['an answer goes', changed('get', { responses: {} })],
  ['a body is taken no more', changed('post', { requestBody: { content: {} } })],
] as const)('it is told when %s', (_what, after) => {
  expect(findApiBreaks(before, after)).not.toEqual([]);
});
