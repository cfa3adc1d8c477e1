/** A server for tests, over a store and a stream in memory, and calls to it. */
import { roles, type Caller } from '@herkomst/runtime';
import { createMemoryIntake, createSilentLogger } from '@herkomst/runtime/testing';
import { createHttpServer, type HttpServerOptions } from './server.ts';

/** Who calls in tests, unless they say otherwise: one who may do everything. */
export const testCaller: Caller = {
  kind: 'person',
  id: 'ann',
  name: 'Ann',
  roles,
  tenant: 'default',
  operator: true,
  actions: null,
  perMinute: null,
  credential: 'key/test',
};
export const testHeaders = { authorization: 'Bearer test-token' } as const;

export type Body = NonNullable<RequestInit['body']>;

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Close it with `close`; `passed` are the shipments that reached the stream. */
export async function startTestServer(changes: Partial<HttpServerOptions> = {}) {
  const memory = createMemoryIntake();
  const logger = createSilentLogger();
  const server = await createHttpServer({
    intakes: memory.intakes,
    stores: memory.stores,
    search: memory.stores.search,
    ready: async () => {},
    logger,
    host: '127.0.0.1',
    port: 0,
    authenticate: async (token) => (token === 'test-token' ? testCaller : null),
    ...changes,
  });
  const call = async (
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Answer> => {
    const answer = await fetch(`${server.url}${path}`, {
      ...init,
      headers: { ...testHeaders, ...init.headers },
    });
    const text = await answer.text();
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      headers: answer.headers,
      body: (text === '' ? null : JSON.parse(text)) as Record<string, unknown>,
    };
  };
  const post = (
    type: string,
    body: Body,
    headers: Readonly<Record<string, string>> = {},
    path = '/v1/shipments',
  ): Promise<Answer> =>
    call(path, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
  return { ...memory, ...server, logger, call, post };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;
