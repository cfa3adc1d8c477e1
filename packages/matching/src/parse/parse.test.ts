import { describe, expect, it } from 'vitest';
import { namesWithin } from './listed-names.ts';
import { parseName, readingsOf } from './parse.ts';
import { placeLabel, places } from './places.ts';

const labels = (name: string): string[] => parseName(name).places.map(placeLabel);

describe('parsing a name', () => {
  it.each([
    ['Hetian Haolin Hair Accessories Co. Ltd.', 'haolin'],
    ['HE TIAN HAO LIN HAIR PRODUCTS', 'haolin'],
    ['和田浩林发饰品有限公司', 'haolin'],
    ['XINJIANGJUNGGAR COTTON AND LINEN CO LTD', 'junggar'],
    ['Hoshine Silicon Industry (Shanshan) Co., Ltd.', 'hoshine'],
    ['Nanjing Xinyi Cotton Textile Printing and Dyeing', 'xinyi'],
    ['Dehui (Dalian) International Trade Co., Ltd.', 'dehui'],
    ['Jiangyin Jing Yu Da Pharmaceutical', 'jingyuda'],
    ['قەشقەر Haolin Textile', 'haolin'],
    ['FASHIONS LTD AKH LTD', 'akh'],
    ['Da Wang', 'dawang'],
    ['Hotan Constructor Textile', 'constructor'],
    ['Sichuan Shi Xing Arts and Crafts', 'shixing'],
    ['Ruo Jin Rong Aquatic Products', 'ruojinrong'],
    ['Pudong Le Textile Co., Ltd.', 'le'],
    ['淄博东泰新材料科技股份有限公司', 'dongtai'],
    ['山東德興傢俱股份有限公司', 'dexing'],
    ['Hebei Tomato Industry Co., Ltd.', ''],
    ['', ''],
    ['???', ''],
  ])('finds the brand of "%s"', (name, core) => {
    expect(parseName(name).core).toBe(core);
  });

  it('knows the spellings of a place as one, and two provinces as two', () => {
    for (const name of ['Hetian X', 'KHOTAN X', 'Hotan County X', '和田 X', 'خوتەن X']) {
      expect(labels(name), name).toContain('Hotan');
    }
    expect(labels('Shanxi Haolin')).not.toEqual(labels('Shaanxi Haolin'));
    const taizhou = parseName('Taizhou Haolin').places.map((id) => places[id]?.hanzi);
    expect(taizhou).toEqual(expect.arrayContaining(['泰州', '台州']));
  });

  it('reads numbers of divisions in figures, words and Hanzi', () => {
    for (const name of [
      '8th Division of XPCC',
      'XPCC Eighth Division',
      '新疆生产建设兵团第八师',
      'Bingtuan No. 8 Division',
    ]) {
      expect(parseName(name).numbers, name).toEqual(['8']);
    }
  });

  it('takes a word cut off by the field for what it begins', () => {
    expect(parseName('XINJIANG DAQO NEW ENERGY COMPANY LIMI').core).toBe('daqo');
    expect(parseName('Ruian Lightwell Bamboo Aquat').cut).toBe(true);
  });

  it('reads a town as the brand as well, where the name has no other', () => {
    const cores = readingsOf('Xinyuan Logistics (Chongqing) Co., Ltd.').map(({ core }) => core);
    expect(cores).toContain('xinyuan');
  });

  it.each([
    ['Lianyungaig Zenmark Food', 'zenmark'],
    ['Shtnyanp Fenland Shoes', 'shtnyanpfenland'],
    ['拜城金业针织股份有限公司', 'jinye'],
    ['通州中新材料实业有限责任公司', 'zhong'],
    ['Heze Yiyuan Bags International Trade', 'yiyuan'],
    ['Sanming Shi Grain and Oil', 'shi'],
  ])('reads the brand of "%s" as a table word, and as a brand as well', (name, core) => {
    expect(readingsOf(name).map((reading) => reading.core)).toContain(core);
  });

  it('reads Wade-Giles', () => {
    expect(parseName('Hsin Kang Asbestos Mine').readings).toContain('xingang');
  });
});

describe('a listed line', () => {
  it.each([
    ['Wulin (or Wuling) Machinery Works', ['Wulin Machinery Works', 'Wuling Machinery Works']],
    [
      'Hetian Taida Apparel Co., Ltd., also known as Hetian TEDA Garment',
      ['Hetian Taida Apparel Co., Ltd.', 'Hetian TEDA Garment'],
    ],
    [
      'Aksu Huafu (formerly known as Akesu Huafu Textile Co.)',
      ['Aksu Huafu', 'Akesu Huafu Textile Co.'],
    ],
    ['Hoshine Silicon Industry Co. Ltd. and Subsidiaries', ['Hoshine Silicon Industry Co. Ltd.']],
    ['Esquel Group', ['Esquel Group']],
    ['Hoshine Silicon (Shanshan) Co.', ['Hoshine Silicon (Shanshan) Co.']],
  ])('"%s" stands for its names', (line, names) => {
    expect(namesWithin(line)).toEqual(names);
  });
});
