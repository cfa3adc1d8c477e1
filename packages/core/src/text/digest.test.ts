import { describe, expect, test } from 'vitest';
import { canonicalJson } from './digest.ts';

describe('canonical JSON', () => {
  test('does not depend on the order in which members were written', () => {
    const one = { b: 1, a: { d: [1, { z: 1, y: 2 }], c: 'x' } };
    const other = { a: { c: 'x', d: [1, { y: 2, z: 1 }] }, b: 1 };
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    expect(canonicalJson(one)).toBe('{"a":{"c":"x","d":[1,{"y":2,"z":1}]},"b":1}');
  });

  test('keeps the order of lists, which is a fact', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });

  test('leaves out absent members and writes null, quotes and other scripts as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: null, c: 'say "和田"\n' })).toBe(
      '{"b":null,"c":"say \\"和田\\"\\n"}',
    );
  });

  test('orders keys that look like numbers as text', () => {
    expect(canonicalJson({ 10: 'x', 9: 'y' })).toBe('{"10":"x","9":"y"}');
  });

  test('gives text that reads back as the value', () => {
    const value = { list: [true, null, 1.5, -0, 'é'], deep: { '': [] } };
    expect(JSON.parse(canonicalJson(value))).toEqual({ ...value, list: [true, null, 1.5, 0, 'é'] });
  });
});
