/** A small JSON body, checked by a schema: what is wrong is told with its path. */
import { parseJson, startOfInput } from '@herkomst/runtime';
import type { FastifyRequest } from 'fastify';
import { Problem, unsupportedMediaType } from './problem.ts';
import { readBody } from './request-body.ts';

/** What of a zod schema is used. */
interface Schema<Value> {
  safeParse(given: unknown):
    | { readonly success: true; readonly data: Value }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[];
            readonly message: string;
          }[];
        };
      };
}

const maxBytes = 1024 * 1024;

/** Throws a Problem: 415, 400 for what is no JSON, 422 for what the schema refuses. */
export async function readCommand<Value>(
  request: FastifyRequest,
  schema: Schema<Value>,
): Promise<Value> {
  const { bytes, mediaType } = await readBody(request, maxBytes);
  if (mediaType !== 'application/json') {
    throw unsupportedMediaType('The content type must be application/json.');
  }
  const reading = parseJson(bytes, startOfInput);
  if (reading.kind === 'invalid') throw invalid(400, reading.faults);
  const result = schema.safeParse(reading.value);
  if (result.success) return result.data;
  throw invalid(
    422,
    result.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  );
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function invalid(status: number, faults: readonly Fault[]): Problem {
  const told = faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return new Problem(status, 'invalid-body', 'Invalid body', told.join('; '), {
    members: { faults },
  });
}
