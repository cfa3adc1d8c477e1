/** Draws queries of every slice from firms of the index, with the address and country papers give. */
import type { PartyQuery } from '@herkomst/core';
import { hashText, Random } from '../random.ts';
import { addressOf, type Firm } from '../world/firm.ts';
import { keyOfFirm } from '../world/invent.ts';
import type { World } from '../world/world.ts';
import { negativeSlices } from './negatives.ts';
import { type BenchQuery, type Half, halfOf } from './bench-query.ts';
import { drawOtherQueries } from './others.ts';
import {
  asPrinted,
  commonWear,
  furtherPositives,
  positiveSlices,
  type Variation,
} from './positives.ts';

const withCountry = 0.95;
const withAddress = 0.6;

const queryOf = (firm: Firm, name: string, random: Random): PartyQuery => ({
  names: [asPrinted(name, random)],
  ...(firm.country !== '' && random.chance(withCountry) ? { country: firm.country } : {}),
  ...(firm.street !== '' && random.chance(withAddress) ? { address: addressOf(firm) } : {}),
});

/** Fills slices one after the other from firms of one half; real firms make up a third. */
const drawer =
  (world: World, half: Half, count: number, out: BenchQuery[]) =>
  (slice: string, make: (firm: Firm, random: Random) => BenchQuery | undefined): void => {
    const random = new Random(`${half}:${slice}`);
    let made = 0;
    for (let attempt = 0; attempt < count * 40 && made < count; attempt++) {
      const firm = world.drawFirm(random, attempt % 3 === 0);
      if (halfOf(firm) !== half) continue;
      const query = make(firm, random);
      if (query === undefined) continue;
      out.push(query);
      made++;
    }
  };

const varied =
  (slice: string, vary: Variation) =>
  (firm: Firm, random: Random): BenchQuery | undefined => {
    const name = vary(firm, random);
    if (name === undefined) return undefined;
    return { slice, positive: true, firm, query: queryOf(firm, name, random) };
  };

/** `count` queries a slice of those that the figures are of, as far as the world has firms for it. */
export const drawQueries = (world: World, half: Half, count: number): BenchQuery[] => {
  const out: BenchQuery[] = [];
  const draw = drawer(world, half, count, out);
  for (const [slice, vary] of Object.entries(positiveSlices)) draw(slice, varied(slice, vary));
  for (const [slice, make] of Object.entries(negativeSlices)) {
    draw(slice, (firm, random) => {
      const other = make(firm, random);
      if (other === undefined || world.keys.has(hashText(keyOfFirm(other)))) return undefined;
      // Another firm has another street; it may stand in the same town.
      const street = `No. ${1 + random.below(999)} ${random.pick(['Hongqi', 'Dongfeng', 'Nanhu', 'Beihai', 'Xinxing'])} Road`;
      const worn = random.chance(0.5) ? random.pick(commonWear)(other, random) : undefined;
      const name = worn ?? other.name;
      if (world.hasName(other.name) || world.hasName(name)) return undefined;
      const query = queryOf({ ...other, street }, name, random);
      return { slice, positive: false, firm, query };
    });
  }
  return out;
};

/** Slices told apart from those: a trade left out, people, vessels. */
export const drawFurtherQueries = (world: World, half: Half, count: number): BenchQuery[] => {
  const out: BenchQuery[] = [];
  const draw = drawer(world, half, count, out);
  for (const [slice, vary] of Object.entries(furtherPositives)) draw(slice, varied(slice, vary));
  return [...out, ...drawOtherQueries(world, half, count)];
};
