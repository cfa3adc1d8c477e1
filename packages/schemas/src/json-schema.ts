/**
 * JSON Schema (draft 7, which AsyncAPI builds on) from zod. What we take is written as it is checked;
 * what we give is open, for a later release may add fields that readers of today must let pass.
 */
import { z } from 'zod';

export type JsonSchema = { readonly [keyword: string]: unknown };

export interface SchemaText {
  readonly title: string;
  readonly description: string;
}

export function inputSchema(schema: z.ZodType, text: SchemaText): JsonSchema {
  return { ...text, ...z.toJSONSchema(schema, { ...options, io: 'input' }) };
}

export function outputSchema(schema: z.ZodType, text: SchemaText): JsonSchema {
  const written = z.toJSONSchema(schema, {
    ...options,
    io: 'output',
    override({ zodSchema, jsonSchema }) {
      options.override({ zodSchema, jsonSchema });
      delete jsonSchema.additionalProperties;
    },
  });
  return { ...text, ...written };
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;
type Overridden = Pick<Parameters<Override>[0], 'zodSchema' | 'jsonSchema'>;

const options = {
  target: 'draft-7',
  override({ jsonSchema }: Overridden) {
    // Zod spells calendars out; the format says the same, and stays the same with the next zod.
    if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date')
      delete jsonSchema.pattern;
  },
} as const;
