import { sampleEvent, sampleShipment } from '@herkomst/runtime/testing';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import type { HttpServerOptions } from '../server.ts';
import { startTestServer, type Body, type TestServer } from '../test-server.ts';

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

it('takes events in each way CloudEvents can be sent, and line by line', async () => {
  const { passed, post } = await start();
  const one = { accepted: 1, rejected: [] };
  const sent = [
    await post('application/cloudevents+json; charset=utf-8', sampleEvent('1')),
    await post('application/json', sampleEvent('2')),
    await post('application/cloudevents-batch+json', `[${sampleEvent('3')},${sampleEvent('4')}]`),
    await post('application/json', `[${sampleEvent('5')}]`),
    await post('application/x-ndjson', `${sampleEvent('6')}\n${sampleEvent('7')}\n`),
    await post('application/json', JSON.stringify(sampleShipment('S-8')), {
      'ce-specversion': '1.0',
      'ce-id': '8',
      'ce-source': 'urn:test',
      // Percent-encoded, as the binding allows.
      'ce-type': 'org.herkomst.shipment%2Edeclared.v1',
    }),
    await post('application/json', gzipSync(sampleEvent('9')), { 'content-encoding': 'gzip' }),
    await post('application/cloudevents-batch+json', '[]'),
  ];
  expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 202));
  expect(sent[0]?.body).toEqual(one);
  expect(sent[2]?.body).toEqual({ accepted: 2, rejected: [] });
  expect(passed).toEqual(['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6', 'S-7', 'S-8', 'S-9']);
});

it('takes what is good and says what is not, with the dead letter that keeps it', async () => {
  const { passed, letters, call, post } = await start();
  const broken = '{"id":1,"id":2}';
  const { status, body } = await post('application/x-ndjson', `${sampleEvent('1')}\n${broken}\n[]`);
  expect(status).toBe(202);
  expect(passed).toEqual(['S-1']);
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
  expect(await letters()).toHaveLength(2);
});

it('answers 422 when all was understood and refused, 400 when not all was understood', async () => {
  const { passed, post } = await start();
  const refused = await post('application/json', sampleEvent('1').replace('"NL"', '"Holland"'));
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
  const array = await post('application/cloudevents+json', `[${sampleEvent('1')}]`);
  expect(array).toMatchObject({
    status: 400,
    body: { rejected: [{ code: 'wrong-content-type' }] },
  });
  expect(passed).toEqual([]);
});

it('keeps a binary event that was refused with its attributes', async () => {
  const { call, post } = await start();
  const { body } = await post('application/json', '{"shipmentId":"S",}', { 'ce-id': 'x' });
  const [first] = body['rejected'] as { deadLetterId: string; faults: unknown[] }[];
  expect(first?.faults).toMatchObject([
    { path: 'data', message: expect.stringContaining('line 1, column 19 (byte 18)') },
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
  ['another type', 'text/plain', sampleEvent('1'), {}, 415, 'unsupported-media-type'],
  [
    'another charset',
    'application/json; charset=latin1',
    sampleEvent('1'),
    {},
    415,
    'unsupported-media-type',
  ],
  [
    'another encoding',
    'application/json',
    sampleEvent('1'),
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
  const { passed, letters, post } = await start({ maxBodyBytes: 4000, maxEvents: 3 });
  const answer = await post(type, body, headers);
  expect(answer).toMatchObject({
    status,
    type: 'application/problem+json',
    body: { type: `urn:herkomst:problem:${code}`, status },
  });
  if (status === 415) expect(answer.headers.get('accept')).toContain('application/x-ndjson');
  expect(passed).toEqual([]);
  expect(await letters()).toEqual([]);
});
