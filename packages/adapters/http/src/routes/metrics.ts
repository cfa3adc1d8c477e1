/**
 * Counts for Prometheus. As protected as the rest, also from this machine: a proxy there would let
 * everybody pass for local. Prometheus can send a viewer's key (`authorization` in its scrape settings).
 */
import type { FastifyInstance } from 'fastify';

export type ReadMetrics = () => Promise<{ readonly contentType: string; readonly body: string }>;

export function addMetricsRoute(app: FastifyInstance, readMetrics: ReadMetrics): void {
  app.get('/metrics', { config: { action: 'read-metrics' } }, async (_request, reply) => {
    const { contentType, body } = await readMetrics();
    return reply.type(contentType).send(body);
  });
}
