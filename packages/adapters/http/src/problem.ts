/** Errors as RFC 9457 problem documents: what is wrong, for a program and for a person. */
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answered as a problem document when thrown in a handler. */
export class Problem extends Error {
  readonly status: number;
  /** Stable word: 'unsupported-media-type'. */
  readonly code: string;
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Further members of the document. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    title: string,
    detail: string,
    more: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly members?: Readonly<Record<string, unknown>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(detail, { cause: more.cause });
    this.status = status;
    this.code = code;
    this.title = title;
    this.headers = more.headers ?? {};
    this.members = more.members ?? {};
  }
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, title, message, headers, members }: Problem,
): FastifyReply {
  return reply
    .status(status)
    .headers(headers)
    .type('application/problem+json')
    .send(
      Buffer.from(
        JSON.stringify({
          type: `urn:herkomst:problem:${code}`,
          title,
          status,
          detail: message,
          instance: `urn:uuid:${request.id}`,
          ...members,
        }),
      ),
    );
}

export function notFound(what: string): Problem {
  return new Problem(404, 'not-found', 'Not found', what);
}

export function badRequest(detail: string): Problem {
  return new Problem(400, 'invalid-request', 'Invalid request', detail);
}

/** Waits for an engine; its failure is told as "not now", for the caller may try again. */
export async function fromEngine<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    if (cause instanceof Error && 'code' in cause && cause.code === 'invalid-page') {
      throw badRequest('The cursor is not one that a page of this list gave.');
    }
    throw new Problem(
      503,
      'engine-unavailable',
      'Not available now',
      'The store or the event stream did not take the request; it is safe to send it again.',
      { cause, headers: { 'retry-after': '5' } },
    );
  }
}

/** What any error looks like from outside: never its text or stack, unless it is a Problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  if (status === 413) return tooLarge('The body is larger than allowed.');
  if (status === 415) {
    return unsupportedMediaType('The content type is not one that shipments can be sent in.');
  }
  if (status >= 400 && status < 500) {
    return new Problem(
      status,
      'invalid-request',
      'Invalid request',
      'The request can not be read.',
    );
  }
  return new Problem(
    500,
    'internal',
    'Internal error',
    'A fault of the server; it is in its log.',
    {
      cause: error,
    },
  );
}

export function tooLarge(detail: string): Problem {
  return new Problem(413, 'too-large', 'Too large', detail);
}

export function unsupportedMediaType(detail: string): Problem {
  return new Problem(415, 'unsupported-media-type', 'Unsupported media type', detail, {
    headers: { accept: acceptedTypes.join(', '), 'accept-encoding': 'gzip' },
  });
}

export const acceptedTypes = [
  'application/json',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/x-ndjson',
] as const;

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}
