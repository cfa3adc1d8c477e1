import type { Assessment } from '@herkomst/core';
import { createIntake, type IntakeEntry, type Intake, type Logger } from '@herkomst/runtime';
import {
  alert,
  assessment,
  createManualClock,
  createMemoryEventStream,
  createMemoryStore,
  head,
  writes,
} from '@herkomst/runtime/testing';
import { request as rawRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { createHttpServer, type HttpServer, type HttpServerOptions } from './server.ts';

const envelope = (id: string) => ({
  specversion: '1.0',
  id,
  source: 'urn:test',
  type: 'org.herkomst.shipment.declared.v1',
});

const data = (shipmentId: string) => ({
  shipmentId,
  declaration: { kind: 'import', jurisdiction: 'NL' },
  transport: { mode: 'sea' },
  parties: [{ role: 'consignee', name: 'De Pruik BV' }],
  items: [{ lineNumber: 1, commodityCode: '670420', description: 'Wigs' }],
});

const event = (id: string): string => JSON.stringify({ ...envelope(id), data: data(`S-${id}`) });

type Body = NonNullable<RequestInit['body']>;

let server: HttpServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function start(changes: Partial<HttpServerOptions> = {}) {
  const ids: string[] = [];
  const logged: unknown[] = [];
  const log = (fields: object): void => void logged.push(fields);
  const logger: Logger = { debug() {}, info() {}, warn: log, error: log };
  const store = createMemoryStore();
  const stream = createMemoryEventStream();
  const intake = createIntake({
    store,
    clock: createManualClock(),
    logger: { ...logger, warn() {} },
    stream: {
      ...stream,
      async append(topic, events) {
        await stream.append(topic, events);
        for (const { value } of events) ids.push((JSON.parse(value) as { id: string }).id);
      },
    },
  });
  server = await createHttpServer({
    intake,
    store,
    logger,
    host: '127.0.0.1',
    port: 0,
    ...changes,
  });
  const { url } = server;
  const call = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${url}${path}`, init);
    const text = await answer.text();
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      headers: answer.headers,
      body: (text === '' ? null : JSON.parse(text)) as Record<string, unknown>,
    };
  };
  const post = (type: string, body: Body, headers: Record<string, string> = {}) =>
    call('/v1/shipments', { method: 'POST', body, headers: { 'content-type': type, ...headers } });
  return { ids, logged, store, url, call, post };
}

it('takes events in each way CloudEvents can be sent, and line by line', async () => {
  const { ids, post } = await start();
  const one = { accepted: 1, rejected: [] };
  const sent = [
    await post('application/cloudevents+json; charset=utf-8', event('1')),
    await post('application/json', event('2')),
    await post('application/cloudevents-batch+json', `[${event('3')},${event('4')}]`),
    await post('application/json', `[${event('5')}]`),
    await post('application/x-ndjson', `${event('6')}\n${event('7')}\n`),
    await post('application/json', JSON.stringify(data('S-8')), {
      'ce-specversion': '1.0',
      'ce-id': '8%20%E2%82%AC',
      'ce-source': 'urn:test',
      'ce-type': 'org.herkomst.shipment.declared.v1',
    }),
    await post('application/json', gzipSync(event('9')), { 'content-encoding': 'gzip' }),
    await post('application/cloudevents-batch+json', '[]'),
  ];
  expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 202));
  expect(sent[0]?.body).toEqual(one);
  expect(sent[2]?.body).toEqual({ accepted: 2, rejected: [] });
  expect(ids).toEqual(['1', '2', '3', '4', '5', '6', '7', '8 €', '9']);
});

it('takes what is good and says what is not, with the dead letter that keeps it', async () => {
  const { ids, store, call, post } = await start();
  const broken = '{"id":1,"id":2}';
  const { status, body } = await post('application/x-ndjson', `${event('1')}\n${broken}\n[]`);
  expect(status).toBe(202);
  expect(ids).toEqual(['1']);
  expect(body).toMatchObject({
    accepted: 1,
    rejected: [
      { position: 'line 2', code: 'duplicate-key', faults: [{ path: 'id' }] },
      { position: 'line 3', code: 'schema', deadLetterId: expect.stringMatching(/^dead-/) },
    ],
  });
  const [first] = body['rejected'] as { deadLetterId: string }[];
  const letter = await call(`/v1/dead-letters/${first?.deadLetterId}`);
  expect(letter.body).toMatchObject({
    origin: 'http:127.0.0.1',
    position: 'line 2',
    bytes: 15,
    original: { encoding: 'utf-8', content: broken },
  });
  const listed = await call('/v1/dead-letters');
  expect(listed.body).toMatchObject({ next: null, rows: [{ bytes: 2 }, { bytes: 15 }] });
  expect((await store.counts()).deadLetters).toBe(2);
});

it('answers 422 when all was understood and refused, 400 when not all was understood', async () => {
  const { ids, post } = await start();
  const refused = await post('application/json', event('1').replace('"NL"', '"Holland"'));
  expect(refused).toMatchObject({
    status: 422,
    type: 'application/problem+json',
    body: {
      type: 'urn:herkomst:problem:all-rejected',
      title: 'Nothing was accepted',
      status: 422,
      detail: 'The event was refused.',
      accepted: 0,
      rejected: [
        {
          position: null,
          code: 'schema',
          faults: [{ code: 'wrong-value', path: 'data.declaration.jurisdiction' }],
        },
      ],
    },
  });
  const broken = await post('application/json', '{"specversion":"1.0",}');
  expect(broken).toMatchObject({ status: 400, body: { rejected: [{ code: 'invalid-json' }] } });
  const array = await post('application/cloudevents+json', `[${event('1')}]`);
  expect(array).toMatchObject({
    status: 400,
    body: { rejected: [{ code: 'wrong-content-type' }] },
  });
  expect(ids).toEqual([]);
});

it('keeps a binary event that was refused with its attributes', async () => {
  const { call, post } = await start();
  const { body } = await post('application/json', '{"shipmentId":"S",}', { 'ce-id': 'x' });
  const [first] = body['rejected'] as { deadLetterId: string; faults: unknown[] }[];
  expect(first?.faults).toMatchObject([
    { path: 'data.shipmentId', message: expect.stringContaining('line 1, column 19 (byte 18)') },
  ]);
  const letter = await call(`/v1/dead-letters/${first?.deadLetterId}`);
  expect(letter.body['original']).toEqual({
    encoding: 'utf-8',
    content: 'content-type: application/json\r\nce-id: x\r\n\r\n{"shipmentId":"S",}',
  });
});

it.each<
  [
    what: string,
    type: string,
    body: Body,
    headers: Record<string, string>,
    status: number,
    code: string,
  ]
>([
  ['another type', 'text/plain', event('1'), {}, 415, 'unsupported-media-type'],
  [
    'another charset',
    'application/json; charset=latin1',
    event('1'),
    {},
    415,
    'unsupported-media-type',
  ],
  [
    'another encoding',
    'application/json',
    event('1'),
    { 'content-encoding': 'br' },
    415,
    'unsupported-media-type',
  ],
  [
    'damaged gzip',
    'application/json',
    'no gzip',
    { 'content-encoding': 'gzip' },
    400,
    'invalid-request',
  ],
  ['too much', 'application/json', 'x'.repeat(5000), {}, 413, 'too-large'],
  [
    'too much when decompressed',
    'application/json',
    gzipSync('x'.repeat(5000)),
    { 'content-encoding': 'gzip' },
    413,
    'too-large',
  ],
  ['too many events', 'application/x-ndjson', '1\n2\n3\n4\n', {}, 413, 'too-large'],
  ['nothing', 'application/json', '', {}, 400, 'empty-input'],
])('refuses %s', async (_what, type, body, headers, status, code) => {
  const { ids, post, store } = await start({ maxBodyBytes: 4000, maxEvents: 3 });
  const answer = await post(type, body, headers);
  expect(answer).toMatchObject({
    status,
    type: 'application/problem+json',
    body: { type: `urn:herkomst:problem:${code}`, status },
  });
  if (status === 415) expect(answer.headers.get('accept')).toContain('application/x-ndjson');
  expect(ids).toEqual([]);
  expect((await store.counts()).deadLetters).toBe(0);
});

it('says "not now" when the engines fail, and nothing of why', async () => {
  const failing: Intake = { submit: () => Promise.reject(new Error('secret of the engine')) };
  const { logged, post } = await start({ intake: failing });
  const answer = await post('application/json', event('1'));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  expect(logged).toMatchObject([
    { status: 503, err: expect.objectContaining({ message: 'secret of the engine' }) },
  ]);
});

it('hides faults of its own', async () => {
  const assess = (): Assessment => {
    throw new Error('secret of ours');
  };
  const { call } = await start({ assess });
  const answer = await call('/v1/screen', {
    method: 'POST',
    body: event('1'),
    headers: { 'content-type': 'application/json' },
  });
  expect(answer).toMatchObject({ status: 500, body: { type: 'urn:herkomst:problem:internal' } });
  expect(JSON.stringify(answer.body)).not.toMatch(/secret|\.ts/);
});

it('asks for the token on all of /v1, and on nothing else', async () => {
  const { call, ids } = await start({ token: 'correct horse battery' });
  const bearer = (token: string) => ({ headers: { authorization: token } });
  for (const path of ['/v1/alerts', '/v1/dead-letters', '/v1/nothing', '/v1/assessments']) {
    for (const given of ['', 'Bearer wrong', 'Basic correct', 'Bearer correct horse batter']) {
      const answer = await call(path, bearer(given));
      expect(answer).toMatchObject({ status: 401, body: { title: 'Unauthorized' } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  }
  const post = await call('/v1/shipments', {
    method: 'POST',
    body: event('1'),
    headers: { 'content-type': 'application/json' },
  });
  expect(post.status).toBe(401);
  expect(ids).toEqual([]);
  expect((await call('/healthz')).status).toBe(200);
  expect((await call('/readyz')).status).toBe(200);
});

it('lets in whoever has the token', async () => {
  const { call } = await start({ token: 'correct-horse-battery' });
  const answer = await call('/v1/alerts', {
    headers: { authorization: 'bearer correct-horse-battery' },
  });
  expect(answer).toMatchObject({ status: 200, body: { rows: [], next: null } });
});

it('without a token answers to its own name only', async () => {
  const { url } = await start();
  const statusFor = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      rawRequest(`${url}/v1/alerts`, { headers: { host }, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
  expect(await statusFor('rebound.example')).toBe(421);
  expect(await statusFor('localhost:80')).toBe(200);
  expect(await statusFor('[::1]:80')).toBe(200);
});

it('pages through alerts, and refuses what is no page', async () => {
  const { call, store } = await start();
  for (const id of ['a', 'b', 'c']) {
    await store.screen({ events: [], shipments: [] }, () => writes({ alerts: [alert(id)] }));
  }
  const first = await call('/v1/alerts?limit=2');
  expect(first.body).toMatchObject({
    rows: [{ alertId: 'c' }, { alertId: 'b', event: { id: 'b' } }],
  });
  const next = String(first.body['next']);
  const second = await call(`/v1/alerts?limit=2&after=${next}`);
  expect(second.body).toMatchObject({ rows: [{ alertId: 'a' }], next: null });
  expect((await call('/v1/alerts/b')).body).toMatchObject({ alertId: 'b', severity: 'high' });
  expect((await call('/v1/alerts/x')).status).toBe(404);
  const bad = [
    'limit=0',
    'limit=201',
    'limit=x',
    'limit=1&limit=2',
    'after=garbled',
    'after=',
    'page=2',
  ];
  for (const query of bad) {
    expect((await call(`/v1/alerts?${query}`)).body).toMatchObject({
      type: 'urn:herkomst:problem:invalid-request',
    });
  }
});

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
  const { call, ids, store } = await start({ assess });
  const answer = await call('/v1/screen', {
    method: 'POST',
    body: `[${event('1')},{}]`,
    headers: { 'content-type': 'application/json' },
  });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      assessments: [
        { position: 'event 1', id: '1', assessment: { shipmentId: 'S-1', verdict: 'review' } },
      ],
      rejected: [{ position: 'event 2', code: 'schema' }],
    },
  });
  expect(ids).toEqual([]);
  expect((await store.counts()).deadLetters).toBe(0);
  await server?.close();
  expect((await (await start()).call('/v1/screen', { method: 'POST' })).status).toBe(404);
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
  const { post } = await start({ intake: slow });
  const answer = post('application/json', event('1'));
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
  expect((await call('/v1/shipments')).status).toBe(404);
  expect((await fetch(`${url}/healthz`)).headers.get('cache-control')).toBe('no-store');
});
