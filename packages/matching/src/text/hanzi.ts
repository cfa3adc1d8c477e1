/**
 * Hanzi as simplified characters and as pinyin, one character at a time.
 *
 * Names need no phrase dictionary: toponyms are read by the place tables before this is asked.
 * Both tables are made into maps on first use, so that a run without Hanzi does not pay for them.
 */
import { hanziReadings } from '../tables/hanzi-readings.ts';
import { hanziSimplified } from '../tables/hanzi-simplified.ts';

/** Readings in names, where they are not the commonest of the language. */
const nameReadings =
  '都du 厦xia 曾zeng 柏bai 单shan 翟zhai 仇qiu 解xie 莞guan 什shi 石shi 大da 车che 盛sheng 泊bo 亳bo';

/** A second reading that names use about as often as the first. */
const secondReadings =
  '长zhang 乐yue 重zhong 盛cheng 行hang 朝zhao 都dou 参shen 藏zang 会kuai 和huo 调diao 传zhuan 兴xing 中zhong 发fa 奇ji 华hua 降xiang 宿xiu 柏bo 茜qian 绿lu 吕lv 率lv 尉yu 蔚yu 贾gu 六lu 纶guan 干qian';

let readings: Map<string, string> | undefined;
let seconds: Map<string, string> | undefined;

const readPairs = (row: string): [string, string][] =>
  row.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]);

const readingTable = (): Map<string, string> => {
  if (readings === undefined) {
    readings = new Map();
    for (const row of hanziReadings) {
      const space = row.indexOf(' ');
      const syllable = row.slice(0, space);
      for (const char of row.slice(space + 1)) readings.set(char, syllable);
    }
    for (const [char, syllable] of readPairs(nameReadings)) readings.set(char, syllable);
  }
  return readings;
};

const isHan = /^\p{Script=Han}+$/u;
const someHan = /\p{Script=Han}/u;

export const hasHanzi = (text: string): boolean => someHan.test(text);
export const isHanzi = (text: string): boolean => isHan.test(text);

let simpleOf: Map<string, string> | undefined;

/** Simplified characters, one by one. */
export const simplify = (text: string): string => {
  if (simpleOf === undefined) {
    simpleOf = new Map();
    for (const row of hanziSimplified) {
      for (const group of row.split(' ')) {
        for (const traditional of group.slice(1)) simpleOf.set(traditional, group.slice(0, 1));
      }
    }
  }
  let out = '';
  for (const char of text) out += simpleOf.get(char) ?? char;
  return out;
};

/** Pinyin without tones and spaces; a character without a reading is dropped. 'v' stands for ü. */
export const pinyinOf = (hanzi: string): string => {
  const table = readingTable();
  let out = '';
  for (const char of hanzi) out += table.get(char) ?? '';
  return out;
};

/** The pinyin with second readings where characters have one, without the usual pinyin. */
export const furtherPinyin = (hanzi: string): readonly string[] => {
  seconds ??= new Map(readPairs(secondReadings));
  const table = readingTable();
  let rows = [''];
  for (const char of hanzi) {
    const usual = table.get(char) ?? '';
    const second = seconds.get(char);
    const options = second === undefined || second === usual ? [usual] : [usual, second];
    rows = rows.flatMap((row) => options.map((option) => row + option)).slice(0, 4);
  }
  const plain = pinyinOf(hanzi);
  return rows.filter((row) => row !== plain);
};

/** Numbers as Hanzi write them, up to 999: '一四八' and '一百四十八' are 148. */
export const numberOfHanzi = (hanzi: string): number | undefined => {
  const digits = '零一二三四五六七八九';
  const plain = hanzi.replaceAll('〇', '零').replaceAll('两', '二');
  if (/^[零一二三四五六七八九]+$/u.test(plain)) {
    return Number([...plain].map((char) => digits.indexOf(char)).join(''));
  }
  if (!/^[零一二三四五六七八九十百]+$/u.test(plain)) return undefined;
  let total = 0;
  let last = -1;
  for (const char of plain) {
    if (char === '百') {
      total += (last < 0 ? 1 : last) * 100;
      last = -1;
    } else if (char === '十') {
      total += (last < 0 ? 1 : last) * 10;
      last = -1;
    } else {
      last = digits.indexOf(char);
    }
  }
  return total + Math.max(last, 0);
};
