/** The places of Xinjiang: whole, and not to be mistaken for the rest of the world. */
import { compileRulebook, type Knowledge, type Rulebook } from '@herkomst/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from './knowledge.ts';
import { loadRulebook } from './rulebook.ts';

let knowledge: Knowledge;
let region: Rulebook['xinjiang'];
beforeAll(async () => {
  knowledge = await loadKnowledge();
  const definition = await loadRulebook();
  const matcher = { match: () => [] };
  region = compileRulebook({ definition, knowledge, matcher, sha256: () => '' }).xinjiang;
});

const sure = (text: string): string[] =>
  region.gazetteer
    .find(text)
    .filter(({ ambiguous }) => !ambiguous)
    .map(({ place }) => place.title);

describe('the data', () => {
  test('holds the 14 prefectures, 14 divisions and 12 cities of the Corps', () => {
    const levels = Map.groupBy(knowledge.xinjiang.places, ({ level }) => level);
    const count = (level: string): number => levels.get(level)?.length ?? 0;
    expect(count('prefecture')).toBe(14);
    expect(count('xpcc-division')).toBe(14);
    expect(count('xpcc-city')).toBe(12);
    // Counties, districts and county-level cities outside the Corps: 13 + 66 + 17.
    expect(count('district') + count('county') + count('city')).toBe(96);
  });

  test('gives each place one code and one English title', () => {
    const { places, divisionPrefix } = knowledge.xinjiang;
    expect(new Set(places.map(({ code }) => code)).size).toBe(places.length);
    expect(new Set(places.map(({ title }) => title)).size).toBe(places.length);
    for (const { code, title } of places) {
      expect(code).toMatch(
        new RegExp(`^(${divisionPrefix}\\d{4}|${divisionPrefix}\\d{7}|cn-xj:.+)$`),
      );
      expect(title).toMatch(/^[A-Z][\w ,'-]+$/);
    }
  });

  test('never lets a spelling be both sure and ambiguous in one place', () => {
    for (const { names, ambiguousNames } of knowledge.xinjiang.places) {
      expect(names.filter((name) => ambiguousNames.includes(name))).toEqual([]);
    }
  });

  test('has postcodes, telephone codes and ports of the region and no others', () => {
    expect(['830000', '848999', '844700'].map(region.hasPostcode)).toEqual([true, true, true]);
    expect(['829999', '849000', '461000', '83000'].map(region.hasPostcode)).not.toContain(true);
    const { phoneCodes } = knowledge.xinjiang;
    const expected = [900, 990].flatMap((decade) =>
      Array.from({ length: 10 }, (_, unit) => String(decade + unit)),
    );
    expect(phoneCodes.toSorted()).toEqual(expected.filter((code) => code !== '900'));
    expect(region.locodeName('CNURC')).not.toBeNull();
    expect(region.locodeName('CNKHG')).not.toBeNull();
    expect(region.locodeName('CNTAO')).toBeNull();
    for (const { code } of knowledge.xinjiang.locodes) expect(code).toMatch(/^CN[A-Z2-9]{3}$/);
  });
});

test('the letters of a MID that are said to be of its cities alone are', () => {
  const lettersOf = (spellings: readonly string[]): string[] =>
    spellings.map((each) =>
      each
        .replaceAll(/[^A-Za-z]/g, '')
        .slice(0, 3)
        .toUpperCase(),
    );
  const here = lettersOf(
    knowledge.xinjiang.places.flatMap(({ names, ambiguousNames }) => [...names, ...ambiguousNames]),
  );
  const elsewhere = lettersOf(
    knowledge.china.divisions
      .filter(({ code }) => code !== knowledge.xinjiang.divisionPrefix)
      .flatMap(({ spellings }) => spellings),
  );
  const own = knowledge.xinjiang.ownMidCities;
  expect(own.filter((letters) => !here.includes(letters))).toEqual([]);
  expect(own.filter((letters) => elsewhere.includes(letters))).toEqual([]);
});

test.each([
  ['Lop County, Hotan Prefecture', ['Lop County', 'Hotan Prefecture']],
  [
    '新疆和田地区洛浦县北京工业园区',
    ['Xinjiang', 'Hotan Prefecture', 'Lop County Beijing Industrial Park'],
  ],
  ['WULUMUQI CITY, XIN JIANG PROVINCE', ['Urumqi']],
  ['Ürümqi, Sinkiang', ['Urumqi', 'Xinjiang']],
  ['Qeshqer Weber Street', ['Kashgar Prefecture']],
  ['143rd Regiment, Shihezi', ['Shihezi']],
  ['兵团143团', ['Xinjiang Production and Construction Corps']],
  ['农八师', ['XPCC Eighth Division', 'Xinjiang Production and Construction Corps']],
])('%s is found', (text, titles) => {
  expect(sure(text)).toEqual(titles);
});

test.each([
  'No. 1500 Urumqi Middle Road, Shanghai',
  '上海市徐汇区乌鲁木齐中路300号',
  '上海市喀什路12弄',
  'Xinjiang Road, Shibei District, Qingdao',
  '88 Kashgar Rd, Tianjin',
  'Hetian Town, Changting, Fujian',
  'Yiwu International Trade City',
  'Hami melons, fresh',
  '和田玉手镯',
  'AkzoNobel Aksu Boya Sanayi, Izmir',
  'Altay Tekstil, Bursa',
  'Philopappou 12, Athens',
  'Xinjiang County, Yuncheng, Shanxi',
  '北京市海淀区新疆村2号',
  '阿克苏诺贝尔涂料',
])('%s is not taken for a place of the region', (text) => {
  expect(sure(text)).toEqual([]);
});

/** Places of the rest of China that trade much, as addresses spell them. */
const elsewhere = `Beijing Shanghai Tianjin Chongqing Guangzhou Shenzhen Dongguan Foshan Zhongshan
  Zhuhai Huizhou Jiangmen Shantou Chaozhou Xiamen Quanzhou Jinjiang Fuzhou Putian Hangzhou Ningbo
  Wenzhou Yiwu Shaoxing Jiaxing Huzhou Taizhou Jinhua Suzhou Wuxi Changzhou Nantong Nanjing Yangzhou
  Xuzhou Hefei Wuhu Jinan Qingdao Yantai Weifang Zibo Linyi Heze Binzhou Xuchang Zhengzhou Luoyang
  Nanyang Wuhan Yichang Changsha Zhuzhou Nanchang Ganzhou Chengdu Mianyang Kunming Guiyang Nanning
  Liuzhou Haikou Xian Baoji Lanzhou Xining Yinchuan Hohhot Baotou Ordos Shenyang Dalian Changchun
  Harbin Shijiazhuang Baoding Tangshan Cangzhou Taiyuan Datong Lhasa`.split(/\s+/);

test.each(elsewhere)('%s lies elsewhere', (city) => {
  expect(sure(`No. 8 Industrial Road, ${city} City, China`)).toEqual([]);
});
