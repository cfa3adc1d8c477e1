/** What is known of goods: well formed, of headings that exist, and as many as were published. */
import { countryGoodSchema, sectorSchema, type Knowledge } from '@herkomst/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadHeadings, type Headings } from './headings.ts';
import { loadKnowledge } from './knowledge.ts';

let knowledge: Knowledge;
let headings: Headings;
beforeAll(async () => {
  [knowledge, headings] = await Promise.all([loadKnowledge(), loadHeadings()]);
});

const unknownPrefixes = (prefixes: readonly string[]): string[] =>
  prefixes.filter((prefix) => !(prefix in headings.headings));

describe('the sectors', () => {
  test('are well formed, and their ids unique', () => {
    const { sectors } = knowledge.sectors;
    for (const sector of sectors) expect(sectorSchema.parse(sector)).toEqual(sector);
    expect(new Set(sectors.map(({ id }) => id)).size).toBe(sectors.length);
  });

  test('are the twelve of the task force by date of designation, and human hair by CBP', () => {
    const byDate = Map.groupBy(knowledge.sectors.sectors, (sector) => sector.designatedAt);
    const ids = [...byDate].map(([date, sectors]) => [date, sectors.map(({ id }) => id)]);
    expect(Object.fromEntries(ids)).toEqual({
      '2022-06-17': ['cotton', 'apparel', 'tomatoes', 'polysilicon'],
      '2024-07-09': ['pvc', 'aluminium', 'seafood'],
      '2025-08-19': ['caustic-soda', 'copper', 'lithium', 'jujubes', 'steel'],
      '2020-05-01': ['human-hair'],
    });
  });

  test('stand on lines of the nomenclature, and leave out only what lies under them', () => {
    for (const { id, lines } of knowledge.sectors.sectors) {
      expect({ id, unknown: unknownPrefixes(lines.map(({ hsPrefix }) => hsPrefix)) }).toEqual({
        id,
        unknown: [],
      });
      for (const { hsPrefix, except } of lines) {
        expect(unknownPrefixes(except)).toEqual([]);
        expect(except.filter((code) => !code.startsWith(hsPrefix))).toEqual([]);
        expect(except).not.toContain(hsPrefix);
      }
    }
  });

  test('name no line twice', () => {
    for (const { id, lines } of knowledge.sectors.sectors) {
      const prefixes = lines.map(({ hsPrefix }) => hsPrefix);
      expect({ id, lines: new Set(prefixes).size }).toEqual({ id, lines: prefixes.length });
    }
  });

  test.each([
    ['human-hair', '670420', 'human hair'],
    ['cotton', '5205240000', 'cotton'],
    ['apparel', '610910', 'cotton'],
    ['tomatoes', '200290', 'tomatoes'],
    ['polysilicon', '280461', 'polysilicon'],
    ['polysilicon', '854143', 'polysilicon'],
    ['pvc', '391810', 'PVC'],
    ['aluminium', '760421', 'aluminium'],
    ['seafood', '160554', 'seafood'],
    ['caustic-soda', '281511', 'caustic soda'],
    ['copper', '740311', 'copper'],
    ['lithium', '283691', 'lithium'],
    ['lithium', '850760', 'lithium'],
    ['jujubes', '081340', 'jujubes'],
    ['steel', '720851', 'steel'],
  ])('%s covers %s as %s', (id, code, commodity) => {
    const lines = knowledge.sectors.sectors.find((sector) => sector.id === id)?.lines ?? [];
    const covering = lines.filter(
      ({ hsPrefix, except }) =>
        code.startsWith(hsPrefix) && !except.some((left) => code.startsWith(left)),
    );
    expect(covering.map((line) => line.commodity)).toContain(commodity);
  });
});

describe('goods by country', () => {
  test('are well formed: 467 pairs of 169 goods and 78 countries, as the edition counts', () => {
    const { goods } = knowledge.countryGoods;
    for (const good of goods) expect(countryGoodSchema.parse(good)).toEqual(good);
    expect(goods.length).toBe(467);
    expect(new Set(goods.map(({ good }) => good)).size).toBe(169);
    expect(new Set(goods.map(({ country }) => country)).size).toBe(78);
    expect(new Set(goods.map(({ id, country }) => `${id} ${country}`)).size).toBe(467);
  });

  test('say of each pair what labour it is: 121 forced, 414 child, 10 by their inputs', () => {
    const { goods } = knowledge.countryGoods;
    expect(goods.filter(({ forcedLabour }) => forcedLabour).length).toBe(121);
    expect(goods.filter(({ childLabour }) => childLabour).length).toBe(414);
    expect(goods.filter(({ derivedFrom }) => derivedFrom !== undefined).length).toBe(10);
  });

  test('stand on lines of the nomenclature', () => {
    const { goods } = knowledge.countryGoods;
    expect(unknownPrefixes(goods.flatMap(({ hsPrefixes }) => hsPrefixes))).toEqual([]);
  });

  test.each([
    ['Hair Products', 'CN', '6704'],
    ['Cotton', 'TM', '5201'],
    ['Polysilicon', 'CN', '280461'],
    ['Tomato Products', 'CN', '2002'],
    ['Bricks', 'KP', '6901'],
  ])('hold %s of %s as forced labour under %s', (name, country, prefix) => {
    const found = knowledge.countryGoods.goods.filter(
      (good) => good.good === name && good.country === country,
    );
    expect(found).toMatchObject([{ forcedLabour: true }]);
    expect(found[0]?.hsPrefixes).toContain(prefix);
  });
});

describe('commodities', () => {
  test('stand on lines of the nomenclature', () => {
    const { commodities } = knowledge.commodities;
    const prefixes = commodities.flatMap(({ hsPrefixes, deniedBy }) => [
      ...hsPrefixes,
      ...(deniedBy?.hsPrefixes ?? []),
    ]);
    expect(prefixes.length).toBeGreaterThan(50);
    expect(unknownPrefixes(prefixes)).toEqual([]);
  });

  test('belong to sectors there are, and every sector has one', () => {
    const sectors = knowledge.sectors.sectors.map(({ id }) => id);
    const named = new Set(knowledge.commodities.commodities.flatMap(({ sector }) => sector ?? []));
    expect([...named].filter((id) => !sectors.includes(id))).toEqual([]);
    // Apparel is a sector of goods, whatever they are made of.
    expect(sectors.filter((id) => !named.has(id) && id !== 'apparel')).toEqual([]);
  });
});

test('orders on goods stand on lines of the nomenclature', () => {
  const prefixes = knowledge.entityLists.flatMap(({ entities }) =>
    entities.flatMap(({ merchandise }) => merchandise?.hsPrefixes ?? []),
  );
  expect(unknownPrefixes(prefixes)).toEqual([]);
});
