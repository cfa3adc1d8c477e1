/**
 * kill -9 and SIGSTOP in the middle of 20,000 events, several times, at points drawn from a printed
 * seed: no event is lost, and no alert is raised or written twice.
 */
import { openPglite } from '@herkomst/adapter-pglite';
import { createSqlStores } from '@herkomst/adapter-sql';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../bench/matching/random.ts';
import { startService, type RunningService } from '../support/service.ts';
import { loadEvents } from '../support/shipments.ts';

const total = 20_000;
const chunk = 500;
const taintedEvery = 20;
const kills = 4;
const pauses = 2;
const pauseMs = 3_000;
const seed = process.env['HERKOMST_TEST_SEED'] ?? String(Date.now() % 1_000_000);

describe(`kill -9 and SIGSTOP amid ${total} events (HERKOMST_TEST_SEED=${seed})`, () => {
  let directory: string;
  let service: RunningService | null = null;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'herkomst-kill-'));
  });
  afterAll(async () => {
    await service?.kill();
    await rm(directory, { recursive: true, force: true });
  });

  test('loses nothing and tells nothing twice', async () => {
    const random = new Random(seed);
    const start = () => startService({ HERKOMST_DATA_DIR: directory });
    const struck = new Set<number>();
    while (struck.size < kills + pauses) struck.add(1 + random.below(total / chunk - 1));
    const killAt = new Set([...struck].slice(0, kills));
    const pauseAt = new Set([...struck].slice(kills));

    service = await start();
    for (let number = 0; number < total / chunk; number += 1) {
      const lines = [...loadEvents(number * chunk, chunk, { taintedEvery })].map(
        ({ line }) => line,
      );
      if (killAt.has(number)) {
        // The request in flight is cut as well: its sender, unsure, sends it again.
        const cut = send(service, lines).catch(() => undefined);
        await wait(random.next() * 150);
        await service.kill();
        await cut;
        service = await start();
      }
      if (pauseAt.has(number)) {
        // Nobody gives up on it meanwhile; the same lines once more change nothing.
        const slow = send(service, lines);
        await wait(random.next() * 150);
        service.process.kill('SIGSTOP');
        await wait(pauseMs);
        service.process.kill('SIGCONT');
        await slow;
      }
      await send(service, lines);
    }
    await untilIdle(service);
    expect(await service.stop()).toBe(0);
    service = null;

    const alerts = total / taintedEvery;
    const database = await openPglite(join(directory, 'database'));
    const counts = await createSqlStores(database).of('default').counts();
    await database.close();
    expect(counts).toMatchObject({
      events: total,
      assessments: total,
      byVerdict: { alert: alerts },
      alerts,
      standingAlerts: alerts,
      deadLetters: 0,
      unrelayed: 0,
      deliveries: alerts * 3,
    });
    const told = (await readFile(join(directory, 'alerts.ndjson'), 'utf8')).trim().split('\n');
    const ids = told.map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids).toHaveLength(alerts);
    expect(new Set(ids).size).toBe(alerts);
  }, 600_000);
});

async function send(
  { url, authorization }: RunningService,
  lines: readonly string[],
): Promise<void> {
  const response = await fetch(`${url}/v1/shipments`, {
    method: 'POST',
    // A kept connection that the other end just closed would fail for no reason of this test.
    headers: { 'content-type': 'application/x-ndjson', authorization, connection: 'close' },
    body: lines.join('\n'),
  });
  expect(await response.json()).toMatchObject({ accepted: lines.length });
}

/** Until all that was taken in is screened and told. */
async function untilIdle({ url, authorization }: RunningService): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/v1/status`, { headers: { authorization } });
    const status = (await response.json()) as { idle: boolean };
    if (status.idle) return;
    await wait(200);
  }
}
