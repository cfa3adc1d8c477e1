/**
 * Finds what is wrong with a JSON text and where. JSON.parse says whether, but not always where, and
 * takes the last of two equal keys in silence: a second "name" would put a manufacturer out of
 * sight. This reader is slower, goes through the text step by step however deep it nests, and is
 * asked only when there is something to find.
 */
import { formatPath } from '@herkomst/core';
import { isJsonSpace } from './white-space.ts';

export interface JsonFault {
  readonly code: 'invalid-json' | 'duplicate-key';
  /** Index into the text, in UTF-16 units. */
  readonly offset: number;
  /** Where in the value: 'data.parties[0].name'; '' for the whole. */
  readonly path: string;
  readonly message: string;
}

type Frame =
  | { readonly kind: 'object'; readonly keys: Set<string>; key: string | null }
  | { readonly kind: 'array'; index: number };

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'next';

/** The first fault of the text, or null when it is JSON without equal keys in one object. */
export function findJsonFault(text: string): JsonFault | null {
  const frames: Frame[] = [];
  let at = 0;
  let expected: Expected = 'value';

  for (;;) {
    at = skipSpace(text, at);
    const char = text[at];
    const frame = frames.at(-1);
    if (expected === 'next') {
      if (frame === undefined) return char === undefined ? null : fault('the end of the text');
      if (frame.kind === 'object') frame.key = null;
      const close = frame.kind === 'object' ? '}' : ']';
      if (char === close) frames.pop();
      else if (char !== ',') return fault(`"," or "${close}"`);
      else if (frame.kind === 'object') expected = 'key';
      else {
        frame.index += 1;
        expected = 'value';
      }
      at += 1;
    } else if (expected === 'colon') {
      if (char !== ':') return fault('":"');
      expected = 'value';
      at += 1;
    } else if (expected === 'key' || expected === 'key or }') {
      if (char === '}' && expected === 'key or }') {
        frames.pop();
        expected = 'next';
        at += 1;
        continue;
      }
      if (char !== '"')
        return fault(expected === 'key' ? 'a key in double quotes' : 'a key or "}"');
      const end = stringEnd(text, at);
      if (typeof end !== 'number') return { ...end, path: path() };
      if (frame?.kind === 'object') {
        const key = JSON.parse(text.slice(at, end)) as string;
        frame.key = key;
        if (frame.keys.has(key)) {
          const message = `the key ${JSON.stringify(key)} stands twice in one object`;
          return { code: 'duplicate-key', offset: at, path: path(), message };
        }
        frame.keys.add(key);
      }
      expected = 'colon';
      at = end;
    } else if (char === ']' && expected === 'value or ]') {
      frames.pop();
      expected = 'next';
      at += 1;
    } else if (char === '{') {
      frames.push({ kind: 'object', keys: new Set(), key: null });
      expected = 'key or }';
      at += 1;
    } else if (char === '[') {
      frames.push({ kind: 'array', index: 0 });
      expected = 'value or ]';
      at += 1;
    } else {
      const end = char === '"' ? stringEnd(text, at) : scalarEnd(text, at);
      if (end === null) return fault('a value');
      if (typeof end !== 'number') return { ...end, path: path() };
      expected = 'next';
      at = end;
    }
  }

  function fault(wanted: string): JsonFault {
    const message = `expected ${wanted}, found ${found(text, at)}`;
    return { code: 'invalid-json', offset: at, path: path(), message };
  }

  function path(): string {
    return formatPath(
      frames.flatMap((frame): PropertyKey[] => {
        if (frame.kind === 'array') return [frame.index];
        return frame.key === null ? [] : [frame.key];
      }),
    );
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isJsonSpace(text.charCodeAt(at))) at += 1;
  return at;
}

type StringFault = Omit<JsonFault, 'path'>;

/** Behind the closing quote of the string that opens at `start`. */
function stringEnd(text: string, start: number): number | StringFault {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) {
      const message = `expected the rest of a string, found ${found(text, at)}, which must be escaped there`;
      return { code: 'invalid-json', offset: at, message };
    }
    if (code !== 0x5c) continue;
    const escape = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6));
    if (escape === null) {
      const shown = JSON.stringify(text.slice(at, at + 2));
      return { code: 'invalid-json', offset: at, message: `there is no escape ${shown}` };
    }
    at += escape[0].length - 1;
  }
  const message = 'the string that opens here is not closed';
  return { code: 'invalid-json', offset: start, message };
}

/** Behind the number, true, false or null at `start`; null when none of them is there. */
function scalarEnd(text: string, start: number): number | null {
  let end = start;
  while (end < text.length && /[-+.\w]/.test(text[end] ?? '')) end += 1;
  try {
    JSON.parse(text.slice(start, end));
    return end;
  } catch {
    return null;
  }
}

/** What stands at a place: a quoted word or character, or its number where it can not be seen. */
function found(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return 'the end of the text';
  const word = /^\w{1,20}/.exec(text.slice(at, at + 20));
  if (word !== null) return JSON.stringify(word[0]);
  const char = String.fromCodePoint(code);
  if (!/[\p{C}\p{Z}]/u.test(char)) return JSON.stringify(char);
  return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
