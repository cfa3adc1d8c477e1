import { describe, expect, test } from 'vitest';
import { doTogether } from './together.ts';

describe('what is done together', () => {
  test('is what came while the batch before was under way, in its order, so many at most', async () => {
    const batches: (readonly number[])[] = [];
    const together = doTogether<number>(async (items) => {
      batches.push(items);
      await Promise.resolve();
    }, 3);
    await Promise.all([1, 2, 3, 4, 5].map((item) => together.add(item)));
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
    await together.add(6);
    expect(batches.at(-1)).toEqual([6]);
  });

  test('is done one by one when it fails, so that only the faulty one does', async () => {
    const done: number[] = [];
    const together = doTogether<number>(async (items) => {
      await Promise.resolve();
      if (items.includes(3)) throw new Error('no three');
      done.push(...items);
    }, 10);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => together.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(done).toEqual([1, 2, 4]);
  });
});
