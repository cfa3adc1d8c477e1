/** Parameters of a URL, checked by a schema. Each stands once; numbers are read as such. */
import { z } from 'zod';
import { badRequest } from './problem.ts';

/** Throws a Problem that names each parameter at fault. */
export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  given: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(schema.shape, name)) throw badRequest(`There is no parameter "${name}".`);
    if (typeof value !== 'string' || value === '') {
      throw badRequest(`The parameter "${name}" must be given once, with a value.`);
    }
    values[name] = isNumber(schema.shape[name] as z.ZodType) ? readNumber(value) : value;
  }
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = String(issue?.path[0] ?? '');
  throw badRequest(`The parameter "${name}": ${issue?.message ?? 'it can not be read'}.`);
}

function isNumber(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return isNumber(schema.unwrap() as z.ZodType);
  }
  return schema instanceof z.ZodNumber;
}

/** What is no plain number stays text, which the schema refuses. */
function readNumber(text: string): number | string {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}
