/**
 * Lets lists, rulebook and supply network be read anew while the service runs: SIGHUP asks for it.
 * What can not be read leaves in force what was, and is told; screening never goes without.
 */
import type { Rulebook } from '@herkomst/core';
import type { Logger } from '@herkomst/runtime';

/** The rulebook in force, asked for each batch. */
export function keepReloadable(
  first: Rulebook,
  load: () => Promise<Rulebook>,
  logger: Logger,
): () => Rulebook {
  let inForce = first;
  let loading = Promise.resolve();
  const reload = async (): Promise<void> => {
    try {
      inForce = await load();
      const { digest, lists } = inForce;
      logger.info({ digest, lists }, 'rulebook, lists and supply network read anew');
    } catch (error) {
      logger.error({ err: error }, 'rulebook or lists can not be read; the former stay in force');
    }
  };
  process.on('SIGHUP', () => {
    const before = loading;
    loading = before.then(reload);
  });
  return () => inForce;
}
