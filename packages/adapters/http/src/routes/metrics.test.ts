import { afterEach, expect, it } from 'vitest';
import { startTestServer, testHeaders, type TestServer } from '../test-server.ts';

let server: TestServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const metrics = async () => ({ contentType: 'text/plain; version=0.0.4', body: 'up 1\n' });

it('gives the metrics as they are', async () => {
  server = await startTestServer({ metrics });
  const answer = await fetch(`${server.url}/metrics`, { headers: testHeaders });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4');
  expect(await answer.text()).toBe('up 1\n');
});

it('asks for a key, from this machine too', async () => {
  server = await startTestServer({ metrics });
  expect((await fetch(`${server.url}/metrics`)).status).toBe(401);
  expect((await fetch(`${server.url}/metrics`, { headers: testHeaders })).status).toBe(200);
});

it('knows no such path where nothing counts', async () => {
  server = await startTestServer();
  expect((await fetch(`${server.url}/metrics`, { headers: testHeaders })).status).toBe(404);
});
