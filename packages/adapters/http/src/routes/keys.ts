/** Keys: made, listed, revoked. A key's token is in the answer that made it, and nowhere else. */
import { newKeySchema, type KeyDesk } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { requireAction } from '../guard.ts';
import { fromEngine, notFound } from '../problem.ts';
import { readCommand } from '../read-command.ts';

const config = { action: 'manage-keys' } as const;

export function addKeyRoutes(
  app: FastifyInstance,
  keys: Pick<KeyDesk, 'create' | 'list' | 'revoke'>,
): void {
  app.route({
    method: 'GET',
    url: '/v1/keys',
    config,
    handler: async () => ({ rows: await fromEngine(keys.list()) }),
  });

  app.route({
    method: 'POST',
    url: '/v1/keys',
    config,
    handler: async (request, reply) => {
      const wanted = await readCommand(request, newKeySchema);
      const made = await fromEngine(keys.create(wanted, requireAction(request, config.action)));
      return reply.status(201).send(made);
    },
  });

  app.route<{ Params: { id: string } }>({
    method: 'POST',
    url: '/v1/keys/:id/revoke',
    config,
    handler: async (request) => {
      const by = requireAction(request, config.action);
      const key = await fromEngine(keys.revoke(request.params.id, by));
      if (key === null) throw notFound('No key has this id.');
      return key;
    },
  });
}
