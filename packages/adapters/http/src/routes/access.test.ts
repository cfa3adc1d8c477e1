import { afterEach, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

it('says how to come in, to whoever asks', async () => {
  server = await startTestServer();
  const auth = await fetch(`${server.url}/v1/auth`);
  expect([auth.status, await auth.json()]).toEqual([200, { methods: ['key'] }]);
  await server.close();

  const oidc = { issuer: 'https://login.example.org', clientId: 'console', scopes: ['openid'] };
  server = await startTestServer({ oidc });
  const both = await fetch(`${server.url}/v1/auth`);
  expect(await both.json()).toEqual({ methods: ['key', 'oidc'], oidc });
});

it('lists the tenants', async () => {
  server = await startTestServer({ tenants: async () => ['acme', 'bolt'] });
  expect((await server.call('/v1/tenants')).body).toEqual({
    rows: [{ tenant: 'acme' }, { tenant: 'bolt' }],
    next: null,
  });
});
