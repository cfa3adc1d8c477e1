/** Everything screening needs, read and indexed once: lists, knowledge, weights and the matcher. */
import { compileRulebook, type Rulebook } from '@herkomst/core';
import { buildMatcher } from '@herkomst/matching';
import { loadKnowledge, loadRulebook as readDefinition } from '@herkomst/reference';
import { sha256, systemClock } from '@herkomst/runtime';

export interface RulebookSources {
  /** Folder of lists that replace or add to the ones that ship; null for those alone. */
  readonly listsDir: string | null;
  /** A rulebook in YAML; null for the standard one. */
  readonly rulebookFile: string | null;
  /** The supply network's snapshot, absent as long as nothing was imported; null for none. */
  readonly networkFile: string | null;
}

/** Rejects with the code 'invalid-list' or 'invalid-rulebook', naming file, line and field. */
export async function loadRulebook({
  listsDir,
  rulebookFile,
  networkFile,
}: RulebookSources): Promise<Rulebook> {
  const [knowledge, definition] = await Promise.all([
    loadKnowledge(listsDir),
    rulebookFile === null ? readDefinition() : readDefinition(rulebookFile),
  ]);
  const matcher = buildMatcher(knowledge.entityLists.flatMap(({ entities }) => entities));
  const rulebook = compileRulebook({ definition, knowledge, matcher, sha256 });
  if (networkFile === null) return rulebook;
  const { addSupplyNetwork } = await import('./network.ts');
  return addSupplyNetwork(rulebook, networkFile, systemClock.now().slice(0, 10));
}
