import { describe, expect, test } from 'vitest';
import { hasHan, wordsOf } from './words.ts';

const textsOf = (text: string): string[] => wordsOf(text).map((word) => word.text);

describe('the words of a text', () => {
  test('are folded, and stand where they stood', () => {
    const text = 'Ürümqi, Xīnjiāng';
    const words = wordsOf(text);
    expect(words.map((word) => word.text)).toEqual(['urumqi', 'xinjiang']);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['Ürümqi', 'Xīnjiāng']);
  });

  test.each(["Xi'an 5th Rd.", 'Xi`an 5th Rd.'])('keep an apostrophe within: %s', (text) => {
    expect(textsOf(text)).toEqual(['xian', '5th', 'rd']);
  });

  test('are the same by the quick way for plain letters and by the other', () => {
    const plain = "NO.12, Lane 3-B; O'Brien's (T/C 65/35) wigs";
    const accented = plain.replace('wigs', 'wígs');
    expect(textsOf(plain)).toEqual(textsOf(accented));
  });

  test('are none in a text of signs', () => {
    expect(textsOf(' -- /?! ')).toEqual([]);
  });
});

test('Hanzi are told from other scripts', () => {
  expect(hasHan('lot 5 和田')).toBe(true);
  expect(hasHan('Ürümqi 5')).toBe(false);
});
