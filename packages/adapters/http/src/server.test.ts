import type { Assessment } from '@herkomst/core';
import type { Intake, IntakeEntry } from '@herkomst/runtime';
import { sampleEvent } from '@herkomst/runtime/testing';
import { afterEach, expect, it } from 'vitest';
import type { HttpServerOptions } from './server.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function start(changes: Partial<HttpServerOptions> = {}): Promise<TestServer> {
  await server?.close();
  server = await startTestServer(changes);
  return server;
}

it('says "not now" when the engines fail, and nothing of why', async () => {
  const failing: Intake = { submit: () => Promise.reject(new Error('secret of the engine')) };
  const { logger, post } = await start({ intakes: { of: () => failing } });
  const answer = await post('application/json', sampleEvent('1'));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  expect(logger.lines).toContainEqual(
    expect.objectContaining({
      level: 'error',
      fields: expect.objectContaining({
        status: 503,
        err: expect.objectContaining({ message: 'secret of the engine' }),
      }),
    }),
  );
});

it('hides faults of its own', async () => {
  const assess = (): Assessment => {
    throw new Error('secret of ours');
  };
  const { post } = await start({ assess });
  const answer = await post('application/json', sampleEvent('1'), {}, '/v1/screen');
  expect(answer).toMatchObject({ status: 500, body: { type: 'urn:herkomst:problem:internal' } });
  expect(JSON.stringify(answer.body)).not.toMatch(/secret|\.ts/);
});

it('asks for a key everywhere but where it says that it is well', async () => {
  const { call, post, passed } = await start();
  const bearer = (token: string) => ({ headers: { authorization: token } });
  const paths = [
    '/v1/alerts',
    '/v1/dead-letters',
    '/v1/nothing',
    '/v1/assessments',
    '/%76%31/alerts',
    '//v1/alerts',
    '/V1/alerts',
    '/nothing',
  ];
  for (const path of paths) {
    for (const given of ['', 'Bearer wrong', 'Bearer test-toke', 'Basic test-token']) {
      const answer = await call(path, bearer(given));
      expect(answer).toMatchObject({ status: 401, body: { title: 'Unauthorized' } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  }
  const sent = await post('application/json', sampleEvent('1'), { authorization: '' });
  expect(sent.status).toBe(401);
  expect(passed).toEqual([]);
  for (const path of ['/healthz', '/readyz']) {
    expect((await call(path, bearer(''))).status).toBe(200);
  }
  expect((await call('/v1/alerts')).status).toBe(200);
});

it('answers what is in hand before it closes', async () => {
  let begun = () => {};
  const inHand = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow: Intake = {
    async submit(_origin: string, entries: readonly IntakeEntry[]) {
      begun();
      await held;
      return { accepted: entries.length, rejected: [] };
    },
  };
  const { post } = await start({ intakes: { of: () => slow } });
  const answer = post('application/json', sampleEvent('1'));
  await inHand;
  const closing = server?.close();
  release();
  expect((await answer).status).toBe(202);
  await closing;
});

it('leads nowhere else', async () => {
  const { call, url } = await start();
  expect(await call('/v1/nothing')).toMatchObject({
    status: 404,
    type: 'application/problem+json',
  });
  expect((await call('/v1/screen')).status).toBe(404);
  expect((await fetch(`${url}/healthz`)).headers.get('cache-control')).toBe('no-store');
});
