/**
 * Finds what a change of the OpenAPI document breaks: an operation, parameter or answer that goes, a
 * body that is taken no more, an answer that readers of the former document would not understand.
 */
import type { JsonSchema } from '../json-schema.ts';
import { findBreaks, type Break } from './breaks.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

interface ApiOperation {
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
}

/** Empty when nothing breaks. */
export function findApiBreaks(before: ApiDocument, after: ApiDocument): Break[] {
  return Object.entries(before.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, was]) => {
      const at = `${method.toUpperCase()} ${path}`;
      const is = after.paths[path]?.[method];
      if (is === undefined) return [{ path: at, reason: 'the operation was removed' }];
      return [...parameterBreaks(was, is), ...bodyBreaks(was, is), ...answerBreaks(was, is)].map(
        (found) => ({ ...found, path: `${at} ${found.path}` }),
      );
    }),
  );
}

function parameterBreaks(was: ApiOperation, is: ApiOperation): Break[] {
  const now = new Map(is.parameters.map((one) => [`${one.in} ${one.name}`, one]));
  const known = new Set(was.parameters.map((one) => `${one.in} ${one.name}`));
  return [
    ...was.parameters.flatMap((one): Break[] => {
      const next = now.get(`${one.in} ${one.name}`);
      if (next === undefined) return [{ path: one.name, reason: 'the parameter was removed' }];
      const needed = next.required && !one.required;
      return [
        ...(needed ? [{ path: one.name, reason: 'the parameter is needed now' }] : []),
        ...findBreaks('input', one.schema, next.schema).map((found) => ({
          ...found,
          path: `${one.name}${found.path}`,
        })),
      ];
    }),
    ...is.parameters
      .filter((one) => one.required && !known.has(`${one.in} ${one.name}`))
      .map(({ name }) => ({ path: name, reason: 'a parameter is needed that was none' })),
  ];
}

function bodyBreaks(
  { requestBody: was }: ApiOperation,
  { requestBody: is }: ApiOperation,
): Break[] {
  if (was === undefined) return is === undefined ? [] : [{ path: '', reason: 'a body is needed' }];
  return contentBreaks('input', was.content, is?.content ?? {}, 'body');
}

function answerBreaks(was: ApiOperation, is: ApiOperation): Break[] {
  return Object.entries(was.responses).flatMap(([status, { content = {} }]) => {
    const next = is.responses[status];
    if (next === undefined) return [{ path: status, reason: 'the answer was removed' }];
    return contentBreaks('output', content, next.content ?? {}, status);
  });
}

function contentBreaks(
  direction: 'input' | 'output',
  was: Content,
  is: Content,
  path: string,
): Break[] {
  return Object.entries(was).flatMap(([type, { schema }]): Break[] => {
    const next = is[type];
    if (next === undefined) return [{ path, reason: `${type} was removed` }];
    if (schema === undefined || next.schema === undefined) return [];
    return findBreaks(direction, schema, next.schema).map((found) => ({
      ...found,
      path: `${path}${found.path}`,
    }));
  });
}
