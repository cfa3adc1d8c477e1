import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestOf, migrate, type Migration } from './migrate.ts';
import { migrations } from './migrations/index.ts';

const timeout = 120_000;

describe('migrate', { timeout }, () => {
  let database: PgliteDatabase;
  beforeAll(async () => {
    database = await openPglite(null);
  }, timeout);
  beforeEach(() => database.query('drop schema if exists herkomst cascade'), timeout);
  afterAll(() => database.close(), timeout);

  const last = migrations.length;
  const table = (number: number): Migration => ({
    number,
    name: `table ${number}`,
    statements: [`create table herkomst.t${number} (id int)`],
  });

  it('brings an empty database to the last version, and then has nothing to do', async () => {
    expect(await migrate(database)).toEqual({ from: 0, to: last });
    expect(await migrate(database)).toEqual({ from: last, to: last });
    const applied = await database.query('select number, name from herkomst.migrations order by 1');
    expect(applied).toEqual(migrations.map(({ number, name }) => ({ number, name })));
  });

  it('applies each once when several start at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => migrate(database)));
    expect(all.map(({ from }) => from).toSorted((a, b) => a - b)).toEqual([0, last, last, last]);
  });

  it('goes on from where an earlier release stopped', async () => {
    await migrate(database, [table(1)]);
    await database.query('insert into herkomst.t1 values (7)');
    expect(await migrate(database, [table(1), table(2), table(3)])).toEqual({ from: 1, to: 3 });
    expect(await database.query('select id from herkomst.t1')).toEqual([{ id: 7 }]);
    expect(await database.query('select id from herkomst.t3')).toEqual([]);
  });

  it('applies all or none', async () => {
    await migrate(database, [table(1)]);
    const faulty = { number: 3, name: 'faulty', statements: ['create table herkomst.t1 (id int)'] };
    await expect(migrate(database, [table(1), table(2), faulty])).rejects.toMatchObject({
      code: '42P07',
    });
    expect(await migrate(database, [table(1), table(2)])).toEqual({ from: 1, to: 2 });
  });

  it('refuses a database of a newer release', async () => {
    await migrate(database, [table(1), table(2)]);
    await expect(migrate(database, [table(1)])).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('refuses a database whose migrations were others', async () => {
    await migrate(database, [
      { ...table(1), statements: ['create table herkomst.other (id int)'] },
    ]);
    await expect(migrate(database, [table(1), table(2)])).rejects.toMatchObject({
      code: 'migration-changed',
    });
    expect(await database.query(`select to_regclass('herkomst.t2')::text as t2`)).toEqual([
      { t2: null },
    ]);
  });
});

describe('released migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('never change: databases out there were made by them', () => {
    expect(migrations.map(digestOf)).toEqual([
      '53f7f5d360aa2447829a3d684f219e44051d629ba74aa9ac07f6c902426072ed',
      '6cf5005ab71c596d43d4bddcf9463aa9cb8b9216a1b61497bb6c7b2d8ffa225a',
      'e3a4c6aff6d959885f280683b12d0904b4ea9f6773f850464542bca06cec25a3',
      '413093882cecc7b17e81118acb80f31c2cb27fea2a9d143b3818cd462fa01ae6',
      '074b6c2f4d72ae47abf0165fce2b3081734f98c55ed7ea513b370904ce803057',
      '0ecc36b150337d2944627e4148ffdf3f3a2f3c7de8ac6f593c77cf341498fac5',
      '582138c68ff43b1b01eb74de5cc7ae5e054d5f41eaf23fc538a357bc4d448ec2',
      '4cecbb270c42514c7a2c038bf33e62f1700bc599c85b0964b2f694431b35d160',
    ]);
  });
});
