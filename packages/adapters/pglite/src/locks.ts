/** Named locks among the parts of one process. */

export interface ProcessLock {
  /** Never aborted: a lock inside the process is not lost before the process is. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

export interface Locks {
  tryLock(name: string): ProcessLock | null;
}

export function createLocks(): Locks {
  const held = new Set<string>();
  return {
    tryLock(name) {
      if (held.has(name)) return null;
      held.add(name);
      let released = false;
      return {
        lost: new AbortController().signal,
        async release() {
          if (!released) held.delete(name);
          released = true;
        },
      };
    },
  };
}
