/**
 * From bytes to text, without guessing. Only UTF-8 is read: a name decoded by the wrong table looks
 * like text, matches nothing and would pass for clear.
 */
import type { InputFault } from '@herkomst/core';

export type Opening =
  /** `skip` bytes of byte order mark come before the text. */
  | { readonly kind: 'text'; readonly skip: number }
  | { readonly kind: 'refused'; readonly fault: InputFault };

/** How many of an input's first bytes `openText` wants to see, where there are as many. */
export const openingBytes = 4;

/** Looks at the first bytes of an input: a byte order mark is skipped, UTF-16 and UTF-32 refused. */
export function openText(head: Uint8Array): Opening {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { kind: 'text', skip: 3 };
  const encoding = wideEncoding(a, b, c, d);
  if (encoding === null) return { kind: 'text', skip: 0 };
  return {
    kind: 'refused',
    fault: {
      code: 'unsupported-encoding',
      path: '',
      message: `the text is in ${encoding}; save it as UTF-8`,
    },
  };
}

/** By its mark, or by where the zero bytes of its first two characters stand. */
function wideEncoding(a?: number, b?: number, c?: number, d?: number): string | null {
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (b === 0 && c === 0 && d === 0)) {
    return 'UTF-32';
  }
  if (a === 0 && b === 0) return 'UTF-32';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  if ((a === 0 && c === 0) || (b === 0 && d === 0)) return 'UTF-16';
  return null;
}

export type Decoding =
  | { readonly kind: 'text'; readonly text: string }
  /** `offset` of the first byte that is not UTF-8. */
  | { readonly kind: 'invalid'; readonly offset: number };

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

export function decodeUtf8(bytes: Uint8Array): Decoding {
  try {
    return { kind: 'text', text: strict.decode(bytes) };
  } catch {
    return { kind: 'invalid', offset: firstInvalidByte(bytes) };
  }
}

/** The first replacement character that does not stand in the bytes itself. */
function firstInvalidByte(bytes: Uint8Array): number {
  const encoder = new TextEncoder();
  const text = lenient.decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', from)) {
    offset += encoder.encode(text.slice(from, at)).length;
    const real = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!real) return offset;
    offset += 3;
    from = at + 1;
  }
  return offset;
}
