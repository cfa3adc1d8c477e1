import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../json-schema.ts';
import { findBreaks } from './breaks.ts';

const text = { type: 'string' };

function object(properties: Record<string, JsonSchema>, more: JsonSchema = {}): JsonSchema {
  return { type: 'object', properties, ...more };
}

const closed = { additionalProperties: false };

/** Whether the change breaks senders, and whether it breaks readers. */
function breaking(before: JsonSchema, after: JsonSchema) {
  return {
    input: findBreaks('input', before, after).length > 0,
    output: findBreaks('output', before, after).length > 0,
  };
}

interface Change {
  readonly what: string;
  readonly before: JsonSchema;
  readonly after: JsonSchema;
  readonly input: boolean;
  readonly output: boolean;
}

const changes: readonly Change[] = [
  {
    what: 'nothing',
    before: object({ a: text }, { required: ['a'] }),
    after: object({ a: text }, { required: ['a'] }),
    input: false,
    output: false,
  },
  {
    what: 'only words for people',
    before: object({ a: { ...text, description: 'old' } }),
    after: object({ a: { ...text, description: 'new', examples: ['x'] } }),
    input: false,
    output: false,
  },
  {
    what: 'a new optional field that was refused before',
    before: object({ a: text }, closed),
    after: object({ a: text, b: text }, closed),
    input: false,
    output: true,
  },
  {
    what: 'a new field that readers were told to let pass',
    before: object({ a: text }),
    after: object({ a: text, b: text }),
    // A sender may have put anything there.
    input: true,
    output: false,
  },
  {
    what: 'a new required field',
    before: object({ a: text }, { ...closed, required: ['a'] }),
    after: object({ a: text, b: text }, { ...closed, required: ['a', 'b'] }),
    input: true,
    output: true,
  },
  {
    what: 'an optional field made required',
    before: object({ a: text }),
    after: object({ a: text }, { required: ['a'] }),
    input: true,
    output: false,
  },
  {
    what: 'a required field made optional',
    before: object({ a: text }, { required: ['a'] }),
    after: object({ a: text }),
    input: false,
    output: true,
  },
  {
    what: 'an optional field removed',
    before: object({ a: text, b: text }),
    after: object({ a: text }),
    input: true,
    output: true,
  },
  {
    what: 'a type widened',
    before: object({ a: { type: 'integer' } }),
    after: object({ a: { type: 'number' } }),
    input: false,
    output: true,
  },
  {
    what: 'a type narrowed',
    before: object({ a: { type: ['string', 'null'] } }),
    after: object({ a: text }),
    input: true,
    output: false,
  },
  {
    what: 'another type',
    before: object({ a: text }),
    after: object({ a: { type: 'number' } }),
    input: true,
    output: true,
  },
  {
    what: 'a field that may now be null',
    before: object({ a: text }),
    after: object({ a: { anyOf: [text, { type: 'null' }] } }),
    input: false,
    output: true,
  },
  {
    what: 'a value added',
    before: { ...text, enum: ['a', 'b'] },
    after: { ...text, enum: ['a', 'b', 'c'] },
    input: false,
    output: true,
  },
  {
    what: 'a value taken away',
    before: { ...text, enum: ['a', 'b'] },
    after: { ...text, enum: ['a'] },
    input: true,
    output: false,
  },
  {
    what: 'any value in place of a few',
    before: { ...text, enum: ['a'] },
    after: text,
    input: false,
    output: true,
  },
  {
    what: 'another constant',
    before: { ...text, const: 'v1' },
    after: { ...text, const: 'v2' },
    input: true,
    output: true,
  },
  {
    what: 'a limit tightened',
    before: { type: 'array', items: text, maxItems: 50 },
    after: { type: 'array', items: text, maxItems: 10 },
    input: true,
    output: false,
  },
  {
    what: 'a least value loosened',
    before: { type: 'number', minimum: 1 },
    after: { type: 'number', minimum: 0 },
    input: false,
    output: true,
  },
  {
    what: 'a pattern that was not asked for',
    before: text,
    after: { ...text, pattern: '^a' },
    input: true,
    output: false,
  },
  {
    what: 'another pattern',
    before: { ...text, pattern: '^a' },
    after: { ...text, pattern: '^b' },
    input: true,
    output: true,
  },
  {
    what: 'a format given up',
    before: { ...text, format: 'date' },
    after: text,
    input: false,
    output: true,
  },
  {
    what: 'further fields refused',
    before: object({ a: text }),
    after: object({ a: text }, closed),
    input: true,
    output: false,
  },
  {
    what: 'a change deep inside',
    before: object({ a: { type: 'array', items: object({ b: text }) } }),
    after: object({ a: { type: 'array', items: object({ b: { type: 'number' } }) } }),
    input: true,
    output: true,
  },
  {
    what: 'a keyword it does not know',
    before: { ...text, not: { const: 'x' } },
    after: { ...text, not: { const: 'y' } },
    input: true,
    output: true,
  },
  {
    what: 'a combination it does not judge',
    before: { ...text, anyOf: [{ minLength: 1 }] },
    after: { ...text, anyOf: [{ minLength: 2 }] },
    input: true,
    output: true,
  },
];

describe('a change of schema', () => {
  test.each(changes)('$what', ({ before, after, input, output }) => {
    expect(breaking(before, after)).toEqual({ input, output });
  });

  test('is told with its place and reason', () => {
    const before = object({
      parties: { type: 'array', items: object({ name: text, phone: text }, closed) },
    });
    const after = object({
      parties: {
        type: 'array',
        items: object({ name: { ...text, maxLength: 9 } }, { ...closed, required: ['name'] }),
      },
    });
    expect(findBreaks('input', before, after)).toEqual([
      { path: '.parties[].phone', reason: 'the field was removed' },
      { path: '.parties[].name', reason: 'the field is required on one side only' },
      { path: '.parties[].name', reason: '"maxLength" is none on one side and 9 on the other' },
      { path: '.parties[].phone', reason: 'the field is unknown on one side' },
    ]);
  });

  test('of a field that goes from inside something nullable is seen', () => {
    const nullable = (schema: JsonSchema) => ({ anyOf: [schema, { type: 'null' }] });
    const before = object({ a: nullable(object({ b: text, c: text })) });
    const after = object({ a: nullable(object({ b: text })) });
    expect(breaking(before, after)).toEqual({ input: false, output: true });
  });
});
