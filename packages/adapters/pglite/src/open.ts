/**
 * PostgreSQL inside this process (PGlite), in memory or in a directory, in the shape the SQL
 * adapter asks for.
 *
 * What is committed survives the death of the process, `kill -9` included: PGlite writes through to
 * the operating system before a statement answers. It does not survive a power cut for certain, as
 * PGlite has no fsync; who needs that runs PostgreSQL. `relaxedDurability` stays off: it lets an
 * answer go out before the file system's own sync. On a directory that sync does nothing today, so
 * relaxing it would gain nothing and only hope that it stays so.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { lockDirectory } from './directory-lock.ts';
import { DirectoryError } from './directory-error.ts';
import { refuseOtherVersion } from './version.ts';
import { createUpkeep } from './upkeep.ts';
import { createLocks, type ProcessLock } from './locks.ts';

export interface PgliteSession {
  query<Row extends object>(
    text: string,
    parameters?: readonly (string | null)[],
  ): Promise<readonly Row[]>;
}

export interface PgliteDatabase extends PgliteSession {
  /**
   * Statements outside of the transaction wait until it ends; using them inside hangs.
   * @param opening statements to run first, in one go, without parameters.
   */
  transaction<Result>(
    work: (session: PgliteSession) => Promise<Result>,
    opening?: string,
  ): Promise<Result>;
  /** Only this process has the database, so the lock is one among its own parts. */
  tryLock(name: string): Promise<ProcessLock | null>;
  /** For what speaks to PGlite itself; whoever uses it stops before `close`. */
  readonly pglite: PGlite;
  /** Ends the database in good order and lets the directory go. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * @param directory made when it is absent; null for a database in memory.
 * Throws a DirectoryError with the code 'directory-in-use' when another process, or another part of
 * this one, has it open; 'other-version' when another version of PostgreSQL made the data;
 * 'not-opened' when PGlite can not read it.
 */
export async function openPglite(directory: string | null): Promise<PgliteDatabase> {
  if (directory === null) return wrap(await PGlite.create(), () => {});
  await mkdir(directory, { recursive: true });
  const unlock = lockDirectory(directory);
  try {
    return wrap(await openData(directory), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openData(directory: string): Promise<PGlite> {
  const data = join(directory, 'postgres');
  if (existsSync(data)) {
    await refuseOtherVersion(data);
  } else {
    // Made aside and moved, so that a process killed meanwhile leaves nothing half made behind.
    const made = join(directory, 'postgres.new');
    await rm(made, { recursive: true, force: true });
    await (await PGlite.create(made)).close();
    await rename(made, data);
  }
  try {
    return await PGlite.create(data);
  } catch (error) {
    throw new DirectoryError('not-opened', `the database in ${data} can not be opened`, error);
  }
}

function wrap(pglite: PGlite, unlock: () => void): PgliteDatabase {
  let closing: Promise<void> | undefined;
  const locks = createLocks();
  const keepUpWhenDue = createUpkeep(pglite);

  /** PGlite works within one turn of the event loop; timers and sockets get theirs in between. */
  async function takeTurn(): Promise<void> {
    await nextTurn();
    await keepUpWhenDue();
  }

  async function closeAndUnlock(): Promise<void> {
    try {
      await pglite.close();
    } finally {
      unlock();
    }
  }

  return {
    pglite,
    async query<Row extends object>(text: string, parameters: readonly (string | null)[] = []) {
      await takeTurn();
      return runOn<Row>(pglite, text, parameters);
    },
    async transaction(work, opening) {
      await takeTurn();
      return pglite.transaction(async (transaction) => {
        if (opening !== undefined) await transaction.exec(opening);
        return work({
          query<Row extends object>(text: string, parameters: readonly (string | null)[] = []) {
            return runOn<Row>(transaction, text, parameters);
          },
        });
      });
    },
    tryLock: async (name) => locks.tryLock(name),
    close: () => (closing ??= closeAndUnlock()),
  };
}

/** PGlite hangs the parameters on its errors, which are logged: shipments have no place there. */
async function runOn<Row extends object>(
  engine: Pick<PGlite, 'query'>,
  text: string,
  parameters: readonly (string | null)[],
): Promise<readonly Row[]> {
  try {
    return (await engine.query<Row>(text, [...parameters])).rows;
  } catch (error) {
    if (error instanceof Error && 'params' in error) delete error.params;
    throw error;
  }
}
