/** What of a file was refused and why, a line each, for whoever dropped it. */
import type { IntakeEntry, Rejection } from '@herkomst/runtime';
import { isUtf8 } from 'node:buffer';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';

export interface RejectionReport {
  /** @param entries the refused ones, in the order of their rejections. */
  add(entries: readonly IntakeEntry[], rejections: readonly Rejection[]): Promise<void>;
  /** Gives the report its name, over that of an earlier reading of the same file. */
  finish(path: string): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Longest original that is repeated in the report; the dead letter has all of it. */
const maxShown = 64 * 1024;

/** @param partial path of the report while it grows. */
export function createRejectionReport(partial: string): RejectionReport {
  let file: FileHandle | null = null;
  return {
    async add(entries, rejections) {
      if (rejections.length === 0) return;
      file ??= await open(partial, 'w');
      const lines = rejections.map((rejection, index) => {
        const original = entries[index]?.original;
        return `${JSON.stringify({ ...rejection, ...show(original) })}\n`;
      });
      await file.appendFile(lines.join(''));
    },
    async finish(path) {
      if (file === null) return;
      await file.datasync();
      await file.close();
      file = null;
      await rename(partial, path);
    },
    async discard() {
      await file?.close();
      file = null;
      await rm(partial, { force: true });
    },
  };
}

function show(original: Uint8Array | undefined): { readonly original?: string } {
  if (original === undefined || original.length > maxShown || !isUtf8(original)) return {};
  return { original: new TextDecoder().decode(original) };
}
