/** Wakes those of this process who wait for a topic to grow. */

export interface Bell {
  ring(topic: string): void;
  /** Calls `wake` with each ring until the returned function is called. */
  listen(topic: string, wake: () => void): () => void;
}

export function createBell(): Bell {
  const listeners = new Map<string, Set<() => void>>();
  return {
    ring(topic) {
      for (const wake of listeners.get(topic) ?? []) wake();
    },
    listen(topic, wake) {
      const known = listeners.get(topic);
      if (known === undefined) listeners.set(topic, new Set([wake]));
      else known.add(wake);
      return () => listeners.get(topic)?.delete(wake);
    },
  };
}
