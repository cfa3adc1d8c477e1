/** Files for search what was stored before there was one: once after the start, beside all other work. */
import { fileStored, sha256, systemClock, type Logger } from '@herkomst/runtime';
import type { Engines } from './engines/engines.ts';

/** It has begun when this returns; `stop` ends it after the portion in hand. */
export function startFiling(
  engines: Pick<Engines, 'search' | 'tenants'>,
  logger: Logger,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const filing = fileAll(engines, logger, stopping.signal).catch((error: unknown) => {
    logger.error({ err: error }, 'what was stored before can not be filed for search now');
  });
  return {
    async stop() {
      stopping.abort();
      await filing;
    },
  };
}

async function fileAll(
  { search, tenants }: Pick<Engines, 'search' | 'tenants'>,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  const parts = { sha256, clock: systemClock, signal };
  for (const tenant of await tenants.tenants()) {
    const filed = await fileStored(search.of(tenant), parts);
    if (filed > 0) logger.info({ tenant, filed }, 'what was stored before can be searched for now');
  }
}
