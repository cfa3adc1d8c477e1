import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
const directory = mkdtempSync(join(tmpdir(), 'herkomst-console-'));

beforeAll(async () => {
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<title>the page</title>');
  writeFileSync(join(directory, 'assets', 'index-1.js'), 'export {};');
  writeFileSync(join(directory, '.built-from'), 'digest');
  server = await startTestServer({
    console: { directory, connectTo: ['https://login.example.com'] },
  });
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

const get = (path: string): Promise<Response> =>
  fetch(`${server.url}${path}`, { redirect: 'manual' });

it('gives the page to everybody, under a policy that lets nothing in from elsewhere', async () => {
  for (const path of ['/console/', '/console/cases/case-1', '/console/alerts?party=x']) {
    const answer = await get(path);
    expect(answer.status, path).toBe(200);
    expect(await answer.text()).toContain('the page');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self' https://login.example.com;");
    expect(policy).not.toContain('unsafe');
  }
});

it('lets assets be kept, and says when one is gone', async () => {
  const asset = await get('/console/assets/index-1.js');
  expect(asset.status).toBe(200);
  expect(asset.headers.get('cache-control')).toContain('immutable');
  const gone = await get('/console/assets/index-0.js');
  expect(gone.status).toBe(404);
  expect(gone.headers.get('cache-control')).toBe('no-store');
});

it('leads to the console from the root, and gives nothing but its files', async () => {
  expect((await get('/')).headers.get('location')).toBe('/console/');
  expect((await get('/console')).headers.get('location')).toBe('/console/');
  for (const path of ['/console/.built-from', '/console/..%2f..%2fetc%2fpasswd']) {
    expect(await (await get(path)).text()).not.toMatch(/digest|root:/);
  }
});

it('asks for a key everywhere else still', async () => {
  expect((await get('/v1/alerts')).status).toBe(401);
  expect((await get('/v1/alerts')).headers.get('content-security-policy')).toBeNull();
});
