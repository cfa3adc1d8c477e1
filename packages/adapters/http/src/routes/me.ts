/** Who calls, and what they may do: what a user interface asks first. */
import { actions, mayDo } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import type { Me } from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { getMe } from '../operations/me.ts';

export function addMeRoute(app: FastifyInstance, tenant: string): void {
  addOperation(app, getMe, async ({ by: { kind, id, name, roles } }): Promise<Me> => ({
    actor: { kind, id, name },
    tenant,
    roles: [...roles],
    actions: actions.filter((action) => mayDo(roles, action)),
  }));
}
