/** The API's own description. */
import type { FastifyInstance } from 'fastify';
import { buildOpenApi } from '../openapi.ts';
import { addOperation } from '../operation.ts';
import { getOpenApi } from '../operations/service.ts';

export function addOpenApiRoute(app: FastifyInstance): void {
  const document = buildOpenApi('0.1.0');
  addOperation(app, getOpenApi, async () => document);
}
