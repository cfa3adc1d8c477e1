/**
 * A folder to drop shipment files into. Each is read once it is complete, then moved to processed/;
 * what of it was refused is reported in rejected/. Files that are there at the start are taken too.
 */
import type { Clock, Intake, Logger } from '@herkomst/runtime';
import { watch } from 'chokidar';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ReadOptions } from '../read-entries.ts';
import { takeFile, type FileOutcome, type TakeFileParts } from './take-file.ts';

export type { FileOutcome } from './take-file.ts';

export interface DropFolderOptions extends ReadOptions {
  /** Made when it is not there, with processed/ and rejected/ in it. */
  readonly directory: string;
  readonly intake: Intake;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long a file's size must stand still before it counts as complete; default 500 ms. */
  readonly settleMs?: number;
  /** Called after each file. */
  readonly onFile?: (outcome: FileOutcome) => void;
}

export interface DropFolder {
  /** Takes no further batch, waits for the one in hand, then resolves. Safe to call twice. */
  stop(): Promise<void>;
}

export async function watchDropFolder(options: DropFolderOptions): Promise<DropFolder> {
  const { directory, intake, clock, logger, settleMs = 500, onFile, ...readOptions } = options;
  const folder = resolve(directory);
  const processed = join(folder, 'processed');
  const rejected = join(folder, 'rejected');
  await mkdir(processed, { recursive: true });
  await mkdir(rejected, { recursive: true });

  const stopping = new AbortController();
  const parts: TakeFileParts = {
    intake,
    clock,
    logger,
    processed,
    rejected,
    options: readOptions,
    stop: stopping.signal,
  };
  /** Names waiting, oldest first; a name waits once however often it changes. */
  const waiting = new Set<string>();
  let working: Promise<void> | null = null;

  function enqueue(path: string): void {
    if (stopping.signal.aborted || !isWanted(path, folder)) return;
    waiting.add(path);
    working ??= work();
  }

  async function work(): Promise<void> {
    for (const path of waiting) {
      if (stopping.signal.aborted) break;
      waiting.delete(path);
      const outcome = await takeFile(path, parts);
      report(logger, outcome);
      onFile?.(outcome);
      if (outcome.kind !== 'changed') continue;
      await clock.sleep(settleMs, stopping.signal);
      waiting.add(path);
    }
    working = null;
  }

  const watcher = watch(folder, {
    depth: 0,
    ignored: (path) => path !== folder && !isWanted(path, folder),
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: Math.min(100, settleMs) },
  });
  watcher.on('add', enqueue);
  watcher.on('change', enqueue);
  watcher.on('error', (error) =>
    logger.error({ err: error, directory: folder }, 'watching failed'),
  );
  await new Promise<void>((ready) => {
    watcher.once('ready', ready);
  });

  return {
    async stop() {
      stopping.abort();
      await watcher.close();
      await working;
    },
  };
}

/** Not what is hidden, temporary or still being written, nor what is in a folder below. */
function isWanted(path: string, folder: string): boolean {
  const name = basename(path);
  if (dirname(path) !== folder || name === 'processed' || name === 'rejected') return false;
  return !/^[.~]|~$|\.(part|partial|tmp|temp|crdownload|filepart)$/i.test(name);
}

function report(logger: Logger, outcome: FileOutcome): void {
  const { kind, name: file } = outcome;
  switch (kind) {
    case 'processed': {
      const { accepted, rejected, movedTo, report: reportPath } = outcome;
      const fields = { file, accepted, rejected, movedTo, report: reportPath };
      if (rejected === 0) logger.info(fields, 'file taken in');
      else logger.warn(fields, 'file taken in, some of it refused');
      return;
    }
    case 'unreadable':
      logger.error({ file, reason: outcome.reason }, 'file can not be read and is left');
      return;
    case 'changed':
      logger.warn({ file }, 'file changed while it was read and is read again');
      return;
    case 'gone':
      logger.warn({ file }, 'file was taken away by somebody else');
      return;
    case 'stopped':
      logger.info({ file }, 'stopped within a file; it is read again after the next start');
  }
}
