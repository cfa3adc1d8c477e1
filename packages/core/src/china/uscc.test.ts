import { describe, expect, test } from 'vitest';
import { readUscc } from './uscc.ts';

describe('a unified social credit code', () => {
  // Codes that the firms themselves print: Huawei, Alibaba, Tencent.
  test.each([
    ['914403001922038216', '440300'],
    ['91330100799655058B', '330100'],
    ['9144030071526726XG', '440300'],
  ])('%s is valid, and registered in %s', (code, division) => {
    expect(readUscc(code)).toEqual({ kind: 'valid', division });
  });

  test('may be typed with spaces, hyphens and small letters', () => {
    expect(readUscc('91330100-799655058b').kind).toBe('valid');
    expect(readUscc(' 9133 0100 7996 5505 8B ').kind).toBe('valid');
  });

  test('with one character wrong says which check character it should have', () => {
    expect(readUscc('91330100799655058C')).toEqual({
      kind: 'faulty',
      problem: 'its check character should be B',
      division: '330100',
    });
  });

  test('with two digits swapped is faulty', () => {
    expect(readUscc('914403001922032816').kind).toBe('faulty');
  });

  test('of another length, or with letters that it never has, is faulty', () => {
    expect(readUscc('9133010079965')).toMatchObject({ problem: 'it has 13 characters, not 18' });
    expect(readUscc('91330100799655058O')).toMatchObject({ kind: 'faulty' });
    expect(readUscc('')).toEqual({
      kind: 'faulty',
      problem: 'it has 0 characters, not 18',
      division: null,
    });
  });
});
