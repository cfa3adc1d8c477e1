/**
 * The rulebook that was published last goes before the one in the settings. Any process may have
 * published it, so each looks now and then; what changed in the lists is noted on the way.
 */
import type { Rulebook } from '@herkomst/core';
import {
  lastPublished,
  noteLists,
  type Clock,
  type Logger,
  type RecordStore,
} from '@herkomst/runtime';
import { loadRulebook, type RulebookSources } from './load-rulebook.ts';
import { keepReloadable, type ReloadableRulebook } from './reload.ts';

const lookMs = 5000;

export interface PublishedRulebooks extends ReloadableRulebook {
  /** Looks no more. */
  stop(): Promise<void>;
}

export async function openPublished(
  sources: RulebookSources,
  records: RecordStore,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): Promise<PublishedRulebooks> {
  const stopping = new AbortController();
  const publishedAt = async (): Promise<string | null> =>
    (await lastPublished(records))?.publishedAt ?? null;
  const load = async (): Promise<Rulebook> => {
    const published = await lastPublished(records);
    const rulebook = await loadRulebook({ ...sources, rulebookYaml: published?.yaml ?? null });
    known = published?.publishedAt ?? null;
    await noteLists(records, rulebook, clock.now());
    return rulebook;
  };
  let known: string | null = null;
  const rulebooks = keepReloadable(await load(), load, logger);
  const looking = look();
  return {
    ...rulebooks,
    async stop() {
      stopping.abort();
      await looking;
    },
  };

  async function look(): Promise<void> {
    for (;;) {
      await clock.sleep(lookMs, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        if ((await publishedAt()) !== known) await rulebooks.reload();
      } catch (error) {
        logger.warn({ err: error }, 'it can not be seen whether a rulebook was published');
      }
    }
  }
}
