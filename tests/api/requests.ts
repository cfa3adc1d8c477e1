/** Requests made from the OpenAPI document: mostly as it says, now and then as it does not. */
import * as fc from 'fast-check';
import type { DocumentedOperation, OpenApi } from './conform.ts';

export interface MadeRequest {
  readonly method: string;
  readonly path: string;
  readonly type: string | null;
  readonly body: string | null;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
}

/** Text that doors and databases have stumbled over. */
const oddText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '%00',
    "'; drop table x; --",
    '../../etc/passwd',
    '\ud800',
    '和田',
  ),
  fc.constantFrom('a'.repeat(600), '-1', '1e999', 'null', '{}', '[]', '=1+1', '\r\nx: y'),
);

const ids = ['x', 'none', 'uflpa:none', 'country:CN', 'port:CNTAO', 'alert-00', '..', 'export'];

function valueFor(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => valueFor(one, depth)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const [type] = [schema.type].flat();
  switch (type ?? 'string') {
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -10, -1000),
        max: Math.min(schema.maximum ?? 1000, 1000),
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return depth > 4
        ? fc.constant([])
        : fc.array(valueFor(schema.items ?? {}, depth + 1), {
            minLength: Math.min(schema.minItems ?? 0, 3),
            maxLength: 3,
          });
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      return fc.record(
        Object.fromEntries(properties.map(([name, one]) => [name, valueFor(one, depth + 1)])),
        {
          requiredKeys: [...(schema.required ?? [])].filter(
            (name) => name in (schema.properties ?? {}),
          ),
        },
      );
    }
    default:
      return textFor(schema);
  }
}

function textFor({ format, pattern, maxLength }: Schema): fc.Arbitrary<unknown> {
  if (format === 'date-time') {
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
      .map((at) => at.toISOString());
  }
  if (format === 'date') return fc.constantFrom('2026-11-24', '2024-02-29', '1999-12-31');
  const matching = pattern === undefined ? null : matchingText(pattern);
  if (matching !== null) return matching.map((text) => text.slice(0, maxLength ?? 200));
  return fc.oneof(
    oddText,
    fc.constantFrom('haolin', 'CN', 'cotton', '6704', 'us-uflpa', 'shipments.csv'),
  );
}

/** Null for a pattern of more than the generator knows. */
function matchingText(pattern: string): fc.Arbitrary<string> | null {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return null;
  }
}

/** Nine in ten as documented. */
function sometimesOdd(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 9, arbitrary: value },
    { weight: 1, arbitrary: fc.oneof(oddText, fc.jsonValue({ maxDepth: 2 })) },
  );
}

export function requestFor(
  method: string,
  path: string,
  { parameters, requestBody }: DocumentedOperation,
): fc.Arbitrary<MadeRequest> {
  const query = parameters.filter((one) => one.in === 'query');
  const values = fc.record(
    Object.fromEntries(query.map(({ name, schema }) => [name, sometimesOdd(valueFor(schema))])),
    { requiredKeys: query.filter(({ required }) => required).map(({ name }) => name) },
  );
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inPath = fc.tuple(...names.map(() => fc.oneof(fc.constantFrom(...ids), oddText)));
  const types = Object.entries(requestBody?.content ?? {});
  const body: fc.Arbitrary<readonly [string | null, string | null]> =
    types.length === 0
      ? fc.constant([null, null] as const)
      : fc
          .constantFrom(...types)
          .chain(([type, { schema }]) =>
            fc
              .oneof(
                { weight: 8, arbitrary: valueFor((schema ?? {}) as Schema).map(write) },
                { weight: 1, arbitrary: fc.jsonValue().map(write) },
                { weight: 1, arbitrary: oddText },
              )
              .map((text) => [type, text] as const),
          );
  return fc.tuple(values, inPath, body).map(([given, segments, [type, text]]) => {
    const search = new URLSearchParams(
      Object.entries(given).map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
      ]),
    ).toString();
    const filled = names.reduce(
      (whole, name, at) => whole.replace(`{${name}}`, segmentOf(segments[at] as string)),
      path,
    );
    return {
      method: method.toUpperCase(),
      path: search === '' ? filled : `${filled}?${search}`,
      type,
      body: text,
    };
  });
}

function write(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** What a URL would take for another path stands for itself. */
function segmentOf(text: string): string {
  const encoded = encodeURIComponent(text.toWellFormed());
  return encoded === '' || /^\.+$/.test(encoded) ? 'x' : encoded;
}

/** Those that end, and leave nothing behind that the next would stumble over. */
export function fuzzed({ paths }: OpenApi): [string, string, DocumentedOperation][] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(
      ([method, operation]): [string, string, DocumentedOperation][] =>
        path === '/v1/alerts/stream' ? [] : [[method, path, operation]],
    ),
  );
}
