/**
 * One dropped file into the intake, batch by batch, and then out of the way. The file is moved only
 * when all of it is taken in; until then a crash means that it is read again, which has no second
 * effect, as every event keeps its id.
 */
import type { Clock, Intake, IntakeEntry, Logger } from '@herkomst/runtime';
import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readShipmentFile, type ReadOptions } from '../read-entries.ts';
import { moveInto } from './move.ts';
import { createRejectionReport } from './report.ts';

export type FileOutcome =
  | {
      readonly kind: 'processed';
      readonly name: string;
      readonly accepted: number;
      readonly rejected: number;
      /** Name it has in processed/. */
      readonly movedTo: string;
      /** Path of the report of what was refused; null when nothing was. */
      readonly report: string | null;
    }
  /** Left where it is and not tried again until it changes. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: string }
  /** It grew or changed while it was read; it is read again. */
  | { readonly kind: 'changed'; readonly name: string }
  /** It was taken away by somebody else. */
  | { readonly kind: 'gone'; readonly name: string }
  /** Stopped in the middle; it is read again after the next start. */
  | { readonly kind: 'stopped'; readonly name: string };

export interface TakeFileParts {
  readonly intake: Intake;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly processed: string;
  readonly rejected: string;
  readonly options: ReadOptions;
  /** Aborted when no further batch is to be submitted. */
  readonly stop: AbortSignal;
}

export async function takeFile(path: string, parts: TakeFileParts): Promise<FileOutcome> {
  const name = basename(path);
  const { processed, rejected, options, stop } = parts;
  const report = createRejectionReport(join(rejected, `.${name}.partial`));
  try {
    const before = await statOrNull(path);
    if (before === null) return { kind: 'gone', name };
    if (!before.isFile()) return { kind: 'unreadable', name, reason: 'it is not a regular file' };
    let acceptedCount = 0;
    let rejectedCount = 0;
    for await (const entries of readShipmentFile(path, options)) {
      const result = stop.aborted ? null : await submit(`file:${name}`, entries, parts);
      if (result === null) return { kind: 'stopped', name };
      acceptedCount += result.accepted;
      rejectedCount += result.rejected.length;
      const refused = entries.filter(({ reading }) => reading.kind === 'invalid');
      await report.add(refused, result.rejected);
    }
    const after = await statOrNull(path);
    if (after === null) return { kind: 'gone', name };
    if (after.size !== before.size || after.mtimeNs !== before.mtimeNs) {
      return { kind: 'changed', name };
    }
    const movedTo = await moveInto(path, processed, name);
    const reportPath = rejectedCount === 0 ? null : join(rejected, `${movedTo}.rejected.ndjson`);
    if (reportPath !== null) await report.finish(reportPath);
    return {
      kind: 'processed',
      name,
      accepted: acceptedCount,
      rejected: rejectedCount,
      movedTo,
      report: reportPath,
    };
  } catch (error) {
    return { kind: 'unreadable', name, reason: String(error) };
  } finally {
    await report.discard();
  }
}

async function statOrNull(path: string): Promise<BigIntStats | null> {
  try {
    return await lstat(path, { bigint: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

const firstWaitMs = 500;
const longestWaitMs = 60_000;

/** Tries until the engines take the batch; null when told to stop before they did. */
async function submit(
  origin: string,
  entries: readonly IntakeEntry[],
  { intake, clock, logger, stop }: TakeFileParts,
) {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      return await intake.submit(origin, entries);
    } catch (error) {
      logger.error({ err: error, origin, waitMs }, 'a batch of a file failed and is tried again');
    }
    await clock.sleep(waitMs, stop);
    if (stop.aborted) return null;
  }
}
