/**
 * YAML that people write, held against a schema: each fault is told with the line it stands on, and
 * all at once.
 */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

export interface YamlFault {
  /** 1-based; null when the fault has no place, as for a file that is not there. */
  readonly line: number | null;
  /** 'factors.entity.listed.weight'; '' for the whole. */
  readonly path: string;
  readonly message: string;
}

export type YamlReading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'invalid'; readonly faults: readonly YamlFault[] };

export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): YamlReading<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return {
      kind: 'invalid',
      faults: document.errors.map(({ pos: [at], message }) => ({
        line: lines.linePos(at).line,
        path: '',
        message: message.split('\n')[0] ?? message,
      })),
    };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { kind: 'read', value: result.data };
  return {
    kind: 'invalid',
    faults: result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => faultAt([...issue.path, key], 'no such setting'))
        : [faultAt(issue.path, issue.message)],
    ),
  };

  function faultAt(path: readonly PropertyKey[], message: string): YamlFault {
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

/** '  line 7: receivers.0.name: expected a name' */
export function writeYamlFault({ line, path, message }: YamlFault): string {
  return `  ${line === null ? '' : `line ${line}: `}${path === '' ? '' : `${path}: `}${message}`;
}
