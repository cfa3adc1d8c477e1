import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpkeep } from './upkeep.ts';

const timeout = 120_000;

describe('upkeep', { timeout }, () => {
  let pglite: PGlite;
  beforeAll(async () => {
    pglite = await PGlite.create();
    await pglite.query('create table written (text text)');
  }, timeout);
  afterAll(() => pglite.close(), timeout);

  const redoPoint = async () => {
    const { rows } = await pglite.query<{ point: string }>(
      'select redo_lsn::text as point from pg_control_checkpoint()',
    );
    return rows[0]?.point;
  };
  const write = (bytes: number) => pglite.query('insert into written values ($1)', [noise(bytes)]);

  it('checkpoints once enough was written, and not before', async () => {
    const beforeWork = createUpkeep(pglite, { everyBytes: 1_000_000, everyCalls: 1 });
    await beforeWork();
    const first = await redoPoint();
    await write(300_000);
    await beforeWork();
    expect(await redoPoint()).toBe(first);
    await write(900_000);
    await beforeWork();
    const second = await redoPoint();
    expect(second).not.toBe(first);
    await beforeWork();
    expect(await redoPoint()).toBe(second);
  });

  it('is thought of only now and then', async () => {
    const beforeWork = createUpkeep(pglite, { everyBytes: 1, everyCalls: 5 });
    await beforeWork();
    await write(10_000);
    const first = await redoPoint();
    for (let call = 2; call <= 5; call += 1) await beforeWork();
    expect(await redoPoint()).toBe(first);
    await beforeWork();
    expect(await redoPoint()).not.toBe(first);
  });

  it('clears dead rows away and counts rows anew, where there are enough', async () => {
    const beforeWork = createUpkeep(pglite, { everyBytes: 1, everyCalls: 1 });
    await beforeWork();
    await pglite.exec(`
      create table churned as select generate_series(1, 1000) as id;
      create table steady as select generate_series(1, 1000) as id;
      delete from churned where id > 400;
      delete from steady where id > 990;
    `);
    await beforeWork();
    const { rows } = await pglite.query(
      `select relname, vacuum_count::int as vacuums, analyze_count::int as analyses
      from pg_stat_user_tables where relname in ('churned', 'steady') order by 1`,
    );
    expect(rows).toEqual([
      { relname: 'churned', vacuums: 1, analyses: 1 },
      { relname: 'steady', vacuums: 0, analyses: 1 },
    ]);
  });

  it('lets rows that were deleted make room for others', async () => {
    const beforeWork = createUpkeep(pglite, { everyBytes: 100_000, everyCalls: 1 });
    const size = async () => {
      const { rows } = await pglite.query<{ size: number }>(
        `select pg_relation_size('reused')::int as size`,
      );
      return rows[0]?.size ?? 0;
    };
    await pglite.query('create table reused (text text)');
    let first = 0;
    for (let round = 0; round < 20; round += 1) {
      await beforeWork();
      await pglite.query(
        `insert into reused select repeat('x', 1000) from generate_series(1, 500)`,
      );
      first ||= await size();
      await pglite.query('delete from reused');
    }
    expect(await size()).toBeLessThan(first * 4);
  });
});

/** Text that does not compress, the same in each run. */
function noise(length: number): string {
  let state = 1;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    text += (state >>> 8).toString(36);
  }
  return text.slice(0, length);
}
