/**
 * Reads a rulebook from YAML. A fault is told with the line it stands on: the people who change
 * weights are not the people who wrote the schema.
 */
import { rulebookSchema, type RulebookDefinition } from '@herkomst/core';
import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument } from 'yaml';

export const standardRulebook = new URL('../rulebooks/standard.yaml', import.meta.url);

export interface RulebookFault {
  /** 1-based; null when the fault has no place, as for a file that is not there. */
  readonly line: number | null;
  /** 'factors.entity.listed.weight'; '' for the whole. */
  readonly path: string;
  readonly message: string;
}

export class RulebookError extends Error {
  readonly code = 'invalid-rulebook';
  readonly faults: readonly RulebookFault[];

  constructor(file: string, faults: readonly RulebookFault[]) {
    const lines = faults.map(
      ({ line, path, message }) =>
        `  ${line === null ? '' : `line ${line}: `}${path === '' ? '' : `${path}: `}${message}`,
    );
    super(`the rulebook ${file} can not be used:\n${lines.join('\n')}`);
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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new RulebookError(
      file,
      document.errors.map(({ pos: [at], message }) => ({
        line: lines.linePos(at).line,
        path: '',
        message: message.split('\n')[0] ?? message,
      })),
    );
  }
  const result = rulebookSchema.safeParse(document.toJS());
  if (result.success) return result.data;
  throw new RulebookError(
    file,
    result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => faultAt([...issue.path, key], 'no such setting'))
        : [faultAt(issue.path, issue.message)],
    ),
  );

  function faultAt(path: readonly PropertyKey[], message: string): RulebookFault {
    return { line: lineOf(path), path: path.map(String).join('.'), message };
  }

  /** The line of the deepest part of the path that the document has. */
  function lineOf(path: readonly PropertyKey[]): number | null {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  }
}
