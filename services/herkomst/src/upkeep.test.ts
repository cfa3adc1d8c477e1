import { createInbox, createManualClock, createSilentLogger } from '@herkomst/runtime/testing';
import { getTasks } from 'node-cron';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEmbeddedEngines } from './engines/embedded.ts';
import { startUpkeep, type UpkeepParts } from './upkeep.ts';

const nothing = { monthsAdded: [], dropped: null, streamRecordsDropped: 0 };

function start(changes: Partial<UpkeepParts> = {}) {
  const logger = createSilentLogger();
  const upkeep = startUpkeep({
    engines: { upkeep: async () => nothing },
    retention: { recordDays: null, streamDays: 7 },
    clock: createManualClock('2026-11-24T08:00:00.000Z'),
    logger,
    ...changes,
  });
  return { ...upkeep, logger };
}

test('runs at the start with the retention that is set, and plans the nights to come', async () => {
  const asked: unknown[] = [];
  const retention = { recordDays: 3650, streamDays: 7 };
  const before = getTasks().size;
  const upkeep = start({
    retention,
    engines: {
      upkeep: async (...given) => {
        asked.push(given);
        return { ...nothing, streamRecordsDropped: 3 };
      },
    },
  });
  expect(getTasks().size).toBe(before + 1);
  const next = [...getTasks().values()].at(-1)?.getNextRuns(2) ?? [];
  expect(next.map((date) => date.toISOString().slice(11))).toEqual([
    '03:17:00.000Z',
    '03:17:00.000Z',
  ]);
  await upkeep.stop();
  expect(getTasks().size).toBe(before);
  expect(asked).toEqual([[retention, new Date('2026-11-24T08:00:00.000Z')]]);
  expect(upkeep.logger.lines).toEqual([
    {
      level: 'info',
      fields: { ...nothing, streamRecordsDropped: 3 },
      message: 'the store was kept up',
    },
  ]);
});

test('leaves it to the process that is at it', async () => {
  let done = 0;
  const upkeep = start({ engines: { upkeep: async () => null }, onDone: () => done++ });
  await upkeep.stop();
  expect(done).toBe(0);
  expect(upkeep.logger.lines.map(({ level }) => level)).toEqual(['debug']);
});

test('logs a failure and runs again', async () => {
  const outcomes = [new Error('no database'), null];
  let done = 0;
  let failed = 0;
  const upkeep = start({
    engines: {
      upkeep: async () => {
        const outcome = outcomes.shift();
        if (outcome instanceof Error) throw outcome;
        return nothing;
      },
    },
    onDone: () => done++,
    onFailed: () => failed++,
  });
  await upkeep.run();
  await upkeep.stop();
  expect(upkeep.logger.lines.map(({ level }) => level)).toEqual(['error', 'info']);
  expect([failed, done]).toEqual([1, 1]);
});

test('drops what is old on the embedded engines, one at a time', { timeout: 120_000 }, async () => {
  const directory = await mkdtemp(join(tmpdir(), 'herkomst-upkeep-'));
  const engines = await openEmbeddedEngines(directory);
  try {
    const inbox = createInbox();
    await engines.stream.append('t', [{ key: 'a', value: '1' }]);
    await engines.stream.append('t', [{ key: 'a', value: '2' }]);
    const subscription = await engines.stream.subscribe('t', 'g', inbox.handler, { maxBatch: 10 });
    await inbox.first(2);
    await subscription.stop();

    const retention = { recordDays: null, streamDays: 7 };
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await engines.upkeep(retention, later(6))).toMatchObject({ streamRecordsDropped: 0 });
    const together = [later(8), later(8)].map((now) => engines.upkeep(retention, now));
    expect(await Promise.all(together)).toMatchObject([{ streamRecordsDropped: 2 }, null]);
    expect(await engines.upkeep(retention, later(8))).toMatchObject({ streamRecordsDropped: 0 });
  } finally {
    await engines.close();
    await rm(directory, { recursive: true });
  }
});
