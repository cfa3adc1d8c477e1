/** Opens the engines that the configuration names; what the other mode needs is not even loaded. */
import type { Logger } from '@herkomst/runtime';
import type { Config } from '../config.ts';
import type { Engines } from './engines.ts';

export async function openEngines({ engines, dataDir }: Config, logger: Logger): Promise<Engines> {
  switch (engines.mode) {
    case 'embedded': {
      const { openEmbeddedEngines } = await import('./embedded.ts');
      return openEmbeddedEngines(dataDir, logger);
    }
    case 'distributed': {
      const { openDistributedEngines } = await import('./distributed.ts');
      return openDistributedEngines(engines, logger);
    }
  }
}
