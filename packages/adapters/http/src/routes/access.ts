/** How to come in, and which tenants there are. */
import type { FastifyInstance } from 'fastify';
import type { Auth } from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { getAuth, listTenants } from '../operations/access.ts';
import { fromEngine } from '../problem.ts';

export function addAuthRoute(app: FastifyInstance, oidc: Auth['oidc'] | undefined): void {
  addOperation(app, getAuth, async (): Promise<Auth> =>
    oidc === undefined ? { methods: ['key'] } : { methods: ['key', 'oidc'], oidc },
  );
}

export function addTenantsRoute(
  app: FastifyInstance,
  tenants: () => Promise<readonly string[]>,
): void {
  addOperation(app, listTenants, async () => ({
    rows: (await fromEngine(tenants())).map((tenant) => ({ tenant })),
    next: null,
  }));
}
