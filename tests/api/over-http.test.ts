/**
 * The API as programs use it, on a running service: a file goes in, is searched, explained, counted,
 * exported and followed, and another rulebook is tried and published. Every answer is held against
 * the OpenAPI document that the service gives.
 */
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startService, type RunningService } from '../support/service.ts';
import { openApi, type Api } from './conform.ts';

const timeout = 300_000;
const sample = new URL('../../services/herkomst/sample/', import.meta.url);

let directory: string;
let service: RunningService;
let api: Api;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'herkomst-api-'));
  service = await startService({ HERKOMST_DATA_DIR: directory });
  api = await openApi(service.url, service.authorization);
}, timeout);
afterAll(async () => {
  await service?.kill();
  await rm(directory, { recursive: true, force: true });
}, timeout);

type Row = Readonly<Record<string, unknown>>;
const rowsOf = ({ body }: { readonly body: unknown }): Row[] => (body as { rows: Row[] }).rows;

async function takeFile(name: string, type: string, body: string): Promise<Row> {
  const taken = await api.call('POST', `/v1/files?name=${name}`, {
    body,
    headers: { 'content-type': type },
  });
  expect(taken.status).toBe(202);
  const { fileId } = taken.body as { fileId: string };
  for (;;) {
    const file = (await api.get(`/v1/files/${fileId}`)).body as Row;
    if (file['state'] === 'done' || file['state'] === 'failed') return file;
    await wait(50);
  }
}

describe('a service with shipments', { timeout }, () => {
  let alert: Row;

  test('takes files of each kind and follows them until all had its effect', async () => {
    const csv = await readFile(new URL('shipments.csv', sample), 'utf8');
    const first = await takeFile('orders.csv', 'text/csv', csv);
    expect(first).toMatchObject({ state: 'done', name: 'orders.csv', fault: null });
    expect(first['screened']).toBe(first['accepted']);
    expect(first['accepted']).toBeGreaterThan(0);

    const ndjson = await readFile(new URL('shipments.ndjson', sample), 'utf8');
    const second = await takeFile('more.ndjson', 'application/x-ndjson', `${ndjson}\nnot json\n`);
    expect(second).toMatchObject({ state: 'done', deadLetters: 1 });
    expect(second['alerts']).toBeGreaterThan(0);
    expect(second['refused']).toMatchObject([{ code: 'invalid-json' }]);
    expect(rowsOf(await api.get('/v1/files?limit=1'))).toMatchObject([{ name: 'more.ndjson' }]);
    expect((await api.get('/v1/files/none')).status).toBe(404);
  });

  test('finds alerts by every filter', async () => {
    const [first] = rowsOf(await api.get('/v1/alerts?events=no&order=risk&limit=1'));
    alert = first as Row;
    const { party, hs, severity, findings, regimes, source } = alert as {
      party: { name: string };
      hs: string[];
      severity: string;
      findings: string[];
      regimes: { regime: string }[];
      source: string;
    };
    const queries = {
      party: party.name.toUpperCase(),
      goods: hs[0]?.slice(0, 4) ?? '',
      place: 'CN',
      finding: findings[0] ?? '',
      severity,
      regime: regimes[0]?.regime ?? '',
      source,
      standing: 'yes',
      minScore: String(alert['score']),
      from: String(alert['raisedAt']),
    };
    const together = new URLSearchParams(queries).toString();
    for (const query of [
      ...Object.entries(queries).map(([k, v]) => `${k}=${encodeURIComponent(v)}`),
      together,
    ]) {
      const ids: unknown[] = [];
      for (let after = ''; ;) {
        const page = await api.get(`/v1/alerts?events=no&limit=50&${query}${after}`);
        ids.push(...rowsOf(page).map((row) => row['alertId']));
        const { next } = page.body as { next: string | null };
        if (next === null) break;
        after = `&after=${next}`;
      }
      expect(ids, query).toContain(alert['alertId']);
      expect(new Set(ids).size, query).toBe(ids.length);
    }
    for (const order of ['time', 'risk', 'arrival']) {
      expect((await api.get(`/v1/alerts?order=${order}`)).status).toBe(200);
    }
    expect((await api.get(`/v1/alerts/${String(alert['alertId'])}`)).body).toMatchObject(alert);
    expect((await api.get('/v1/alerts/none')).status).toBe(404);
    expect(rowsOf(await api.get('/v1/assessments?verdict=unknown')).length).toBeGreaterThan(0);
    expect((await api.get('/v1/alerts?goods=cotton')).status).toBe(200);
  });

  test('explains a shipment, its places and its list entries', async () => {
    const id = encodeURIComponent(String(alert['shipmentId']));
    const [version] = rowsOf(await api.get(`/v1/shipments/${id}/assessments`));
    expect(version).toMatchObject({ shipmentId: alert['shipmentId'] });
    const { explanation, places } = version as {
      explanation: { counterfactual: unknown; speaksFor: unknown[] };
      places: { place: { id: string } | null }[];
    };
    expect(explanation.speaksFor.length).toBeGreaterThan(0);
    expect(explanation.counterfactual).not.toBeNull();
    const place = places.find((each) => each.place !== null)?.place;
    expect((await api.get(`/v1/places/${place?.id ?? ''}`)).body).toEqual(place);
    expect((await api.get('/v1/places/none')).status).toBe(404);
    expect((await api.get(`/v1/shipments/${id}`)).status).toBe(200);
    expect((await api.get('/v1/shipments/none/assessments')).status).toBe(404);
    const { source, declarationKind } = alert as { source: string; declarationKind: string };
    const key = new URLSearchParams({
      shipmentId: String(alert['shipmentId']),
      source,
      declarationKind,
    });
    expect(rowsOf(await api.get(`/v1/assessments?${key.toString()}`))).toHaveLength(1);
    expect((await api.get('/v1/shipments?limit=5')).status).toBe(200);

    const [candidate] = rowsOf(await api.get('/v1/entities?name=Hetian+Haolin+Hair&country=cn'));
    const entry = await api.get(
      `/v1/entities/${encodeURIComponent(String(candidate?.['entryId']))}`,
    );
    expect(entry.body).toMatchObject({ entry: { id: candidate?.['entryId'] } });
    expect((await api.get('/v1/entities/x:none')).status).toBe(404);
    const named = await api.get(`/v1/alerts?entry=${String(candidate?.['entryId'])}`);
    const { alerts } = entry.body as { alerts: { count: number } };
    expect(rowsOf(named).length).toBe(Math.min(50, alerts.count));
  });

  test('advises in both languages, and says which parameter is wrong', async () => {
    const english = (await api.get('/v1/advice?country=CN&hs=6704')).body as { text: string };
    const dutch = (await api.get('/v1/advice?country=CN&hs=6704&language=nl')).body as Row;
    expect(english.text).not.toBe(dutch['text']);
    expect((await api.get('/v1/advice?country=China&hs=x')).status).toBe(400);
  });

  test('counts what it screened, and tells the age of its lists', async () => {
    const statistics = (await api.get('/v1/statistics')).body as {
      assessments: number;
      alerts: number;
      verdicts: Record<string, number>;
      days: { assessments: number }[];
      byFinding: { alerts: number }[];
    };
    const sum = (counts: Iterable<number>) => [...counts].reduce((a, b) => a + b, 0);
    expect(sum(Object.values(statistics.verdicts))).toBe(statistics.assessments);
    expect(sum(statistics.days.map((day) => day.assessments))).toBe(statistics.assessments);
    expect(statistics.days).toHaveLength(30);
    const { stored } = (await api.get('/v1/status')).body as {
      stored: { assessments: number; alerts: number };
    };
    expect(statistics).toMatchObject({ assessments: stored.assessments, alerts: stored.alerts });
    expect(statistics.byFinding[0]?.alerts).toBeGreaterThan(0);
    expect((await api.get('/v1/statistics?from=2026-03-02&to=2026-03-01')).status).toBe(400);
    expect(rowsOf(await api.get('/v1/lists')).length).toBeGreaterThan(4);
    expect(rowsOf(await api.get('/v1/lists/changes'))).toMatchObject([{ before: null }, {}]);
  });

  test('exports what it lists', async () => {
    const csv = await api.get('/v1/alerts/export');
    const ndjson = await api.get('/v1/alerts/export?format=ndjson');
    const lines = String(ndjson.body).trimEnd().split('\n');
    expect(String(csv.body).trimEnd().split('\r\n')).toHaveLength(lines.length + 1);
    const { alerts } = (await api.get('/v1/statistics')).body as { alerts: number };
    expect(lines).toHaveLength(alerts);
    expect((await api.get('/v1/assessments/export?verdict=alert')).status).toBe(200);
  });

  test('tells who follows of each alert once, also after a break', async () => {
    const follow = async (after: string, wanted: number) => {
      const line = new AbortController();
      const answer = await fetch(`${service.url}/v1/alerts/stream`, {
        headers: { authorization: service.authorization, 'last-event-id': after },
        signal: line.signal,
      });
      let text = '';
      const told: { id: string; alertId: string }[] = [];
      for await (const chunk of answer.body ?? []) {
        text += Buffer.from(chunk).toString();
        told.splice(0);
        for (const [, id = '', data = ''] of text.matchAll(
          /id: (\S+)\nevent: raised\ndata: (.*)\n\n/g,
        )) {
          told.push({ id, alertId: (JSON.parse(data) as { alertId: string }).alertId });
        }
        if (told.length >= wanted) break;
      }
      line.abort();
      return told.slice(0, wanted);
    };
    // The very beginning of the feed, as a cursor that it gave: from the first event on.
    const page = await api.get('/v1/alerts/export?format=ndjson');
    const total = String(page.body).trimEnd().split('\n').length;
    const started = follow('', 3);
    const event = (nth: number) => {
      const [line] = sampleLines.slice(nth, nth + 1);
      const value = JSON.parse(line ?? '{}') as { id: string; data: { shipmentId: string } };
      value.id = `again-${nth}`;
      value.data.shipmentId = `again-${nth}`;
      return value;
    };
    const sampleLines = (await readFile(new URL('shipments.ndjson', sample), 'utf8'))
      .trimEnd()
      .split('\n');
    await wait(1000);
    const sent = Array.from({ length: 150 }, (_, nth) => event(nth));
    const posted = await api.call('POST', '/v1/shipments', {
      body: JSON.stringify(sent),
      headers: { 'content-type': 'application/json' },
    });
    expect(posted.status).toBe(202);
    const [first, second, third] = await started;
    const again = await follow(first?.id ?? '', 2);
    expect(again).toEqual([second, third]);
    expect(total).toBeGreaterThan(0);
  });

  test('tries another rulebook, and puts it in force', async () => {
    const before = (await api.get('/v1/rulebook')).body as { yaml: string; digest: string };
    const yaml = before.yaml.replace(/^version: .*$/m, "version: 'tried-1'");
    expect(yaml).not.toBe(before.yaml);
    const bad = await api.post('/v1/rulebook/backtests', { yaml: 'id: x\nversion: 1\n' });
    expect(bad).toMatchObject({ status: 422, body: { faults: expect.any(Array) as unknown } });
    const started = await api.post('/v1/rulebook/backtests', { yaml });
    const { id } = started.body as { id: string };
    let backtest: Row;
    do {
      await wait(50);
      backtest = (await api.get(`/v1/rulebook/backtests/${id}`)).body as Row;
    } while (backtest['state'] === 'running');
    expect(backtest).toMatchObject({ state: 'done', fault: null });
    const other = yaml.replace('tried-1', 'tried-2');
    expect((await api.post('/v1/rulebook', { yaml: other, backtestId: id })).status).toBe(409);
    expect((await api.post('/v1/rulebook', { yaml, backtestId: 'none' })).status).toBe(404);
    expect((await api.post('/v1/rulebook', { yaml, backtestId: id })).status).toBe(200);
    expect((await api.get('/v1/rulebook')).body).toMatchObject({ version: 'tried-1', yaml });
    const entries = rowsOf(await api.get('/v1/audit?limit=200'));
    expect(entries).toContainEqual(expect.objectContaining({ action: 'rulebook-published' }));
    expect((await api.get('/v1/audit/verdict')).body).toMatchObject({ kind: 'intact' });
    const line = (await readFile(new URL('shipments.ndjson', sample), 'utf8')).split('\n')[0] ?? '';
    const screened = await api.call('POST', '/v1/screen', {
      body: line,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(screened.body).toMatchObject({
      assessments: [{ assessment: { rulebook: { version: 'tried-1' } } }],
    });
  });

  test('answers as documented wherever else something is to be read', async () => {
    for (let rows: Row[] = []; rows.length === 0; await wait(50)) {
      rows = rowsOf(await api.get('/v1/cases?order=risk'));
    }
    const [one] = rowsOf(await api.get('/v1/cases?order=risk&active=yes'));
    const id = String(one?.['caseId']);
    const paths = [
      '/healthz',
      '/readyz',
      '/metrics',
      '/v1/me',
      '/v1/auth',
      '/v1/tenants',
      '/v1/keys',
      '/v1/dead-letters',
      `/v1/cases/${id}`,
      `/v1/cases/${id}/alerts`,
      `/v1/cases/${id}/evidence.json`,
      `/v1/cases/${id}/evidence.pdf`,
      '/v1/suppressions',
      '/v1/deliveries',
      '/v1/receivers',
      '/v1/openapi.json',
    ];
    for (const path of paths) expect((await api.get(path)).status, path).toBe(200);
    const [inCase] = rowsOf(await api.get(`/v1/cases/${id}/alerts`));
    expect((await api.get(`/v1/alerts/${String(inCase?.['alertId'])}/case`)).status).toBe(200);
    const [letter] = rowsOf(await api.get('/v1/dead-letters'));
    const letterPath = `/v1/dead-letters/${String(letter?.['deadLetterId'])}`;
    expect((await api.get(letterPath)).status).toBe(200);
    expect((await api.call('POST', `${letterPath}/replay`)).body).toMatchObject({
      kind: 'refused',
    });
    const commented = await api.post(`/v1/cases/${id}/commands`, {
      kind: 'comment',
      text: 'Seen.',
    });
    expect(commented.status).toBe(200);
    const made = await api.post('/v1/keys', { name: 'Ann', kind: 'person', roles: ['analyst'] });
    const { key } = made.body as { key: { keyId: string } };
    expect((await api.call('POST', `/v1/keys/${key.keyId}/revoke`)).status).toBe(200);
  });

  test('has seen every documented operation that reads succeed', () => {
    const reads = Object.values(api.document.paths).flatMap((operations) =>
      Object.entries(operations).flatMap(([method, { operationId }]) =>
        method === 'get' ? [operationId] : [],
      ),
    );
    // What does not end, and what has an id that nothing here made.
    const apart = ['getV1AlertsStream', 'getV1DeliveriesByOutboxIdByReceiver'];
    expect(reads.filter((id) => !api.succeeded.has(id) && !apart.includes(id))).toEqual([]);
  });
});
