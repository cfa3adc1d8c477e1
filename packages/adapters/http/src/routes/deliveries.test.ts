import { deliveriesQueue, everythingAtOnce, redeliver, type AuditRecord } from '@herkomst/runtime';
import {
  createManualClock,
  createMemoryJobQueue,
  outboxEntry,
  routed,
  writes,
} from '@herkomst/runtime/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deliveriesSchema, deliverySchema, receiversSchema } from '../contract/index.ts';
import { startTestServer, testCaller, type TestServer } from '../test-server.ts';
import type { DeliveryRouteParts } from './deliveries.ts';

const at = '2026-11-24T08:00:00.000Z';
const later = '2026-11-24T20:00:00.000Z';

let server: TestServer;
let audit: AuditRecord[];
let queue: ReturnType<typeof createMemoryJobQueue>;

beforeEach(async () => {
  audit = [];
  const clock = createManualClock(at);
  queue = createMemoryJobQueue(clock);
  const parts: DeliveryRouteParts = {
    receivers: () => [
      { name: 'hook', kind: 'webhook', tenant: null, policy: null },
      {
        name: 'desk',
        kind: 'email',
        tenant: 'default',
        policy: {
          ...everythingAtOnce,
          digest: { timeZone: 'Europe/Amsterdam', at: [8 * 60], unless: 'critical' },
        },
      },
    ],
    redeliver: (tenant, outboxId, receiver) =>
      redeliver(outboxId, receiver, {
        tenant,
        stores: server.stores,
        queue,
        clock,
        maxAttempts: 3,
        backoffMs: 1,
      }),
    test: async (_, name) =>
      name === 'hook' ? { kind: 'give-up', reason: '410 Gone', status: 410 } : null,
    record: async (_, record) => void audit.push(record),
    now: () => clock.now(),
  };
  server = await startTestServer({ deliveries: parts });
  const store = server.stores.of('default');
  const ids = ['a1', 'a1-withdrawn', 'a2'];
  await store.screen({ events: [], shipments: [] }, () =>
    writes({ outbox: ids.map((id) => outboxEntry(id)) }),
  );
  const deliveries = [
    ...routed('a1', ['hook']),
    ...routed('a1-withdrawn', ['hook']),
    ...routed('a2', ['hook'], { routing: { kind: 'filtered', reason: 'too small' } }),
    ...routed('a2', ['desk'], { routing: { kind: 'gathered', until: later, reason: 'digest' } }),
  ];
  await store.markRelayed(ids, deliveries, at);
  await store.recordDelivery('a1', 'hook', at, {
    at,
    outcome: 'done',
    status: 204,
    error: null,
    durationMs: 12,
  });
});
afterEach(() => server.close());

const rowsOf = (body: Record<string, unknown>) =>
  deliveriesSchema.parse(body).rows.map(({ outboxId, receiver, state }) => {
    return [outboxId, receiver, state].join(' ');
  });

it('lists deliveries newest first, in pages, of a receiver, a state or an alert', async () => {
  const all = await server.call('/v1/deliveries?limit=3');
  expect(rowsOf(all.body)).toEqual(['a2 desk held', 'a2 hook filtered', 'a1-withdrawn hook due']);
  const next = encodeURIComponent(String(all.body['next']));
  const rest = await server.call(`/v1/deliveries?limit=3&after=${next}`);
  expect(rowsOf(rest.body)).toEqual(['a1 hook taken']);
  expect(rest.body['next']).toBeNull();
  const about = await server.call('/v1/deliveries?alertId=a1&receiver=hook');
  expect(rowsOf(about.body)).toEqual(['a1-withdrawn hook due', 'a1 hook taken']);
  expect(rowsOf((await server.call('/v1/deliveries?state=filtered')).body)).toHaveLength(1);
  expect((await server.call('/v1/deliveries?state=lost')).status).toBe(400);
  expect((await server.call('/v1/deliveries?after=nowhere')).status).toBe(400);
});

it('shows one with its attempts', async () => {
  const { body } = await server.call('/v1/deliveries/a1/hook');
  expect(deliverySchema.parse(body)).toMatchObject({
    state: 'taken',
    attempts: [{ outcome: 'done', status: 204, durationMs: 12 }],
  });
  expect((await server.call('/v1/deliveries/a1/nobody')).status).toBe(404);
});

it('delivers again on request, and keeps in the audit log who asked', async () => {
  const again = (path: string) =>
    server.call(`/v1/deliveries/${path}/redeliver`, { method: 'POST' });
  expect(await again('a1/hook')).toMatchObject({ status: 200, body: { kind: 'due-again' } });
  expect(await again('a2/hook')).toMatchObject({ status: 200 });
  expect(await again('a1/hook')).toMatchObject({ status: 409 });
  expect(await again('a9/hook')).toMatchObject({ status: 404 });
  expect(await queue.counts(deliveriesQueue)).toMatchObject({ waiting: 2 });
  expect(audit.map(({ action, subject, actor }) => [action, subject, actor.name])).toEqual([
    ['delivery-redelivered', 'delivery/a1/hook', 'Ann'],
    ['delivery-redelivered', 'delivery/a2/hook', 'Ann'],
  ]);
});

it('tells how receivers stand, by which rules, and nothing of where they are', async () => {
  const { body } = await server.call('/v1/receivers');
  const { rows } = receiversSchema.parse(body);
  expect(rows).toMatchObject([
    { name: 'hook', kind: 'webhook', due: 1, held: 0, lastTakenAt: at, nextDigestAt: null },
    {
      name: 'desk',
      kind: 'email',
      held: 1,
      nextReleaseAt: later,
      nextDigestAt: '2026-11-25T07:00:00.000Z',
    },
  ]);
});

it('tests a receiver', async () => {
  const test = (name: string) => server.call(`/v1/receivers/${name}/test`, { method: 'POST' });
  expect(await test('hook')).toMatchObject({
    status: 200,
    body: { kind: 'give-up', reason: '410 Gone', status: 410 },
  });
  expect(await test('nobody')).toMatchObject({ status: 404 });
  expect(audit.map(({ action, subject }) => [action, subject])).toEqual([
    ['receiver-tested', 'receiver/hook'],
  ]);
});

it.each([
  ['viewer', '/v1/deliveries/a1/hook/redeliver', 403],
  ['analyst', '/v1/deliveries/a1/hook/redeliver', 200],
  ['analyst', '/v1/receivers/hook/test', 403],
  ['lead', '/v1/receivers/hook/test', 200],
] as const)('answers a %s at %s with %d', async (role, path, status) => {
  const { roles } = testCaller;
  Object.assign(testCaller, { roles: [role], operator: false });
  try {
    expect((await server.call(path, { method: 'POST' })).status).toBe(status);
  } finally {
    Object.assign(testCaller, { roles, operator: true });
  }
});
