/**
 * Asks the API whatever its document allows, and some of what it does not. No answer may be a fault
 * of the server; each must be documented, and be as its schema says. The seed is fixed; another one
 * is tried with HERKOMST_TEST_SEED, and told when something is found.
 */
import * as fc from 'fast-check';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startService, type RunningService } from '../support/service.ts';
import { openApi, type Api } from './conform.ts';
import { fuzzed, requestFor } from './requests.ts';

const timeout = 600_000;
const seed = Number(process.env['HERKOMST_TEST_SEED'] ?? 20_261_124);
const runs = Number(process.env['HERKOMST_TEST_RUNS'] ?? 25);

let directory: string;
let service: RunningService;
let api: Api;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'herkomst-fuzz-'));
  service = await startService({ HERKOMST_DATA_DIR: directory, HERKOMST_LOG_LEVEL: 'silent' });
  api = await openApi(service.url, service.authorization);
  const sample = new URL('../../services/herkomst/sample/shipments.ndjson', import.meta.url);
  const lines = (await readFile(sample, 'utf8')).trimEnd().split('\n').slice(0, 60);
  await api.call('POST', '/v1/shipments', {
    body: lines.join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  });
}, timeout);
afterAll(async () => {
  await service?.kill();
  await rm(directory, { recursive: true, force: true });
}, timeout);

test(
  'answers every request as documented, and none with a fault',
  async () => {
    const operations = fuzzed(api.document);
    expect(operations.length).toBeGreaterThan(40);
    for (const [method, path, operation] of operations) {
      await fc.assert(
        fc.asyncProperty(requestFor(method, path, operation), async (request) => {
          const { status, type } = await api.call(request.method, request.path, {
            ...(request.body === null ? {} : { body: request.body }),
            ...(request.type === null ? {} : { headers: { 'content-type': request.type } }),
          });
          expect(status, JSON.stringify(request)).toBeLessThan(500);
          if (status >= 400) expect(type).toBe('application/problem+json');
        }),
        { seed, numRuns: runs, endOnFailure: true },
      );
    }
  },
  timeout,
);

test(
  'asks everybody for a key where it says that it does',
  async () => {
    for (const [method, path, operation] of fuzzed(api.document)) {
      const filled = path.replaceAll(/\{\w+\}/g, 'x');
      const { status } = await fetch(service.url + filled, { method: method.toUpperCase() });
      const open = (operation as { security?: readonly object[] }).security?.length === 0;
      expect([method, path, status === 401], `${status}`).toEqual([method, path, !open]);
    }
  },
  timeout,
);
