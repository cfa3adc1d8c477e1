import { performance } from 'node:perf_hooks';
import type { PgPool } from 'bullmq';
import { expect, it } from 'vitest';
import { unhurried } from './unhurried.ts';

function poolOf(query: () => Promise<{ rows: never[] }>): PgPool {
  return { query, options: { keepAlive: true } } as unknown as PgPool;
}

it('holds an error back, so that who asks again at once does not spin', async () => {
  const started = performance.now();
  const pool = unhurried(poolOf(() => Promise.reject(new Error('the disk is full'))));
  await expect(pool.query('SELECT 1')).rejects.toThrow('the disk is full');
  expect(performance.now() - started).toBeGreaterThan(400);
});

it('leaves answers as they are', async () => {
  const pool = unhurried(poolOf(async () => ({ rows: [] })));
  expect(await pool.query('SELECT 1')).toEqual({ rows: [] });
  expect(pool).toMatchObject({ options: { keepAlive: true } });
});
