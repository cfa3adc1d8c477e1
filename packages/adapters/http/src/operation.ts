/**
 * A path and method of the API, declared once: who may, what it takes and what it gives. Routes are
 * made from operations, and so is the OpenAPI document; neither says anything the other does not.
 */
import type { Action, Caller } from '@herkomst/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireAction } from './guard.ts';
import { readQuery } from './read-query.ts';

export interface Answer {
  readonly description: string;
  /** Of JSON; absent where there is no body, or it is something else. */
  readonly schema?: z.ZodType;
  /** Media types other than application/json. */
  readonly types?: readonly string[];
}

export interface Operation<
  Query extends z.ZodObject = z.ZodObject,
  Params extends string = string,
> {
  readonly method: 'GET' | 'POST';
  /** With parameters as ':id'. */
  readonly path: string;
  /** Null for everybody, without a key. */
  readonly action: Action | null;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly query?: Query;
  readonly params?: Readonly<Record<Params, z.ZodType<string>>>;
  readonly body?: {
    readonly types: readonly string[];
    /** Absent where the body is a file. */
    readonly schema?: z.ZodType;
    readonly description?: string;
  };
  /** By status; those of every route (401, 403, 429, 500, 503) are added. */
  readonly answers: Readonly<Record<number, Answer>>;
}

export interface Call<Query, Params extends string> {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly query: Query;
  readonly params: Readonly<Record<Params, string>>;
  /** Who calls; never null where an action is needed. */
  readonly by: Caller;
}

/** Keeps the types of an operation's parts. */
export function operation<Query extends z.ZodObject, Params extends string = never>(
  one: Operation<Query, Params>,
): Operation<Query, Params> {
  return one;
}

export function addOperation<Query extends z.ZodObject, Params extends string>(
  app: FastifyInstance,
  { method, path, action, query }: Operation<Query, Params>,
  handle: (call: Call<z.output<Query>, Params>) => Promise<unknown>,
  options: { readonly bodyLimit?: number } = {},
): void {
  app.route<{ Params: Record<Params, string>; Querystring: Record<string, unknown> }>({
    ...options,
    method,
    url: path,
    // A look at the headers alone shall not do the work of a whole answer.
    exposeHeadRoute: false,
    config: action === null ? { open: true } : { action },
    handler: async (request, reply) =>
      handle({
        request,
        reply,
        query: readQuery(query ?? noQuery, request.query) as z.output<Query>,
        params: request.params as Readonly<Record<Params, string>>,
        by: action === null ? nobody : requireAction(request, action),
      }),
  });
}

const noQuery = z.strictObject({});

const nobody: Caller = {
  kind: 'service',
  id: '',
  name: '',
  roles: [],
  tenant: '',
  operator: false,
  actions: [],
  perMinute: null,
  credential: 'none',
};
