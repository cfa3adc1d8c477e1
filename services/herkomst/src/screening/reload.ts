/**
 * Lets lists, rulebook and supply network be read anew while the service runs: SIGHUP asks for it.
 * What can not be read leaves in force what was, and is told; screening never goes without.
 */
import type { Rulebook } from '@herkomst/core';
import type { Logger } from '@herkomst/runtime';

export interface ReloadableRulebook {
  /** The one in force, to be asked for each batch. */
  inForce(): Rulebook;
  /** Reads it anew; resolves when that is done or has failed. */
  reload(): Promise<void>;
  /** Called after each time another was put in force; what it throws is told and passed over. */
  onReloaded(listener: () => Promise<void>): void;
}

export function keepReloadable(
  first: Rulebook,
  load: () => Promise<Rulebook>,
  logger: Logger,
): ReloadableRulebook {
  let inForce = first;
  let loading = Promise.resolve();
  const listeners: (() => Promise<void>)[] = [];
  const read = async (): Promise<void> => {
    try {
      inForce = await load();
      const { digest, lists } = inForce;
      logger.info({ digest, lists }, 'rulebook, lists and supply network read anew');
    } catch (error) {
      logger.error({ err: error }, 'rulebook or lists can not be read; the former stay in force');
      return;
    }
    for (const listener of listeners) {
      try {
        await listener();
      } catch (error) {
        logger.error({ err: error }, 'what follows from the new rulebook or lists failed');
      }
    }
  };
  const reload = (): Promise<void> => (loading = loading.then(read));
  process.on('SIGHUP', () => void reload());
  return {
    inForce: () => inForce,
    reload,
    onReloaded: (listener) => void listeners.push(listener),
  };
}
