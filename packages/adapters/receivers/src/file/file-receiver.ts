/**
 * Appends notices to a file, one JSON line each: `{"id", "type", "document"}`. A line is on the disk
 * before its delivery counts as done. After a crash the last deliveries come again; those whose line
 * is in the file already are not written twice, and half a line is taken away.
 */
import type { JobOutcome, Notice, Receiver } from '@herkomst/runtime';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mendTail } from './mend-tail.ts';
import { createRecentIds, type RecentIds } from './recent-ids.ts';

export interface FileReceiverOptions {
  readonly name: string;
  /** Made, with its folders, when it is not there. One receiver a file. */
  readonly path: string;
}

interface OpenFile {
  readonly handle: FileHandle;
  readonly ids: RecentIds;
  /** Length in bytes up to the end of the last whole line. */
  length: number;
}

interface Waiting {
  readonly notice: Notice;
  readonly settle: (outcome: JobOutcome) => void;
}

export function createFileReceiver({ name, path }: FileReceiverOptions): Receiver {
  let file: OpenFile | null = null;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  /** Writes all that wait with one sync of the disk, until none wait. */
  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const outcome = await write(batch.map(({ notice }) => notice)).then(
        (): JobOutcome => ({ kind: 'done' }),
        (error: unknown): JobOutcome => ({ kind: 'retry', reason: String(error) }),
      );
      for (const { settle } of batch) settle(outcome);
    }
    writing = null;
  }

  async function write(notices: readonly Notice[]): Promise<void> {
    file ??= await openFile(path);
    const { handle, ids } = file;
    const fresh = new Map(notices.filter(({ id }) => !ids.has(id)).map((each) => [each.id, each]));
    if (fresh.size === 0) return;
    const bytes = Buffer.from([...fresh.values()].map(writeLine).join(''));
    try {
      await handle.appendFile(bytes);
      await handle.datasync();
    } catch (error) {
      // What was written in part must not stand before the next line. Opening again mends it too.
      const { length } = file;
      file = null;
      try {
        await handle.truncate(length);
      } finally {
        await handle.close();
      }
      throw error;
    }
    file.length += bytes.length;
    for (const id of fresh.keys()) ids.add(id);
  }

  return {
    name,
    deliver: (notice) =>
      new Promise((settle) => {
        waiting.push({ notice, settle });
        writing ??= work();
      }),
    async close() {
      await writing;
      await file?.handle.close();
      file = null;
    },
  };
}

async function openFile(path: string): Promise<OpenFile> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'a+');
  try {
    const ids = createRecentIds();
    const length = await mendTail(handle, (line) => ids.add(readId(line)));
    await syncDirectory(dirname(path));
    return { handle, ids, length };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The document stands in the line as an object, so that tools can reach into it. */
function writeLine({ id, type, document }: Notice): string {
  return `${JSON.stringify({ id, type, document: JSON.parse(document) as unknown })}\n`;
}

function readId(line: string): string {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}

/** A new file's name is on the disk only once its folder is. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
