import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCheckpoints } from './checkpoints.ts';

const timeout = 120_000;

describe('checkpoints', { timeout }, () => {
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

  it('come once enough was written, and not before', async () => {
    const beforeWork = createCheckpoints(pglite, { everyBytes: 1_000_000, everyCalls: 1 });
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

  it('are thought of only now and then', async () => {
    const beforeWork = createCheckpoints(pglite, { everyBytes: 1, everyCalls: 5 });
    await beforeWork();
    await write(10_000);
    const first = await redoPoint();
    for (let call = 2; call <= 5; call += 1) await beforeWork();
    expect(await redoPoint()).toBe(first);
    await beforeWork();
    expect(await redoPoint()).not.toBe(first);
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
