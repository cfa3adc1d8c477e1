import { writes, outboxEntry } from '@herkomst/runtime/testing';
import { afterEach, expect, it } from 'vitest';
import { startTestServer, testHeaders, type TestServer } from '../test-server.ts';
import { storeAlerts } from './search.testing.ts';

let server: TestServer;
const lines = new Set<AbortController>();
afterEach(async () => {
  for (const line of lines) line.abort();
  lines.clear();
  await server.close();
});

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Follows the stream; `next` resolves to the next event on it, `ended` once it is over. */
async function follow(path = '/v1/alerts/stream', headers: Readonly<Record<string, string>> = {}) {
  const line = new AbortController();
  lines.add(line);
  const answer = await fetch(server.url + path, {
    headers: { ...testHeaders, ...headers },
    signal: line.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  const part = async (): Promise<string | null> => {
    for (;;) {
      const end = held.indexOf('\n\n');
      if (end !== -1) {
        const text = held.slice(0, end);
        held = held.slice(end + 2);
        return text;
      }
      const read = await reader?.read();
      if (read === undefined || read.done) return null;
      held += read.value;
    }
  };
  const next = async (): Promise<Told | null> => {
    for (;;) {
      const text = await part();
      if (text === null) return null;
      if (text.startsWith(':')) continue;
      const fields = new Map(
        text.split('\n').map((field) => {
          const [name = '', ...rest] = field.split(': ');
          return [name, rest.join(': ')] as const;
        }),
      );
      return {
        id: fields.get('id') ?? '',
        event: fields.get('event') ?? '',
        data: JSON.parse(fields.get('data') ?? '{}') as Record<string, unknown>,
      };
    }
  };
  // The first comment says that it is open: what is raised from now on is told.
  await part();
  return { status: answer.status, type: answer.headers.get('content-type'), next, line };
}

it('tells of alerts raised and withdrawn from now on, in order', async () => {
  server = await startTestServer({ streamPollMs: 5 });
  await storeAlerts(server.store, { id: 'before' });
  const { type, next } = await follow();
  expect(type).toBe('text/event-stream; charset=utf-8');
  await storeAlerts(server.store, { id: 'a' }, { id: 'b', supersedes: 'alert-a' });
  const data = { alertId: 'alert-b', shipmentId: 'b', verdict: 'clear', score: 0.1 };
  const document = JSON.stringify({ time: '2026-03-02T09:00:00.000Z', data });
  await server.store.screen({ events: [], shipments: [] }, () =>
    writes({
      outbox: [
        outboxEntry('other', { type: 'org.example.other' }),
        outboxEntry('w', { type: 'org.herkomst.alert.withdrawn.v1', document }),
      ],
    }),
  );
  expect(await next()).toMatchObject({
    event: 'raised',
    data: { alertId: 'alert-a', party: { name: 'Haolin' }, supersedes: null },
  });
  expect(await next()).toMatchObject({ event: 'raised', data: { supersedes: 'alert-a' } });
  expect(await next()).toMatchObject({
    event: 'withdrawn',
    data: { ...data, at: '2026-03-02T09:00:00.000Z' },
  });
});

it('goes on after the last event seen, by header or parameter', async () => {
  server = await startTestServer({ streamPollMs: 5 });
  const first = await follow();
  await storeAlerts(server.store, { id: 'a' }, { id: 'b' }, { id: 'c' });
  const seen = await first.next();
  expect(seen?.data['alertId']).toBe('alert-a');
  first.line.abort();
  for (const again of [
    await follow('/v1/alerts/stream', { 'last-event-id': seen?.id ?? '' }),
    await follow(`/v1/alerts/stream?after=${seen?.id ?? ''}`),
  ]) {
    expect((await again.next())?.data['alertId']).toBe('alert-b');
    expect((await again.next())?.data['alertId']).toBe('alert-c');
  }
});

it('tells many more than one reading of the feed holds', async () => {
  server = await startTestServer({ streamPollMs: 5 });
  const { next } = await follow();
  const ids = Array.from({ length: 250 }, (_, nth) => `n${nth}`);
  await storeAlerts(server.store, ...ids.map((id) => ({ id })));
  for (const id of ids) expect((await next())?.data['shipmentId']).toBe(id);
});

it('refuses an id that it never gave', async () => {
  server = await startTestServer();
  const answer = await server.call('/v1/alerts/stream', { headers: { 'last-event-id': 'x' } });
  expect(answer.status).toBe(400);
});

it('ends when the server stops', async () => {
  server = await startTestServer({ streamPollMs: 5 });
  const { next } = await follow();
  const ended = next();
  await server.close();
  expect(await ended).toBeNull();
});
