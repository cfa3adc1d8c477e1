/** Shipments in, and what was found of one. */
import type { IntakeEntry, Intakes } from '@herkomst/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../guard.ts';
import { fromEngine, Problem } from '../problem.ts';
import { readRequest } from '../read-request.ts';
import { readBody } from '../request-body.ts';

export interface Limits {
  /** Bytes of a body, decompressed. */
  readonly maxBodyBytes: number;
  /** Events in one request. */
  readonly maxEvents: number;
}

export interface ShipmentRoutesParts {
  readonly intakes: Intakes;
  readonly limits: Limits;
}

export function addShipmentRoutes(app: FastifyInstance, parts: ShipmentRoutesParts): void {
  const { intakes, limits } = parts;

  app.route({
    method: 'POST',
    url: '/v1/shipments',
    config: { action: 'submit-shipments' },
    handler: async (request, reply): Promise<FastifyReply> => {
      const entries = await readEntries(request, limits);
      const intake = intakes.of(callerOf(request).tenant);
      const result = await fromEngine(intake.submit(`http:${request.ip}`, entries));
      refuseIfNone(entries, result.rejected);
      return reply.status(202).send(result);
    },
  });
}

export async function readEntries(
  request: FastifyRequest,
  { maxBodyBytes, maxEvents }: Limits,
): Promise<readonly IntakeEntry[]> {
  const body = await readBody(request, maxBodyBytes);
  return readRequest(body, request.headers, maxEvents);
}

/** The request was for nothing: 422 where all of it could be parsed, 400 where some could not. */
export function refuseIfNone(
  entries: readonly IntakeEntry[],
  rejected: readonly { readonly code: string }[],
): void {
  if (rejected.length === 0 || rejected.length < entries.length) return;
  const parsed = rejected.every(({ code }) => code === 'schema');
  const detail =
    rejected.length === 1
      ? 'The event was refused.'
      : `All ${rejected.length} events were refused.`;
  throw new Problem(parsed ? 422 : 400, 'all-rejected', 'Nothing was accepted', detail, {
    members: { accepted: 0, rejected },
  });
}
