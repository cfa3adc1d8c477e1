import { describe, expect, test } from 'vitest';
import { createMemo } from './memo.ts';

describe('a memo', () => {
  test('makes a value once', () => {
    const memo = createMemo<string>(4);
    let made = 0;
    const make = (): string => `value ${(made += 1)}`;
    expect([memo.get('a', make), memo.get('a', make)]).toEqual(['value 1', 'value 1']);
  });

  test('keeps a busy key and drops idle ones, holding no more than twice its size', () => {
    const memo = createMemo<number>(3);
    const made: string[] = [];
    const ask = (key: string): number =>
      memo.get(key, () => {
        made.push(key);
        return 0;
      });
    ask('busy');
    for (let round = 0; round < 20; round += 1) {
      ask(`idle ${round}`);
      ask('busy');
    }
    ask('idle 0');
    expect(made.filter((key) => key === 'busy')).toHaveLength(1);
    expect(made.filter((key) => key === 'idle 0')).toHaveLength(2);
  });

  test('refuses a size that holds nothing', () => {
    expect(() => createMemo(0)).toThrow(/0/);
  });
});
