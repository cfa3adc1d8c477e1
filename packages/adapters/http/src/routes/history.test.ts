import type { ReplayOutcome } from '@herkomst/runtime';
import {
  assessment,
  createMemoryStore,
  deadLetter,
  head,
  soleTenant,
  writes,
} from '@herkomst/runtime/testing';
import { afterEach, expect, it } from 'vitest';
import type { HttpServerOptions } from '../server.ts';
import type { Replay } from './dead-letters.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function start(changes: Partial<HttpServerOptions> = {}): Promise<TestServer> {
  server = await startTestServer(changes);
  return server;
}

async function filled() {
  const store = createMemoryStore();
  for (const day of [1, 2, 3]) {
    const assessedAt = `2026-03-0${day}T08:00:00.000Z`;
    await store.screen({ events: [], shipments: [] }, () =>
      writes({
        heads: [head(`s${day}`)],
        assessments: [assessment(`s${day}`, { assessedAt, shipment: `{"number":${day}}` })],
      }),
    );
  }
  return store;
}

it('gives declared shipments of a period oldest first, page by page', async () => {
  const { call } = await start({ stores: soleTenant(await filled()).stores });
  const first = await call('/v1/shipments?limit=2&from=2026-03-01');
  expect(first.body['rows']).toMatchObject([
    { shipmentId: 's1', shipment: { number: 1 }, verdict: 'clear', current: true },
    { shipmentId: 's2' },
  ]);
  expect(JSON.stringify(first.body)).not.toContain('assessment"');
  const after = encodeURIComponent(String(first.body['next']));
  const second = await call(`/v1/shipments?limit=2&from=2026-03-01&after=${after}`);
  expect(second.body).toMatchObject({ rows: [{ shipmentId: 's3' }], next: null });
  const until = await call('/v1/shipments?to=2026-03-02T00:00:00Z');
  expect(until.body).toMatchObject({ rows: [{ shipmentId: 's1' }] });
});

it('refuses a time that is none, naming it', async () => {
  const { call } = await start();
  const answer = await call('/v1/shipments?from=yesterday');
  expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' });
  expect(String(answer.body['detail'])).toContain('"from"');
});

it('finds the keys of a shipment id, none where none knows it', async () => {
  const { call } = await start({ stores: soleTenant(await filled()).stores });
  expect((await call('/v1/shipments/s2')).body).toEqual({
    rows: [{ source: 'urn:sender', shipmentId: 's2', declarationKind: 'import' }],
  });
  expect((await call('/v1/shipments/s9')).body).toEqual({ rows: [] });
});

it('hands a dead letter in again, where it is able to', async () => {
  const store = createMemoryStore();
  await store.addDeadLetters([deadLetter('d1')]);
  const seen: string[] = [];
  const replay: Replay = async (tenant, letter): Promise<ReplayOutcome> => {
    seen.push(`${tenant} ${letter.deadLetterId}`);
    return { kind: 'taken', accepted: 1 };
  };
  const { call } = await start({ stores: soleTenant(store).stores, replay });
  const again = await call('/v1/dead-letters/d1/replay', { method: 'POST' });
  expect(again).toMatchObject({ status: 200, body: { kind: 'taken', accepted: 1 } });
  expect((await call('/v1/dead-letters/d9/replay', { method: 'POST' })).status).toBe(404);
  expect(seen).toEqual(['default d1']);
});
