import { describe, expect, test } from 'vitest';
import { commoditiesForTests } from '../testing/commodities.ts';
import { compileCommodities } from './commodities.ts';
import { chiefFibre, readComposition } from './composition.ts';

const commodities = compileCommodities(commoditiesForTests);
const read = (text: string) =>
  readComposition(text, commodities).map(({ fibre, share }) => [fibre.id, share]);
const chief = (text: string) => chiefFibre(readComposition(text, commodities))?.fibre.id ?? null;

describe('a composition', () => {
  test.each([
    [
      'T-shirt 65% polyester 35% cotton',
      [
        ['polyester', 0.65],
        ['cotton', 0.35],
      ],
    ],
    ['T-shirt, 100 % katoen', [['cotton', 1]]],
    [
      'polyester 60%, cotton 40%',
      [
        ['polyester', 0.6],
        ['cotton', 0.4],
      ],
    ],
    [
      '60% combed cotton 40% polyester',
      [
        ['cotton', 0.6],
        ['polyester', 0.4],
      ],
    ],
    ['T/C work shirts', [['cotton', 0.35]]],
    ['CVC polo', [['cotton', 0.6]]],
    ['cotton T/C 80% cotton', [['cotton', 0.8]]],
    ['knitted wool hats', [['wool', null]]],
    ['ceramic tiles', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('cites the text as it stands', () => {
    const [share] = readComposition('Shirts of 65% Polyester', commodities);
    expect(share?.matched).toBe('65% Polyester');
  });
});

describe('the chief fibre', () => {
  test.each([
    ['65% polyester 35% cotton', 'polyester'],
    ['cotton shirts', 'cotton'],
    ['cotton and polyester shirts', null],
    ['30% cotton', null],
    ['T/C shirts', null],
    ['CVC shirts', 'cotton'],
    ['tiles', null],
  ])('of "%s"', (text, id) => {
    expect(chief(text)).toBe(id);
  });
});
