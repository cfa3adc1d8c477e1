/** Who may call, and do what: every path that does not say that it is open needs a key whose roles allow what the path does. */
import { mayDo, type Action, type Actor } from '@herkomst/runtime';
import type { FastifyRequest } from 'fastify';
import { fromEngine, Problem } from './problem.ts';

/** Whose token it is; null when it is nobody's. */
export type Authenticate = (token: string) => Promise<Actor | null>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does; one that does not say is closed to everybody. */
    action?: Action;
    /** It holds nothing of anybody's, and asks for no key. */
    open?: true;
  }
  interface FastifyRequest {
    caller: Actor | null;
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
  if (request.caller === null) {
    throw new Problem(
      401,
      'unauthorized',
      'Unauthorized',
      'A key that holds is needed: "Authorization: Bearer ...".',
      { headers: { 'www-authenticate': 'Bearer' } },
    );
  }
  // Where no route was found, the answer is that.
  if (url !== undefined) requireAction(request, config.action);
}

/** Throws a Problem unless the caller's roles allow the action; resolves to the caller. */
export function requireAction(request: FastifyRequest, action: Action | undefined): Actor {
  const { caller } = request;
  if (caller !== null && action !== undefined && mayDo(caller.roles, action)) return caller;
  throw new Problem(
    403,
    'forbidden',
    'Forbidden',
    `The roles of this key (${caller?.roles.join(', ') ?? 'none'}) do not allow it: ${action ?? 'nobody may'}.`,
  );
}
