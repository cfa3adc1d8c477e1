/** Keys: made, listed, revoked. A key's token is in the answer that made it, and nowhere else. */
import { KeyRefused, newKeySchema, type KeyDesk } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { callerOf, requireAction } from '../guard.ts';
import { fromEngine, notFound, Problem } from '../problem.ts';
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
    handler: async (request) => ({ rows: await fromEngine(keys.list(callerOf(request))) }),
  });

  app.route({
    method: 'POST',
    url: '/v1/keys',
    config,
    handler: async (request, reply) => {
      const wanted = await readCommand(request, newKeySchema);
      const by = requireAction(request, config.action);
      const made = await fromEngine(keys.create(wanted, by).catch(refusedOr));
      if (made instanceof KeyRefused) {
        throw new Problem(403, made.code, 'Forbidden', `${made.message}.`);
      }
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

/** What the desk refuses is no failure of an engine. */
function refusedOr(error: unknown): KeyRefused {
  if (error instanceof KeyRefused) return error;
  throw error;
}
