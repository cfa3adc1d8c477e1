/** A database that can be made to fail from a moment on, as it does for a process that died. */
import type { SqlDatabase } from './database.ts';

export interface MortalDatabase extends SqlDatabase {
  /** From now on every call rejects, those in hand when they would have resolved. */
  die(): void;
}

export function mortal(database: SqlDatabase): MortalDatabase {
  let dead = false;

  async function whileAlive<Result>(call: () => Promise<Result>): Promise<Result> {
    if (!dead) {
      const result = await call();
      if (!dead) return result;
    }
    throw new Error('the process is dead');
  }

  return {
    die() {
      dead = true;
    },
    query: (text, parameters) => whileAlive(() => database.query(text, parameters)),
    tryLock: (name) => whileAlive(() => database.tryLock(name)),
    transaction: (work, opening) =>
      whileAlive(() =>
        database.transaction(
          (session) =>
            work({
              query: (text, parameters) => whileAlive(() => session.query(text, parameters)),
            }),
          opening,
        ),
      ),
  };
}
