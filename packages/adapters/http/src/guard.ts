/** Who may call, and do what: every path that is not open needs a key that allows what it does. */
import { actionsOf, mayCall, type Action, type Caller, type Store } from '@herkomst/runtime';
import type { FastifyRequest } from 'fastify';
import { fromEngine, Problem } from './problem.ts';

/** Whose token it is; null when it is nobody's. */
export type Authenticate = (token: string) => Promise<Caller | null>;

/** The store of the caller's tenant. */
export type StoreOf = (request: FastifyRequest) => Store;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does; one that does not say is closed to everybody. */
    action?: Action;
    /** It holds nothing of anybody's, and asks for no key. */
    open?: true;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** For those who only ask whether the server is there. */
const openPaths: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** Throws a Problem unless the request may pass; leaves who called on it. */
export async function admit(request: FastifyRequest, authenticate: Authenticate): Promise<void> {
  // By the route that was found, not by the URL, which can be written in many ways.
  const { url, config } = request.routeOptions;
  if (openPaths.has(url ?? '') || config.open === true) return;
  const token = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  request.caller = token === undefined ? null : await fromEngine(authenticate(token));
  callerOf(request);
  // Where no route was found, the answer is that.
  if (url !== undefined) requireAction(request, config.action);
}

/** Who calls; throws a Problem where that is nobody. */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (caller !== null) return caller;
  throw new Problem(
    401,
    'unauthorized',
    'Unauthorized',
    'A key that holds is needed: "Authorization: Bearer ...".',
    { headers: { 'www-authenticate': 'Bearer' } },
  );
}

/** Throws a Problem unless the caller may do it; resolves to the caller. */
export function requireAction(request: FastifyRequest, action: Action | undefined): Caller {
  const caller = callerOf(request);
  if (action !== undefined && mayCall(caller, action)) return caller;
  const may = actionsOf(caller).join(', ');
  throw new Problem(
    403,
    'forbidden',
    'Forbidden',
    `This caller may not do that (${action ?? 'nobody may'}), only: ${may === '' ? 'nothing' : may}.`,
  );
}
