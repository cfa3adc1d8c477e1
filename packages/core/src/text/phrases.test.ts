import { describe, expect, test } from 'vitest';
import { indexPhrases } from './phrases.ts';

const index = indexPhrases([
  { text: 'Lop', value: 'county' },
  { text: 'Lop County Park', value: 'park' },
  { text: '和田', value: 'prefecture' },
  { text: '和田市', value: 'city' },
]);
const valuesIn = (text: string): string[] => index.find(text).map((hit) => hit.value);

describe('phrases in text', () => {
  test('are whole words, whatever the case and accents', () => {
    expect(valuesIn('No. 4, LÔP county')).toEqual(['county']);
    expect(valuesIn('Philopappou')).toEqual([]);
  });

  test('are the longest where they overlap', () => {
    expect(valuesIn('Lop County Park, Lop')).toEqual(['park', 'county']);
    expect(valuesIn('新疆和田市和田')).toEqual(['city', 'prefecture']);
  });

  test('say where they stand, in the words of the text', () => {
    const text = 'North of Lop (和田)';
    const hits = index.find(text);
    expect(hits.map(({ matched, start, end }) => [matched, text.slice(start, end)])).toEqual([
      ['Lop', 'Lop'],
      ['和田', '和田'],
    ]);
  });

  test('are dropped where what follows makes them another thing', () => {
    const streets = indexPhrases(
      [
        { text: 'Lop', value: 1 },
        { text: '和田', value: 2 },
      ],
      {
        rejectWords: (_phrase, words, next) => words[next]?.text === 'road',
        rejectHan: (_phrase, rest) => rest.startsWith('路'),
      },
    );
    expect(streets.find('Lop Road, 和田路')).toEqual([]);
    expect(streets.find('Lop, 和田')).toHaveLength(2);
  });
});
