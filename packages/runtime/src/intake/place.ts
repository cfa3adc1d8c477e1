/** Where in an input something is, as its sender can find it: line and column for an editor, byte for a tool. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** From 0, in bytes of the text (after decompression, a byte order mark counted). */
  readonly byte: number;
}

export const startOfInput: Place = { line: 1, column: 1, byte: 0 };

/** 'line 3, column 17 (byte 245)'. */
export function writePlace({ line, column, byte }: Place): string {
  return `line ${line}, column ${column} (byte ${byte})`;
}

/** The place of `text[offset]`, where `start` is the place of the text's first character. */
export function placeIn(text: string, offset: number, start: Place): Place {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  const byte = start.byte + new TextEncoder().encode(before).length;
  if (lastBreak === -1) return { line: start.line, column: start.column + offset, byte };
  const breaks = before.split('\n').length - 1;
  return { line: start.line + breaks, column: offset - lastBreak, byte };
}
