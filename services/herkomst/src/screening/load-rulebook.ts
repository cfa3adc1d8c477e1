/** Everything screening needs, read and indexed once: lists, knowledge, weights and the matcher. */
import { compileRulebook, type Rulebook, type RulebookDefinition } from '@herkomst/core';
import { buildMatcher } from '@herkomst/matching';
import { loadKnowledge, loadRulebook as readDefinition, parseRulebook } from '@herkomst/reference';
import { sha256, systemClock } from '@herkomst/runtime';

export interface RulebookSources {
  /** Folder of lists that replace or add to the ones that ship; null for those alone. */
  readonly listsDir: string | null;
  /** A rulebook in YAML; null for the standard one. */
  readonly rulebookFile: string | null;
  /** YAML that stands in place of the file. */
  readonly rulebookYaml?: string | null;
  /** The supply network's snapshot, absent as long as nothing was imported; null for none. */
  readonly networkFile: string | null;
}

/** Rejects with the code 'invalid-list' or 'invalid-rulebook', naming file, line and field. */
export async function loadRulebook(sources: RulebookSources): Promise<Rulebook> {
  const { listsDir, networkFile } = sources;
  const [knowledge, definition] = await Promise.all([
    loadKnowledge(listsDir),
    loadDefinition(sources),
  ]);
  const matcher = buildMatcher(knowledge.entityLists.flatMap(({ entities }) => entities));
  const rulebook = compileRulebook({ definition, knowledge, matcher, sha256 });
  if (networkFile === null) return rulebook;
  const { addSupplyNetwork } = await import('./network.ts');
  return addSupplyNetwork(rulebook, networkFile, systemClock.now().slice(0, 10));
}

function loadDefinition({
  rulebookFile,
  rulebookYaml = null,
}: RulebookSources): Promise<RulebookDefinition> {
  if (rulebookYaml !== null) return Promise.resolve(parseRulebook(rulebookYaml, 'given'));
  return rulebookFile === null ? readDefinition() : readDefinition(rulebookFile);
}
