/**
 * Lines of a stream of bytes, numbered, in batches as large as what came in. A line that is no
 * UTF-8 is told apart, so that no name comes in with its letters replaced.
 */

export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** False where the bytes are no UTF-8; `text` then has U+FFFD in their place. */
  readonly sound: boolean;
}

const newline = 0x0a;
const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** Ends of line are LF or CRLF; a byte order mark before the first is dropped. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let rest: Uint8Array[] = [];
  let number = 0;
  const decode = (bytes: Uint8Array): Line => {
    number += 1;
    const end = bytes.at(-1) === 0x0d ? bytes.length - 1 : bytes.length;
    const own = bytes.subarray(0, end);
    try {
      return { number, text: strict.decode(own), sound: true };
    } catch {
      return { number, text: lenient.decode(own), sound: false };
    }
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, start)) {
      const part = chunk.subarray(start, at);
      lines.push(decode(rest.length === 0 ? part : joined([...rest, part])));
      rest = [];
      start = at + 1;
    }
    if (start < chunk.length) rest.push(chunk.slice(start));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [decode(joined(rest))];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
