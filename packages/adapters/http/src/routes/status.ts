/** How far the work has got: what is stored, and what still waits. */
import type { FastifyInstance } from 'fastify';
import { fromEngine } from '../problem.ts';

/** Gives any JSON object; rejects when an engine fails. */
export type ReadStatus = () => Promise<object>;

export function addStatusRoute(app: FastifyInstance, readStatus: ReadStatus): void {
  app.route({
    method: 'GET',
    url: '/v1/status',
    config: { action: 'read' },
    handler: () => fromEngine(readStatus()),
  });
}
