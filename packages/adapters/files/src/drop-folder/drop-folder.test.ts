import type { Intake } from '@herkomst/runtime';
import {
  createManualClock,
  createMemoryIntake,
  createSilentLogger,
  sampleEvent,
} from '@herkomst/runtime/testing';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchDropFolder, type DropFolder, type FileOutcome } from './drop-folder.ts';
import { takeFile, type TakeFileParts } from './take-file.ts';

let directory = '';
let folder: DropFolder | null = null;
let outcomes: FileOutcome[] = [];
let arrived = () => {};

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'herkomst-drop-'));
  outcomes = [];
});
afterEach(async () => {
  await folder?.stop();
  folder = null;
  await rm(directory, { recursive: true, force: true });
});

async function watch(intake: Intake, clock = createManualClock()): Promise<DropFolder> {
  folder = await watchDropFolder({
    directory,
    intake,
    clock,
    logger: createSilentLogger(),
    settleMs: 50,
    maxBatch: 2,
    onFile(outcome) {
      outcomes.push(outcome);
      arrived();
    },
  });
  return folder;
}

/** Resolves once so many files have been dealt with. */
async function untilOutcomes(count: number): Promise<void> {
  while (outcomes.length < count) {
    await new Promise<void>((resolve) => {
      arrived = resolve;
    });
  }
}

const drop = (name: string, text: string): Promise<void> => writeFile(join(directory, name), text);

it('takes what is there at the start and what comes, and moves it out of the way', async () => {
  await drop('early.ndjson', [sampleEvent('1'), sampleEvent('2'), sampleEvent('3')].join('\n'));
  const { passed, intake } = createMemoryIntake();
  await watch(intake);
  await untilOutcomes(1);
  await drop('late.ndjson.part', sampleEvent('4'));
  await rename(join(directory, 'late.ndjson.part'), join(directory, 'late.ndjson'));
  await untilOutcomes(2);
  expect(passed).toEqual(['S-1', 'S-2', 'S-3', 'S-4']);
  expect(outcomes).toEqual([
    {
      kind: 'processed',
      name: 'early.ndjson',
      accepted: 3,
      rejected: 0,
      movedTo: 'early.ndjson',
      report: null,
    },
    {
      kind: 'processed',
      name: 'late.ndjson',
      accepted: 1,
      rejected: 0,
      movedTo: 'late.ndjson',
      report: null,
    },
  ]);
  expect((await readdir(directory)).toSorted()).toEqual(['processed', 'rejected']);
  expect(await readdir(join(directory, 'rejected'))).toEqual([]);
});

it('reports what was refused, with its dead letter and its text', async () => {
  await drop('mixed.ndjson', `${sampleEvent('1')}\n{"broken"\n${sampleEvent('2')}\n[]`);
  const { passed, intake, letters } = createMemoryIntake();
  await watch(intake);
  await untilOutcomes(1);
  expect(passed).toEqual(['S-1', 'S-2']);
  expect(outcomes).toMatchObject([{ kind: 'processed', accepted: 2, rejected: 2 }]);
  const report = await readFile(
    join(directory, 'rejected', 'mixed.ndjson.rejected.ndjson'),
    'utf8',
  );
  const lines = report
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toMatchObject([
    { position: 'line 2', code: 'invalid-json', original: '{"broken"' },
    { position: 'line 4', code: 'schema', original: '[]' },
  ]);
  expect(new Set(lines.map((line) => (line as { deadLetterId: string }).deadLetterId))).toEqual(
    new Set((await letters()).map(({ deadLetterId }) => deadLetterId)),
  );
});

it('never writes over a file that was processed before', async () => {
  await mkdir(join(directory, 'processed'), { recursive: true });
  await writeFile(join(directory, 'processed', 'a.ndjson'), 'before');
  await drop('a.ndjson', sampleEvent('1'));
  await watch(createMemoryIntake().intake);
  await untilOutcomes(1);
  expect(outcomes).toMatchObject([{ kind: 'processed', movedTo: 'a-2.ndjson' }]);
  expect(await readFile(join(directory, 'processed', 'a.ndjson'), 'utf8')).toBe('before');
  expect(await readFile(join(directory, 'processed', 'a-2.ndjson'), 'utf8')).toBe(sampleEvent('1'));
});

it('leaves what is hidden, partial or a folder alone', async () => {
  const names = ['.hidden.ndjson', 'a.ndjson.tmp', 'b.csv~', '~$c.csv', 'd.part'];
  for (const name of names) await drop(name, sampleEvent(name));
  await mkdir(join(directory, 'sub'));
  await writeFile(join(directory, 'sub', 'e.ndjson'), sampleEvent('e'));
  const { passed, intake } = createMemoryIntake();
  await watch(intake);
  await drop('z.ndjson', sampleEvent('z'));
  await untilOutcomes(1);
  expect(passed).toEqual(['S-z']);
  expect(outcomes).toMatchObject([{ name: 'z.ndjson' }]);
});

it('stops after the batch in hand, and reads the file again after the next start', async () => {
  await drop('a.ndjson', ['1', '2', '3', '4', '5'].map(sampleEvent).join('\n'));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = () => {};
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const { passed, intake } = createMemoryIntake();
  const slow: Intake = {
    async submit(origin, entries) {
      begun();
      await held;
      return intake.submit(origin, entries);
    },
  };
  const stopped = await watch(slow);
  await first;
  const stopping = stopped.stop();
  release();
  await stopping;
  expect(passed).toEqual(['S-1', 'S-2']);
  expect(outcomes).toEqual([{ kind: 'stopped', name: 'a.ndjson' }]);
  expect(await readdir(join(directory, 'processed'))).toEqual([]);

  await watch(intake);
  await untilOutcomes(2);
  expect(passed).toEqual(['S-1', 'S-2', 'S-1', 'S-2', 'S-3', 'S-4', 'S-5']);
  expect(await readdir(join(directory, 'processed'))).toEqual(['a.ndjson']);
});

it('tries a batch again until the engines take it', async () => {
  await drop('a.ndjson', sampleEvent('1'));
  const clock = createManualClock();
  const { passed, intake } = createMemoryIntake();
  let failures = 0;
  const failing: Intake = {
    submit(origin, entries) {
      failures += 1;
      return failures <= 3 ? Promise.reject(new Error('down')) : intake.submit(origin, entries);
    },
  };
  await watch(failing, clock);
  const done = untilOutcomes(1);
  let settled = false;
  void done.finally(() => {
    settled = true;
  });
  while (!settled) await clock.advance(60_000);
  expect(failures).toBe(4);
  expect(passed).toEqual(['S-1']);
});

it('leaves a file that can not be read or moved where it is, and says why', async () => {
  const { intake } = createMemoryIntake();
  const parts: TakeFileParts = {
    intake,
    clock: createManualClock(),
    logger: createSilentLogger(),
    processed: join(directory, 'nowhere'),
    rejected: directory,
    options: {},
    stop: new AbortController().signal,
  };
  await drop('a.ndjson', sampleEvent('1'));
  expect(await takeFile(join(directory, 'a.ndjson'), parts)).toMatchObject({
    kind: 'unreadable',
    reason: expect.stringContaining('nowhere'),
  });
  await mkdir(join(directory, 'b.ndjson'));
  expect(await takeFile(join(directory, 'b.ndjson'), parts)).toEqual({
    kind: 'unreadable',
    name: 'b.ndjson',
    reason: 'it is not a regular file',
  });
  expect(await takeFile(join(directory, 'c.ndjson'), parts)).toEqual({
    kind: 'gone',
    name: 'c.ndjson',
  });
  expect((await readdir(directory)).toSorted()).toEqual(['a.ndjson', 'b.ndjson']);
});
