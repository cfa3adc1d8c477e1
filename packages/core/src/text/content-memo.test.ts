import { describe, expect, test } from 'vitest';
import { createContentMemo, mixText } from './content-memo.ts';

/** All texts of one length have one fingerprint. */
const byLength = {
  fingerprint: (text: string) => text.length,
  isSame: (a: string, b: string) => a === b,
};

describe('a memo by content', () => {
  test('makes a value once for equal keys, and never takes one key for another', () => {
    const memo = createContentMemo<string, string>(4, byLength);
    const made: string[] = [];
    const ask = (key: string): string =>
      memo.get(key, () => {
        made.push(key);
        return `value of ${key}`;
      });
    for (const key of ['ab', 'cd', 'ab', 'cd', 'abc']) expect(ask(key)).toBe(`value of ${key}`);
    expect(made).toEqual(['ab', 'cd', 'abc']);
  });

  test('holds few keys of one fingerprint: the oldest goes', () => {
    const memo = createContentMemo<string, string>(4, byLength);
    const made: string[] = [];
    for (const key of ['a', 'b', 'c', 'd', 'e', 'e', 'a']) {
      memo.get(key, () => {
        made.push(key);
        return key;
      });
    }
    expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
  });
});

test('texts mix into a fingerprint in their order', () => {
  expect(mixText(0, 'ab')).toBe(mixText(mixText(0, 'a'), 'b'));
  expect(mixText(0, 'ab')).not.toBe(mixText(0, 'ba'));
});
