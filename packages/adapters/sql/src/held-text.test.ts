import { oddTexts } from '@herkomst/runtime/testing';
import { describe, expect, it } from 'vitest';
import { holdText, nullMark, releaseText, separator } from './held-text.ts';

const texts = [
  ...oddTexts,
  '',
  '\u001b',
  '\u001b\u001b',
  '\u001b001b',
  '\u001bd800',
  '\u001e\u001f',
  '\ud800',
  '\udfff\ud800',
  'a\udc00\ud83d\ude00\ud83d',
  String.raw`\u0000`,
];

describe('held text', () => {
  it('is given back as it was', () => {
    for (const text of texts) expect(releaseText(holdText(text))).toBe(text);
  });

  it('is what PostgreSQL can hold, and has no separator or mark of null in it', () => {
    for (const text of texts) {
      const held = holdText(text);
      expect(held).not.toBe('');
      expect(held.isWellFormed()).toBe(true);
      for (const character of ['\u0000', separator, nullMark]) {
        expect(held).not.toContain(character);
      }
    }
  });

  it('is another for another text', () => {
    expect(new Set(texts.map(holdText)).size).toBe(new Set(texts).size);
  });

  it('of ordinary text is that text', () => {
    for (const text of ['a', ' ', 'line\r\n\tend', '{"a":"\\u0000"}', '乌鲁木齐 𠮷野家 \ufeff']) {
      expect(holdText(text)).toBe(text);
    }
  });
});
