/** Who calls, and what they may do: what a user interface asks first. */
import { actionsOf } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import type { Me } from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { getMe } from '../operations/me.ts';

export function addMeRoute(app: FastifyInstance): void {
  addOperation(app, getMe, async ({ by }): Promise<Me> => {
    const { kind, id, name, tenant, roles } = by;
    return { actor: { kind, id, name }, tenant, roles: [...roles], actions: actionsOf(by) };
  });
}
