import { afterEach, expect, it } from 'vitest';
import { alertPageSchema, assessmentPageSchema } from '../contract/index.ts';
import { startTestServer, testHeaders, type TestServer } from '../test-server.ts';
import { storeAlerts, timeOf } from './search.testing.ts';

let server: TestServer;
afterEach(() => server.close());

it('pages through alerts, with and without their events', async () => {
  server = await startTestServer();
  await storeAlerts(server.store, { id: 'a' }, { id: 'b', alert: false }, { id: 'c', minute: 1 });
  const first = await server.call('/v1/alerts?limit=1');
  expect(first.body).toMatchObject({
    rows: [{ alertId: 'alert-c', raisedAt: timeOf(1), event: { time: timeOf(1) } }],
  });
  const next = String(first.body['next']);
  const second = await server.call(`/v1/alerts?limit=1&events=no&after=${next}`);
  expect(second.body).toMatchObject({ rows: [{ alertId: 'alert-a' }], next: null });
  expect(alertPageSchema.safeParse(second.body).error).toBeUndefined();
  expect((await server.call('/v1/alerts/alert-a')).body).toMatchObject({
    alertId: 'alert-a',
    party: { name: 'Haolin' },
    event: { time: timeOf(0) },
  });
  expect((await server.call('/v1/alerts/x')).status).toBe(404);
});

it('filters by words of a party, by goods, by standing, and by several at once', async () => {
  server = await startTestServer();
  await storeAlerts(
    server.store,
    { id: 'a', terms: ['p:hetian', 'p:haolin', 'g:6704', 'p:和田', 'p:田昊'] },
    { id: 'b', terms: ['p:haolin', 'g:6704', 'g:67'], score: 0.5 },
    { id: 'c', terms: ['p:other', 'g:52'], supersedes: 'alert-a' },
  );
  const found = async (query: string): Promise<unknown> => {
    const { body } = await server.call(`/v1/alerts?events=no&${query}`);
    return (body['rows'] as { shipmentId: string }[]).map(({ shipmentId }) => shipmentId);
  };
  expect(await found('party=HAOLIN')).toEqual(['b', 'a']);
  expect(await found('party=haolin+Hétian')).toEqual(['a']);
  expect(await found(`party=${encodeURIComponent('和田昊')}`)).toEqual(['a']);
  expect(await found('party=haolin&goods=67')).toEqual(['b']);
  expect(await found('party=nobody')).toEqual([]);
  expect(await found('standing=no')).toEqual(['a']);
  expect(await found('standing=yes')).toEqual(['c', 'b']);
  expect(await found('order=risk')).toEqual(['c', 'a', 'b']);
});

it('says which parameter is wrong', async () => {
  server = await startTestServer();
  const bad: readonly (readonly [query: string, name: string])[] = [
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=x', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['after=garbled', 'after'],
    ['after=', 'after'],
    ['page=2', 'page'],
    ['party=%2A%2A', 'party'],
    ['goods=670', 'goods'],
    ['goods=no-such-goods', 'no-such-goods'],
    ['entry=x:y', 'x:y'],
    ['minScore=1.5', 'minScore'],
    ['minScore=0.5&maxScore=0.4', 'minScore'],
    ['from=yesterday', 'from'],
    ['standing=maybe', 'standing'],
    ['severity=terrible', 'severity'],
  ];
  for (const [query, name] of bad) {
    const { status, type, body } = await server.call(`/v1/alerts?${query}`);
    expect([query, status, type]).toEqual([query, 400, 'application/problem+json']);
    expect(body['detail'], query).toContain(name);
  }
});

it('refuses the cursor of another order', async () => {
  server = await startTestServer();
  await storeAlerts(server.store, { id: 'a' }, { id: 'b' });
  const { body } = await server.call('/v1/alerts?limit=1&order=risk');
  const path = `/v1/alerts?limit=1&after=${String(body['next'])}`;
  expect((await server.call(path)).status).toBe(400);
  expect((await server.call(`${path}&order=risk`)).status).toBe(200);
});

it('searches assessments, those without an alert too', async () => {
  server = await startTestServer();
  await storeAlerts(
    server.store,
    { id: 'a', terms: ['v:alert'] },
    { id: 'b', alert: false, terms: ['v:clear'], minute: 2 },
  );
  const all = await server.call('/v1/assessments');
  expect(all.body).toMatchObject({
    rows: [
      { shipmentId: 'b', alertId: null },
      { shipmentId: 'a', alertId: 'alert-a' },
    ],
    next: null,
  });
  expect(assessmentPageSchema.safeParse(all.body).error).toBeUndefined();
  expect((await server.call('/v1/assessments?verdict=clear')).body['rows']).toHaveLength(1);
  const within = `/v1/assessments?from=${timeOf(1)}&to=${timeOf(3)}`;
  expect((await server.call(within)).body['rows']).toMatchObject([{ shipmentId: 'b' }]);
});

it('exports all that matches as CSV that no spreadsheet runs, or as NDJSON', async () => {
  server = await startTestServer();
  await storeAlerts(
    server.store,
    { id: 'a', party: '=HYPERLINK("http://x")', terms: ['p:x'] },
    { id: 'b', party: 'B, "Ltd"' },
  );
  const read = async (path: string) => {
    const answer = await fetch(server.url + path, { headers: testHeaders });
    return { type: answer.headers.get('content-type'), text: await answer.text() };
  };
  const csv = await read('/v1/alerts/export');
  expect(csv.type).toBe('text/csv; charset=utf-8');
  const lines = csv.text.replace('\ufeff', '').trimEnd().split('\r\n');
  expect(lines[0]).toContain('alertId,raisedAt,severity,score');
  expect(lines[1]).toContain('alert-b,2026-03-02T08:00:00.000Z,high,0.9,urn:sender,b');
  expect(lines[1]).toContain(',"B, ""Ltd""",');
  expect(lines[2]).toContain(`,"'=HYPERLINK(""http://x"")",`);
  const rows = (await read('/v1/alerts/export?format=ndjson&party=x')).text.trimEnd().split('\n');
  expect(rows.map((row) => (JSON.parse(row) as { alertId: string }).alertId)).toEqual(['alert-a']);
  const assessments = await read('/v1/assessments/export?format=ndjson');
  expect(assessments.text.trimEnd().split('\n')).toHaveLength(2);
});
