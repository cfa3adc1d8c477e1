import { describe, expect, test } from 'vitest';
import { buildGazetteer, type Place } from './gazetteer.ts';

const place = (code: string, names: string[], ambiguousNames: string[] = []): Place => ({
  code,
  level: 'county',
  title: names[0] ?? code,
  names,
  ambiguousNames,
});
const gazetteer = buildGazetteer(
  [
    place('650100', ['Urumqi', '乌鲁木齐']),
    place('653224', ['Lop County', '洛浦'], ['Lop']),
    place('650500', ['Hami', '哈密']),
    place('659000', ['XPCC', '兵团']),
  ],
  {
    streetWords: ['road', 'lu', '路'],
    directionWords: ['north', '北'],
    productWords: { Hami: ['melon'], 哈密: ['瓜'] },
    patterns: [{ regex: '第[一二三]团', placeCode: '659000' }],
  },
);
const found = (text: string) =>
  gazetteer.find(text).map((mention) => [mention.place.code, mention.matched, mention.ambiguous]);

describe('a place', () => {
  test.each([
    [
      '12 Urumqi, Lop County',
      [
        ['650100', 'Urumqi', false],
        ['653224', 'Lop County', false],
      ],
    ],
    ['near Lop', [['653224', 'Lop', true]]],
    [
      '新疆洛浦县第二团',
      [
        ['653224', '洛浦', false],
        ['659000', '第二团', false],
      ],
    ],
    ['Urumqi, Lu Xun Park', [['650100', 'Urumqi', false]]],
  ])('is found in "%s"', (text, mentions) => {
    expect(found(text)).toEqual(mentions);
  });

  test.each([
    '88 Urumqi Road',
    '88 Urumqi North Road',
    '88 Urumqi Lu',
    '乌鲁木齐北路88号',
    'Hami melon, fresh',
    '哈密瓜',
    'Philopappou',
  ])('is not found in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a pattern for a place that is not there is an error that names it', () => {
  const rules = { streetWords: [], directionWords: [], productWords: {} };
  expect(() =>
    buildGazetteer([], { ...rules, patterns: [{ regex: 'x', placeCode: '999' }] }),
  ).toThrow(/999/);
});

test('without street words in Hanzi no name in Hanzi is lost', () => {
  const plain = buildGazetteer([place('1', ['洛浦'])], {
    streetWords: ['road'],
    directionWords: [],
    productWords: {},
    patterns: [],
  });
  expect(plain.find('洛浦县')).toHaveLength(1);
});
