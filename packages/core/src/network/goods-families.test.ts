import { describe, expect, test } from 'vitest';
import { familyTable } from './family-table.ts';
import { anyGoods, compileFamilies } from './goods-families.ts';

const goods = compileFamilies();
const passes = (from: string, to: string): boolean =>
  goods.feeds(goods.familyOf(from), goods.familyOf(to));

describe('families of goods', () => {
  test.each([
    ['5201', '610910', 'cotton into a T-shirt'],
    ['5205', '6302', 'cotton yarn into towels'],
    ['0501', '67042000', 'human hair into wigs'],
    ['2506', '854143', 'quartz into a solar module'],
    ['280461', '854142', 'polysilicon into cells'],
    ['3904', '391810', 'PVC into flooring'],
    ['0702', '210320', 'tomatoes into sauce'],
    ['7601', '870899', 'aluminium into car parts'],
    ['283691', '850760', 'lithium into batteries'],
    ['850760', '870380', 'batteries into cars'],
    ['7207', '7308', 'steel into structures'],
    ['6109', '6109', 'goods into the same'],
  ])('%s passes into %s: %s', (from, to) => {
    expect(passes(from, to)).toBe(true);
  });

  test.each([
    ['0501', '610910', 'human hair into a T-shirt'],
    ['610910', '5205', 'a T-shirt into yarn'],
    ['5201', '670420', 'cotton into wigs'],
    ['0303', '6403', 'fish into shoes'],
    ['0702', '854143', 'tomatoes into modules'],
    ['854143', '280461', 'modules into polysilicon'],
  ])('%s does not pass into %s: %s', (from, to) => {
    expect(passes(from, to)).toBe(false);
  });

  test('a code that is too short to tell is any goods, which pass into all', () => {
    for (const code of ['67', '28', '85', '2804']) expect(goods.familyOf(code)).toBe(anyGoods);
    expect(passes('0501', '67')).toBe(true);
    expect(passes('99', '6109')).toBe(true);
  });

  test('every chapter of the Harmonized System but 77 and those of art and arms has a family', () => {
    const without = Array.from({ length: 97 }, (_, at) => String(at + 1).padStart(2, '0')).filter(
      (chapter) =>
        goods.familyOf(`${chapter}999999`) === anyGoods && goods.familyOf(chapter) === anyGoods,
    );
    expect(without).toEqual(['77', '93', '97']);
  });

  test.each([
    ['human hair wigs', 'human-hair'],
    ['Cotton T-shirts', 'apparel'],
    ['katoen', 'cotton'],
    ['多晶硅', 'polysilicon'],
    ['tomato sauce', 'food'],
    ['tomatoes', 'tomatoes'],
  ])('%j is of the family %s', (text, id) => {
    expect(familyTable[goods.familyOfText(text) - 1]?.id).toBe(id);
  });

  test('words that name two families of which neither holds the other name none', () => {
    expect(goods.familyOfText('fish and furniture')).toBe(anyGoods);
    expect(goods.familyOfText('various')).toBe(anyGoods);
  });

  test('a table that names what is not there is refused', () => {
    const [first] = familyTable;
    if (first === undefined) throw new Error('the table is empty');
    expect(() => compileFamilies([{ ...first, madeFrom: ['unobtainium'] }])).toThrow(/unobtainium/);
  });
});
