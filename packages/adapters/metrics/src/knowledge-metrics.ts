/** Which rulebook and lists are at work, and how old the lists are: an old list misses new entries. */
import type { ListReference } from '@herkomst/core';
import type { Clock } from '@herkomst/runtime';
import { Gauge, type Registry } from 'prom-client';

export interface KnowledgeReading {
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
  readonly lists: readonly ListReference[];
}

const dayMs = 86_400_000;

/** @returns what is to be called at each scrape. */
export function createKnowledgeMetrics(
  registry: Registry,
  knowledge: () => KnowledgeReading,
  clock: Clock,
): () => void {
  const registers = [registry];
  const rulebookInfo = new Gauge({
    name: 'herkomst_rulebook_info',
    help: 'Always 1; its labels say which rulebook screens.',
    labelNames: ['id', 'version', 'digest'],
    registers,
  });
  const listInfo = new Gauge({
    name: 'herkomst_list_info',
    help: 'Always 1; its labels say which version of each list is at work.',
    labelNames: ['list', 'version'],
    registers,
  });
  const listAge = new Gauge({
    name: 'herkomst_list_age_days',
    help: 'Days since the source of a list was read.',
    labelNames: ['list'],
    registers,
  });
  return () => {
    const { rulebook, lists } = knowledge();
    // They may have been replaced since the last scrape.
    for (const gauge of [rulebookInfo, listInfo, listAge]) gauge.reset();
    const { id, version, digest } = rulebook;
    rulebookInfo.set({ id, version, digest }, 1);
    for (const { list, version: of, asOf } of lists) {
      listInfo.set({ list, version: of }, 1);
      listAge.set({ list }, Math.floor((Date.parse(clock.now()) - Date.parse(asOf)) / dayMs));
    }
  };
}
