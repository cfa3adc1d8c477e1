import type { Caller } from '@herkomst/runtime';
import { afterEach, expect, it } from 'vitest';
import type { HttpServerOptions } from './server.ts';
import { startTestServer, testCaller, type TestServer } from './test-server.ts';

let server: TestServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const callers: Readonly<Record<string, Caller>> = {
  slow: { ...testCaller, credential: 'key/slow', perMinute: 2 },
  plain: { ...testCaller, credential: 'key/plain' },
};

async function start(changes: Partial<HttpServerOptions> = {}) {
  server = await startTestServer({
    authenticate: async (token) => callers[token] ?? null,
    perMinute: 4,
    ...changes,
  });
  const { call } = server;
  return (who: string, path = '/v1/me') =>
    call(path, { headers: { authorization: `Bearer ${who}` } });
}

it('gives each caller her own share, and says when there is more', async () => {
  const call = await start();
  const statuses = async (who: string, count: number) => {
    const found: number[] = [];
    for (let nth = 0; nth < count; nth += 1) found.push((await call(who)).status);
    return found;
  };
  expect(await statuses('slow', 3)).toEqual([200, 200, 429]);
  expect(await statuses('plain', 5)).toEqual([200, 200, 200, 200, 429]);
  const refused = await call('slow', '/v1/alerts');
  expect(refused).toMatchObject({
    status: 429,
    type: 'application/problem+json',
    body: {
      type: 'urn:herkomst:problem:too-many-requests',
      status: 429,
      detail: 'This caller may send 2 requests a minute.',
    },
  });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('counts what needs no key for nobody', async () => {
  const call = await start({ perMinute: 1 });
  for (const path of ['/healthz', '/readyz', '/v1/auth']) {
    for (let nth = 0; nth < 3; nth += 1) expect((await call('nobody', path)).status).toBe(200);
  }
  expect((await call('nobody')).status).toBe(401);
});
