import { describe, expect, test } from 'vitest';
import { commoditiesForTests } from '../testing/commodities.ts';
import { commodityTableSchema, compileCommodities } from './commodities.ts';

const commodities = compileCommodities(commoditiesForTests);
const named = (text: string): string[] =>
  commodities.named(text).map(({ commodity }) => commodity.id);

describe('a description names a commodity', () => {
  test.each([
    ['Wigs of HUMAN HAIR, lace front', ['wig', 'human-hair']],
    ['pruiken van mensenhaar', ['wig', 'human-hair']],
    ['真人发假发', ['human-hair', 'wig']],
    ["ladies' T-shirts 100% cotton", ['t-shirt', 'cotton']],
    ['ceramic tiles', []],
  ])('%s', (text, ids) => {
    expect(named(text)).toEqual(ids);
  });

  test.each([
    'imitation human hair',
    'human hair look',
    'cotton-free wadding',
    'non-cotton',
    'geen katoen',
    '仿人发',
    '非棉',
  ])('but not where it is denied: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('a code stands for a commodity', () => {
  test('the longest prefix first', () => {
    expect(commodities.byCode('67042000').map(({ id }) => id)).toEqual(['human-hair-wig', 'wig']);
  });
});

describe('upstream of a commodity', () => {
  const upstream = (id: string) => {
    const commodity = commodities.byId.get(id);
    if (commodity === undefined) throw new Error(id);
    return commodities
      .upstream(commodity)
      .map(({ steps, certainty }) => [steps.map((step) => step.id).join(' > '), certainty]);
  };

  test('stand all its inputs, to the raw material', () => {
    expect(upstream('solar-lamp')).toEqual([
      ['solar-lamp', 'always'],
      ['solar-lamp > solar-module', 'always'],
      ['solar-lamp > solar-module > polysilicon', 'always'],
      ['solar-lamp > solar-module > polysilicon > quartz', 'always'],
    ]);
  });

  test('a way is no surer than its least sure step', () => {
    expect(upstream('wig').at(-1)).toEqual(['wig > human-hair', 'possible']);
    expect(upstream('t-shirt').at(-1)).toEqual(['t-shirt > cotton', 'usual']);
  });
});

test('money without a rate is not turned into dollars', () => {
  expect(commodities.toUsd(100, 'EUR')).toBeCloseTo(110);
  expect(commodities.toUsd(100, 'XXX')).toBeNull();
});

describe('a faulty table', () => {
  const [first] = commoditiesForTests.commodities;

  test('names an input that is not there by its path', () => {
    const table = {
      ...commoditiesForTests,
      commodities: [{ ...first, madeFrom: [{ commodity: 'gold', certainty: 'always' }] }],
    };
    const result = commodityTableSchema.safeParse(table);
    expect(result.error?.issues).toMatchObject([
      {
        path: ['commodities', 0, 'madeFrom', 0, 'commodity'],
        message: expect.stringContaining('gold'),
      },
    ]);
  });

  test('may not use an id twice', () => {
    const table = { ...commoditiesForTests, commodities: [first, first] };
    expect(commodityTableSchema.safeParse(table).success).toBe(false);
  });
});
