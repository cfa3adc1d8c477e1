/**
 * Takes whole files and says how far the work on them has got, until all of it had its effect. The
 * file is on disk before its taking is told, so that a slow screener keeps no sender waiting. What is
 * known of it is kept, for other processes to tell.
 */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeFaults } from '../intake/dead-letter.ts';
import type { IntakeEntry } from '../intake/entry.ts';
import type { Intake, Intakes, IntakeResult } from '../intake/intake.ts';
import type { Caller } from '../keys/caller.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { RecordStores } from '../ports/record-store.ts';
import type { Page, PageRequest } from '../ports/store.ts';
import type { SearchStores } from '../ports/stores.ts';
import { Effects } from './effects.ts';

export interface FileProgress {
  readonly fileId: string;
  readonly name: string;
  readonly state: 'reading' | 'screening' | 'done' | 'failed';
  readonly takenAt: string;
  readonly takenBy: string;
  readonly bytes: number;
  readonly read: number;
  readonly accepted: number;
  readonly deadLetters: number;
  /** Of the accepted, those that had their effect. */
  readonly screened: number;
  /** That stand on its shipments. */
  readonly alerts: number;
  /** At most ten. */
  readonly sources: readonly string[];
  /** Of its dead letters. */
  readonly origin: string;
  /** The first fifty. */
  readonly refused: readonly {
    readonly position: string | null;
    readonly code: string;
    readonly message: string;
    readonly deadLetterId: string;
  }[];
  readonly fault: string | null;
}

export interface FileDeskParts {
  readonly intakes: Intakes;
  readonly search: SearchStores;
  readonly records: RecordStores;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where files lie while they are read. */
  readonly directory: string;
  /** Reads a file of a name that says its format, batch by batch. */
  readonly read: (name: string, path: string) => AsyncIterable<readonly IntakeEntry[]>;
  /** Default 256 MiB. */
  readonly maxBytes?: number;
  /** How often it is asked whether events had their effect; default 250. */
  readonly pollMs?: number;
}

export type TakenFile =
  | { readonly kind: 'taken'; readonly fileId: string }
  | { readonly kind: 'too-large' };

export interface FileDesk {
  /** Resolves once it is on disk; where it is too large, having kept nothing of it. */
  take(by: Caller, name: string, content: AsyncIterable<Uint8Array>): Promise<TakenFile>;
  /** Null when the tenant has no such file. */
  file(tenant: string, fileId: string): Promise<FileProgress | null>;
  /** Last taken first. */
  files(tenant: string, page: PageRequest): Promise<Page<FileProgress>>;
  /** Reads on with none, and waits for the batches in hand. */
  stop(): Promise<void>;
}

const kind = 'file';
const mostRefused = 50;
const mostSources = 10;
/** Who follows a file says so this often; one silent for so long has died with its process. */
const tellMs = 1000;
const silentMs = 60_000;
const retryMs = 1000;

interface Kept extends FileProgress {
  readonly updatedAt: string;
}

export function createFileDesk(parts: FileDeskParts): FileDesk {
  const { records, clock, logger, directory } = parts;
  const { maxBytes = 256 * 1024 * 1024 } = parts;
  const stopping = new AbortController();
  const working = new Set<Promise<void>>();
  /** Of this process: more recent than what is kept. */
  const latest = new Map<string, FileProgress>();

  const keep = (tenant: string, progress: FileProgress): Promise<void> =>
    records
      .of(tenant)
      .put(kind, progress.fileId, JSON.stringify({ ...progress, updatedAt: clock.now() }));

  const show = (record: string): FileProgress => {
    const { updatedAt, ...progress } = JSON.parse(record) as Kept;
    const mine = latest.get(progress.fileId);
    if (mine !== undefined) return mine;
    const over = progress.state === 'done' || progress.state === 'failed';
    if (over || Date.parse(clock.now()) - Date.parse(updatedAt) <= silentMs) return progress;
    const rest =
      progress.state === 'reading'
        ? 'hand the file in again: what was taken has no second effect.'
        : 'what was accepted is screened all the same.';
    return {
      ...progress,
      state: 'failed',
      fault: `The process that followed it has gone; ${rest}`,
    };
  };

  const work = async (tenant: string, first: FileProgress, path: string): Promise<void> => {
    let progress = first;
    let toldAt = 0;
    const update = async (some: Partial<FileProgress>, now = false): Promise<void> => {
      progress = { ...progress, ...some };
      latest.set(progress.fileId, progress);
      if (!now && Date.now() - toldAt < tellMs) return;
      toldAt = Date.now();
      await keep(tenant, progress);
    };
    const effects = new Effects(parts.search.of(tenant));
    const count = (): Partial<FileProgress> => ({
      screened: effects.screened,
      alerts: effects.alerts,
    });
    try {
      for await (const entries of parts.read(progress.name, path)) {
        const result = await submit(parts.intakes.of(tenant), progress.origin, entries);
        effects.expect(entries);
        await effects.look();
        await update({ ...count(), ...added(progress, entries, result) });
      }
      await update({ state: 'screening' }, true);
      while (!effects.complete) {
        stopping.signal.throwIfAborted();
        await clock.sleep(parts.pollMs ?? 250, stopping.signal);
        await effects.look();
        await update(count());
      }
      await update({ state: 'done', ...count() }, true);
    } catch (error) {
      logger.error({ err: error, file: progress.name }, 'a file was not followed to its end');
      const fault = stopping.signal.aborted
        ? 'The service stopped; hand the file in again: what was taken has no second effect.'
        : 'It could not be read to its end; hand it in again: what was taken has no second effect.';
      await update({ state: 'failed', fault }, true);
    } finally {
      await rm(path, { force: true });
      latest.delete(progress.fileId);
    }
  };

  /** Tries until the engines take the batch. */
  const submit = async (
    intake: Intake,
    origin: string,
    entries: readonly IntakeEntry[],
  ): Promise<IntakeResult> => {
    for (;;) {
      stopping.signal.throwIfAborted();
      try {
        return await intake.submit(origin, entries);
      } catch (error) {
        logger.error({ err: error, origin }, 'a batch of a file failed and is tried again');
      }
      await clock.sleep(retryMs, stopping.signal);
    }
  };

  return {
    async take(by, name, content) {
      const fileId = randomUUID();
      await mkdir(directory, { recursive: true });
      const path = join(directory, fileId);
      const bytes = await spool(content, path, maxBytes);
      if (bytes === null) return { kind: 'too-large' };
      const first: FileProgress = {
        fileId,
        name,
        state: 'reading',
        takenAt: clock.now(),
        takenBy: by.name,
        bytes,
        read: 0,
        accepted: 0,
        deadLetters: 0,
        screened: 0,
        alerts: 0,
        sources: [],
        origin: `file:${name}`,
        refused: [],
        fault: null,
      };
      await keep(by.tenant, first);
      latest.set(fileId, first);
      const task = work(by.tenant, first, path)
        .catch((error: unknown) => logger.error({ err: error, name }, 'a file can not be followed'))
        .finally(() => working.delete(task));
      working.add(task);
      return { kind: 'taken', fileId };
    },
    async file(tenant, fileId) {
      const record = await records.of(tenant).get(kind, fileId);
      return record === null ? null : show(record);
    },
    async files(tenant, page) {
      const { rows, next } = await records.of(tenant).list(kind, page);
      return { rows: rows.map(({ record }) => show(record)), next };
    },
    async stop() {
      stopping.abort();
      await Promise.all(working);
    },
  };
}

function added(
  { read, accepted, deadLetters, refused, sources }: FileProgress,
  entries: readonly IntakeEntry[],
  result: IntakeResult,
): Partial<FileProgress> {
  const more = result.rejected
    .slice(0, mostRefused - refused.length)
    .map(({ position, code, faults, deadLetterId }) => ({
      position,
      code,
      message: writeFaults(faults),
      deadLetterId,
    }));
  const seen = entries.flatMap(({ reading }) =>
    reading.kind === 'declared' ? [reading.event.source] : [],
  );
  return {
    read: read + entries.length,
    accepted: accepted + result.accepted,
    deadLetters: deadLetters + result.rejected.length,
    refused: [...refused, ...more],
    sources: [...new Set([...sources, ...seen])].slice(0, mostSources),
  };
}

/** How many bytes there were; null when they were more than allowed. */
async function spool(
  content: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): Promise<number | null> {
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(new RangeError('too large'));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.from(content, { objectMode: false }), measure, createWriteStream(path));
    return bytes;
  } catch (error) {
    await rm(path, { force: true });
    if (bytes > maxBytes) return null;
    throw error;
  }
}
