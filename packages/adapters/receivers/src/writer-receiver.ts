/** Tells whatever a function writes to, such as a terminal. */
import type { Notice, Receiver } from '@herkomst/runtime';

/** A notice counts as told once `write` has returned or resolved; an error asks to be tried again. */
export function createWriterReceiver(
  name: string,
  write: (notice: Notice) => void | Promise<void>,
): Receiver {
  return {
    name,
    async deliver(notice) {
      try {
        await write(notice);
        return { kind: 'done' };
      } catch (error) {
        return { kind: 'retry', reason: error instanceof Error ? error.message : String(error) };
      }
    },
    close: async () => {},
  };
}
