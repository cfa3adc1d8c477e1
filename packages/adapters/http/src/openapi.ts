/** The API as an OpenAPI 3.1 document, made of its operations: schemas are JSON Schema as zod writes it. */
import { z } from 'zod';
import { problemSchema } from './contract/index.ts';
import type { Answer, Operation } from './operation.ts';
import { operations } from './operations/index.ts';

type Json = { readonly [name: string]: unknown };

/** @param version of the release that it describes. */
export function buildOpenApi(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const one of operations) {
    const path = one.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: writeOperation(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Herkomst',
      version,
      description:
        'Screens imports for forced labour. Errors are problem documents (RFC 9457). Readers must let pass members that they do not know.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, or an access token of the OpenID Connect issuer.',
        },
      },
      schemas: { Problem: write(problemSchema, 'output') },
    },
  };
}

function writeOperation({ action, tag, summary, description, ...one }: Operation): Json {
  return {
    operationId: idOf(one),
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(action === null ? { security: [] } : { 'x-action': action }),
    parameters: [...pathParameters(one), ...queryParameters(one)],
    ...(one.body === undefined ? {} : { requestBody: writeBody(one.body) }),
    responses: Object.fromEntries(
      Object.entries({ ...one.answers, ...(action === null ? {} : ofAllWithKey), ...ofAll }).map(
        ([status, answer]) => [status, writeAnswer(answer)],
      ),
    ),
  };
}

/** 'getV1AlertsById'. */
function idOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  const words = path
    .replaceAll(/:(\w)/g, (_, first: string) => `By${first.toUpperCase()}`)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return method.toLowerCase() + words.join('');
}

const problem = (description: string): Answer => ({
  description,
  schema: problemSchema,
  types: ['application/problem+json'],
});

const ofAllWithKey: Readonly<Record<number, Answer>> = {
  401: problem('No key that holds.'),
  403: problem('The key does not allow it.'),
  429: problem('Too many requests; see Retry-After.'),
};

const ofAll: Readonly<Record<number, Answer>> = {
  500: problem('A fault of the server.'),
  503: problem('An engine does not answer; it is safe to try again.'),
};

function pathParameters({ path, params }: Pick<Operation, 'path' | 'params'>): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: params?.[name] === undefined ? { type: 'string' } : write(params[name], 'input'),
  }));
}

function queryParameters({ query }: Pick<Operation, 'query'>): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = write(query, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function writeBody({ types, schema, description }: NonNullable<Operation['body']>): Json {
  const content = schema === undefined ? {} : { schema: write(schema, 'input') };
  return {
    required: true,
    ...(description === undefined ? {} : { description }),
    content: Object.fromEntries(types.map((type) => [type, content])),
  };
}

function writeAnswer({ description, schema, types }: Answer): Json {
  if (schema === undefined && types === undefined) return { description };
  const content =
    schema === undefined
      ? {}
      : {
          schema:
            schema === problemSchema
              ? { $ref: '#/components/schemas/Problem' }
              : write(schema, 'output'),
        };
  return {
    description,
    content: Object.fromEntries((types ?? ['application/json']).map((type) => [type, content])),
  };
}

/** What we give is left open, for a later release may add members that readers of today let pass. */
function write(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      if (io === 'output' && jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
      // Zod spells calendars out; the format says the same, and stays the same with the next zod.
      if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') {
        delete jsonSchema.pattern;
      }
    },
  });
  return written;
}
