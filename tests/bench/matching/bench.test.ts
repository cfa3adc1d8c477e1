import { buildIndex, matcherOf } from '@herkomst/matching';
import { describe, expect, it } from 'vitest';
import { calibrationError, overall, reportSlices } from './measure/report.ts';
import { runMatcher } from './measure/run.ts';
import { halfOf } from './slices/bench-query.ts';
import { drawQueries } from './slices/queries.ts';
import { World } from './world/world.ts';

/** Milliseconds a slow machine may take. */
const patience = 120_000;

describe('the matching benchmark, small', () => {
  const world = new World(2000, []);
  const queries = drawQueries(world, 'test', 30);

  it('asks for held-out firms only, and the same in every run', () => {
    expect(queries.every(({ firm }) => halfOf(firm) === 'test')).toBe(true);
    expect(drawQueries(new World(2000, []), 'test', 30)).toEqual(queries);
  });

  it(
    'finds nearly all and is almost never wrong by itself',
    () => {
      const matcher = matcherOf(buildIndex(world.entities()), { cacheSize: 0 });
      const { outcomes, predictions } = runMatcher(matcher, queries);
      const { candidateRecall, precision, recall } = overall(outcomes);
      expect(candidateRecall).toBeGreaterThan(0.97);
      expect(precision).toBeGreaterThan(0.97);
      expect(recall).toBeGreaterThan(0.9);
      expect(calibrationError(predictions)).toBeLessThan(0.05);
      for (const slice of reportSlices(outcomes)) {
        expect(slice.precision, slice.slice).toBeGreaterThan(0.9);
      }
    },
    patience,
  );
});
