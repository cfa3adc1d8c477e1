import type { Assessment } from '@herkomst/core';
import { assessment, head, sampleEvent, writes } from '@herkomst/runtime/testing';
import { afterEach, expect, it } from 'vitest';
import type { HttpServerOptions } from '../server.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

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

it('tells what was found of a shipment, newest version first', async () => {
  const { call, store } = await start();
  await store.screen({ events: [], shipments: [] }, () =>
    writes({
      heads: [head('S&1')],
      assessments: [assessment('S&1'), assessment('S&1', { version: 2, verdict: 'alert' })],
    }),
  );
  const query = new URLSearchParams({
    source: 'urn:sender',
    shipmentId: 'S&1',
    declarationKind: 'import',
  });
  expect((await call(`/v1/assessments?${query.toString()}`)).body).toMatchObject({
    rows: [
      { version: 2, verdict: 'alert', assessment: { verdict: 'clear' }, shipment: { items: [] } },
      { version: 1, verdict: 'clear' },
    ],
  });
  query.set('shipmentId', 'S2');
  expect((await call(`/v1/assessments?${query.toString()}`)).status).toBe(404);
  query.delete('source');
  expect((await call(`/v1/assessments?${query.toString()}`)).status).toBe(400);
});

it('screens at once and keeps nothing', async () => {
  const assess = (shipment: { shipmentId: string }) =>
    ({ shipmentId: shipment.shipmentId, verdict: 'review' }) as Assessment;
  const { post, passed, letters } = await start({ assess });
  const answer = await post('application/json', `[${sampleEvent('1')},{}]`, {}, '/v1/screen');
  expect(answer).toMatchObject({
    status: 200,
    body: {
      assessments: [
        { position: 'event 1', id: '1', assessment: { shipmentId: 'S-1', verdict: 'review' } },
      ],
      rejected: [{ position: 'event 2', code: 'schema' }],
    },
  });
  expect(passed).toEqual([]);
  expect(await letters()).toEqual([]);
  expect((await (await start()).call('/v1/screen', { method: 'POST' })).status).toBe(404);
});
