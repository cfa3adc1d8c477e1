import { createManualClock } from '@herkomst/runtime/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { startTestServer, type TestServer } from '../http/server.testing.ts';
import { createWebhookReceiver, type WebhookReceiverOptions } from './webhook-receiver.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const notice = {
  tenant: 'default',
  id: 'alert-0123',
  type: 'org.herkomst.alert.raised.v1',
  document: '{"id":"alert-0123","data":{"name":"和田浩林"}}',
};

let server: TestServer;
let calls: TestServer['calls'];

beforeEach(async () => {
  server = await startTestServer();
  ({ calls } = server);
});
afterEach(() => server.close());

function receiver(changes: Partial<WebhookReceiverOptions> = {}) {
  return createWebhookReceiver({
    name: 'webhook',
    url: `${server.url}/alerts?team=1`,
    secret,
    allowPrivate: true,
    ...changes,
  });
}

it('posts the document, signed so that the receiver can prove it', async () => {
  expect(await receiver().deliver(notice)).toEqual({ kind: 'done', status: 200 });
  const [call] = calls;
  expect(call).toMatchObject({
    method: 'POST',
    path: '/alerts?team=1',
    body: notice.document,
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': notice.id,
    },
  });
  const headers = call?.headers as Record<string, string>;
  expect(new Webhook(secret).verify(notice.document, headers)).toEqual(JSON.parse(notice.document));
  expect(() => new Webhook(secret).verify(`${notice.document} `, headers)).toThrow('signature');
});

it('signs with the time of the attempt and keeps the id', async () => {
  const clock = createManualClock('2026-03-02T08:00:00.900Z');
  const one = receiver({ clock });
  await one.deliver(notice);
  await clock.advance(60_000);
  await one.deliver(notice);
  expect(calls.map(({ headers }) => headers['webhook-timestamp'])).toEqual([
    '1772438400',
    '1772438460',
  ]);
  expect(calls.map(({ headers }) => headers['webhook-id'])).toEqual([notice.id, notice.id]);
});

it('signs with each secret that holds, the old one until its date', async () => {
  const other = `whsec_${Buffer.from('another secret of thirty-two char').toString('base64')}`;
  const clock = createManualClock('2026-03-02T08:00:00.000Z');
  const until = '2026-03-02T09:00:00.000Z';
  const secrets = [
    { secret: other, until: null },
    { secret, until },
  ];
  const one = receiver({ secret: secrets, clock });
  await one.deliver(notice);
  await clock.advance(3_600_000);
  await one.deliver(notice);
  const [during, after] = calls.map(({ headers }) => headers['webhook-signature']);
  expect(during).toMatch(/^v1,\S+ v1,\S+$/);
  expect(after).toMatch(/^v1,\S+$/);
  // The library refuses times that are not now, so the signatures are made again.
  for (const [at, signature] of [
    ['2026-03-02T08:00:00.000Z', during],
    [until, after],
  ] as const) {
    const [first] = (signature as string).split(' ');
    expect(first).toBe(new Webhook(other).sign(notice.id, new Date(at), notice.document));
  }
  const [, old] = (during as string).split(' ');
  const began = new Date('2026-03-02T08:00:00.000Z');
  expect(old).toBe(new Webhook(secret).sign(notice.id, began, notice.document));
});

it('is verified by whoever knows the old secret, and whoever knows the new one', async () => {
  const other = `whsec_${Buffer.from('another secret of thirty-two char').toString('base64')}`;
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await receiver({
    secret: [
      { secret: other, until: null },
      { secret, until },
    ],
  }).deliver(notice);
  const headers = calls[0]?.headers as Record<string, string>;
  for (const known of [secret, other]) {
    expect(new Webhook(known).verify(notice.document, headers)).toEqual(
      JSON.parse(notice.document),
    );
  }
});

it('wants one secret that does not end', () => {
  const ended = [{ secret, until: '2026-03-02T09:00:00.000Z' }];
  expect(() => receiver({ secret: ended })).toThrow('must have no end');
  expect(() => receiver({ secret: [] })).toThrow('must have no end');
});

it.each<[status: number, kind: string]>([
  [200, 'done'],
  [204, 'done'],
  [299, 'done'],
  [301, 'retry'],
  [307, 'retry'],
  [400, 'give-up'],
  [401, 'give-up'],
  [404, 'give-up'],
  [408, 'retry'],
  [410, 'give-up'],
  [422, 'give-up'],
  [429, 'retry'],
  [500, 'retry'],
  [503, 'retry'],
])('answers %d with %s', async (status, kind) => {
  server.answer = (reply) =>
    void reply.writeHead(status, { location: '/elsewhere' }).end(status === 204 ? '' : 'said\nso');
  const outcome = await receiver().deliver(notice);
  expect(outcome.kind).toBe(kind);
  if (outcome.kind !== 'done') expect(outcome.reason).toContain(`answered ${status}: "said\\nso"`);
  expect(calls.map(({ path }) => path)).toEqual(['/alerts?team=1']);
});

it('reads little of an answer without end', async () => {
  server.answer = (reply) => {
    reply.writeHead(500);
    const more = (): void => {
      while (!reply.destroyed && reply.write('x'.repeat(65_536)));
      reply.once('drain', more);
    };
    more();
  };
  const outcome = await receiver().deliver(notice);
  expect(outcome).toMatchObject({ kind: 'retry' });
  if (outcome.kind !== 'done') expect(outcome.reason.length).toBeLessThan(300);
});

it('waits no longer than it was told', async () => {
  server.answer = () => {};
  expect(await receiver({ timeoutMs: 20 }).deliver(notice)).toEqual({
    kind: 'retry',
    reason: 'no answer within 20 ms',
  });
});

it('asks to be tried again when nobody answers or the answer breaks off', async () => {
  server.answer = (reply) => void reply.destroy();
  expect(await receiver().deliver(notice)).toEqual({ kind: 'retry', reason: 'socket hang up' });
  await server.close();
  const outcome = await receiver({ url: `${server.url}/` }).deliver(notice);
  expect(outcome).toMatchObject({ kind: 'retry', reason: expect.stringContaining('ECONNREFUSED') });
});

it('does not call a name that resolves to a private address', async () => {
  const outcome = await receiver({
    url: server.url.replace('127.0.0.1', 'localhost'),
    allowPrivate: false,
  }).deliver(notice);
  expect(outcome).toMatchObject({
    kind: 'retry',
    reason: expect.stringMatching(/^"localhost" resolves to a private address/),
  });
  expect(calls).toEqual([]);
});

it.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/latest/meta-data',
])('refuses the private address %s from the start', (url) => {
  expect(() => receiver({ url, allowPrivate: false })).toThrow('is private');
});

it.each<[what: string, changes: Partial<WebhookReceiverOptions>, message: string]>([
  ['a file', { url: 'file:///etc/passwd' }, 'absolute http or https'],
  ['no URL', { url: 'alerts' }, 'absolute http or https'],
  ['a short secret', { secret: 'whsec_c2hvcnQ=' }, '24 to 64 bytes'],
])('refuses %s', (_what, changes, message) => {
  expect(() => receiver(changes)).toThrow(message);
});

it('ends calls in hand when it is closed', async () => {
  let arrived = () => {};
  const inHand = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  server.answer = () => arrived();
  const one = receiver();
  const outcome = one.deliver(notice);
  await inHand;
  await one.close();
  expect(await outcome).toMatchObject({ kind: 'retry' });
});
