/** How far the work has got: what is stored, and what still waits. */
import type { FastifyInstance } from 'fastify';
import { callerOf } from '../guard.ts';
import { fromEngine } from '../problem.ts';

/** Gives any JSON object, of what is stored that of the tenant; rejects when an engine fails. */
export type ReadStatus = (tenant: string) => Promise<object>;

export function addStatusRoute(app: FastifyInstance, readStatus: ReadStatus): void {
  app.route({
    method: 'GET',
    url: '/v1/status',
    config: { action: 'read' },
    handler: (request) => fromEngine(readStatus(callerOf(request).tenant)),
  });
}
