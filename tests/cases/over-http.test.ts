/** The way from a posted shipment to a decided case and its evidence, as people go it over HTTP. */
import { verifyBundle } from '@herkomst/adapter-evidence';
import { sha256, type CaseRecord } from '@herkomst/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startService, type RunningService } from '../support/service.ts';
import { loadEvents } from '../support/shipments.ts';

const timeout = 300_000;

let directory: string;
let service: RunningService;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'herkomst-cases-'));
  service = await startService({ HERKOMST_DATA_DIR: directory });
}, timeout);
afterAll(async () => {
  await service.kill();
  await rm(directory, { recursive: true, force: true });
}, timeout);

async function call(path: string, authorization: string, body?: object | string) {
  const type = typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
  const given = typeof body === 'string' ? body : JSON.stringify(body);
  const init: RequestInit =
    body === undefined
      ? { headers: { authorization } }
      : { method: 'POST', headers: { authorization, 'content-type': type }, body: given };
  const response = await fetch(service.url + path, init);
  return { status: response.status, text: await response.text() };
}

async function keyFor(name: string, role: string): Promise<string> {
  const wanted = { name, kind: 'person', roles: [role] };
  const { text } = await call('/v1/keys', service.authorization, wanted);
  return `Bearer ${(JSON.parse(text) as { token: string }).token}`;
}

test(
  'a shipment becomes a case, which two decide, and whose evidence verifies',
  async () => {
    const [ann, lea] = [await keyFor('Ann', 'analyst'), await keyFor('Lea', 'lead')];
    const lines = [...loadEvents(0, 2, { taintedEvery: 2 })].map(({ line }) => line).join('\n');
    expect((await call('/v1/shipments', ann, lines)).status).toBe(202);
    let rows: readonly CaseRecord[] = [];
    while (rows.length === 0) {
      await wait(100);
      const { text } = await call('/v1/cases?active=yes', ann);
      ({ rows } = JSON.parse(text) as { rows: readonly CaseRecord[] });
    }
    const { caseId, version } = rows[0]!;
    const commands = `/v1/cases/${caseId}/commands`;
    const decision = { kind: 'decide', decision: 'report', reason: 'On the list.' };
    const decided = await call(commands, ann, { ...decision, seenVersion: version });
    expect(decided).toMatchObject({ status: 200 });
    const approve = { kind: 'approve', seenVersion: version + 1 };
    expect((await call(commands, ann, approve)).status).toBe(403);
    const late = await call(commands, lea, { ...approve, seenVersion: version });
    expect(late).toMatchObject({ status: 409 });
    expect(late.text).toContain('urn:herkomst:problem:case-changed');
    const approved = await call(commands, lea, approve);
    expect(JSON.parse(approved.text)).toMatchObject({ case: { status: 'decided' } });

    const evidence = await call(`/v1/cases/${caseId}/evidence.json`, ann);
    expect(verifyBundle(evidence.text, { sha256 })).toMatchObject({ kind: 'intact', caseId });
    const verdict = await call('/v1/audit/verdict', ann);
    expect(JSON.parse(verdict.text)).toMatchObject({ kind: 'intact' });
  },
  timeout,
);
