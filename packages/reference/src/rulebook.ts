/**
 * Reads a rulebook from YAML. A fault is told with the line it stands on: the people who change
 * weights are not the people who wrote the schema.
 */
import { rulebookSchema, type RulebookDefinition } from '@herkomst/core';
import { readFile } from 'node:fs/promises';
import { readYaml, writeYamlFault, type YamlFault } from './read-yaml.ts';

export const standardRulebook = new URL('../rulebooks/standard.yaml', import.meta.url);

export type RulebookFault = YamlFault;

export class RulebookError extends Error {
  readonly code = 'invalid-rulebook';
  readonly faults: readonly RulebookFault[];

  constructor(file: string, faults: readonly RulebookFault[]) {
    super(`the rulebook ${file} can not be used:\n${faults.map(writeYamlFault).join('\n')}`);
    this.faults = faults;
  }
}

/** Reads and checks a rulebook. Rejects with RulebookError, all faults at once. */
export async function loadRulebook(
  file: URL | string = standardRulebook,
): Promise<RulebookDefinition> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new RulebookError(String(file), [{ line: null, path: '', message }]);
  }
  return parseRulebook(text, String(file));
}

export function parseRulebook(text: string, file: string): RulebookDefinition {
  const reading = readYaml(text, rulebookSchema);
  if (reading.kind === 'invalid') throw new RulebookError(file, reading.faults);
  return reading.value;
}
