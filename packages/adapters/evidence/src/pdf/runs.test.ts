import { beforeAll, describe, expect, test } from 'vitest';
import { loadFonts, type Fonts } from './fonts.ts';
import { breakLines, type Run } from './runs.ts';

/** Ten to a character. */
const measure = ({ text }: Run) => [...text].length * 10;

const uyghur = 'خوتەن چاچ زىننەت';
const everything = `Hetian Şahin ё ${uyghur} 和田浩林发饰品有限公司 🚢`;
let fonts: Fonts;
beforeAll(async () => {
  fonts = await loadFonts([everything, 'abcdefghijklmnopqrstuvwxyz']);
}, 120_000);

function lines(text: string, characters: number): string[] {
  return breakLines(text, fonts, characters * 10, measure).map((line) =>
    line.map((run) => run.text).join('|'),
  );
}

describe('fonts', () => {
  test('have the letters of Latin, Turkish, Cyrillic, Chinese and Uyghur', () => {
    for (const character of everything) {
      if (character === ' ' || character === '🚢') continue;
      expect(fonts.pieceOf(character), character).not.toBeNull();
    }
    expect(fonts.pieceOf('خ')?.rightToLeft).toBe(true);
    expect(fonts.pieceOf('和')?.rightToLeft).toBe(false);
    expect(fonts.pieceOf('🚢')).toBeNull();
  });
});

describe('lines', () => {
  test('are broken at spaces, and do not begin with one', () => {
    expect(lines('abc def ghi', 7)).toEqual(['abc def', 'ghi']);
    expect(lines('abc def ghi', 8)).toEqual(['abc def ', 'ghi']);
    expect(lines('abc\ndef\r\n\nghi', 9)).toEqual(['abc', 'def', '', 'ghi']);
    expect(lines('', 9)).toEqual(['']);
  });

  test('are broken within a word only when it is wider than a line', () => {
    expect(lines('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(lines('ab cdefghij', 4)).toEqual(['ab ', 'cdef', 'ghij']);
    // Letters of another piece of the font are no place to break at.
    expect(lines('abc Şahin', 7)).toEqual(['abc ', 'Ş|ahin']);
  });

  test('are broken between any two Chinese characters', () => {
    expect(lines('和田浩林发饰品', 4).map((line) => line.replaceAll('|', ''))).toEqual([
      '和田浩林',
      '发饰品',
    ]);
  });

  test('keep right-to-left words that follow each other in one run', () => {
    expect(lines(`ab ${uyghur} cd`, 99)).toEqual([`ab |${uyghur}| cd`]);
    const [first, second] = lines(uyghur, 9);
    expect([first?.trim(), second]).toEqual(['خوتەن چاچ', 'زىننەت']);
  });

  test('write out a character that no font has', () => {
    expect(lines('a🚢b', 20)).toEqual(['a‹U+1F6A2›b']);
  });
});
