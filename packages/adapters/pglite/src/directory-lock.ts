/**
 * Keeps a second process from opening the same data, which would destroy it.
 *
 * A file with a process id alone is not enough: ids are given again, and two containers may have
 * the same. Node has no file locks of its own, but SQLite, which comes with it, takes one that the
 * operating system drops the moment its process ends, however that ends. So an empty SQLite file
 * is the lock, and the id stands beside it only to tell people who holds it.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DirectoryError } from './directory-error.ts';

/** SQLite's code for a file that somebody else has locked. */
const busy = 5;

/** The returned function lets the directory go; it may be called twice. */
export function lockDirectory(directory: string): () => void {
  const holderPath = join(directory, 'lock.pid');
  const lock = takeLock(directory, holderPath);
  writeFileSync(holderPath, `${process.pid}\n`);
  let released = false;
  return () => {
    if (released) return;
    released = true;
    rmSync(holderPath, { force: true });
    lock.close();
  };
}

function takeLock(directory: string, holderPath: string): DatabaseSync {
  const lock = new DatabaseSync(join(directory, 'lock'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = off; begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'errcode' in error && error.errcode === busy)) throw error;
    throw new DirectoryError(
      'directory-in-use',
      `${resolve(directory)} is in use by ${readHolder(holderPath)}: ` +
        'one process at a time can have it open',
      error,
    );
  }
}

function readHolder(path: string): string {
  try {
    const pid = readFileSync(path, 'utf8').trim();
    return pid === String(process.pid) ? 'this process' : `process ${pid}`;
  } catch {
    return 'another process';
  }
}
