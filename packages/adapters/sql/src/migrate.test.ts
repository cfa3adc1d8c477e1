import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { noWrites, seen, shipmentKey } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSqlKeyStore } from './keys/key-store.ts';
import { digestOf, migrate, type Migration } from './migrate.ts';
import { tenants } from './migrations/0009-tenants.ts';
import { migrations } from './migrations/index.ts';
import { eventDigest, shipmentDigest } from './store/keys.ts';
import { createSqlStores } from './store/store.ts';

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

describe('a store of any earlier release', { timeout }, () => {
  let database: PgliteDatabase;
  beforeAll(async () => {
    database = await openPglite(null);
  }, timeout);
  beforeEach(() => database.query('drop schema if exists herkomst cascade'), timeout);
  afterAll(() => database.close(), timeout);

  /** As the first release wrote them; what came later has defaults. */
  const rows = [
    `insert into herkomst.events (key, source, id, digest)
      values (decode('${eventDigest(seen('e1'))}', 'hex'), 'urn:sender', 'e1', 'd')`,
    `insert into herkomst.heads (key, source, shipment_id, declaration_kind, version, digest,
        assessment_hash)
      values (decode('${shipmentDigest(shipmentKey('s1'))}', 'hex'), 'urn:sender', 's1', 'import',
        1, 'd', 'h')`,
    `insert into herkomst.assessments (shipment_key, version, document_id, source, shipment_id,
        declaration_kind, event_id, assessment_hash, verdict, score, current, assessed_at)
      values (decode('${shipmentDigest(shipmentKey('s1'))}', 'hex'), 1,
        '019a0000-0000-7000-8000-000000000000', 'urn:sender', 's1', 'import', 'e1', 'h', 'alert',
        0.9, true, '2026-03-02T08:00:00.000Z')`,
    `insert into herkomst.documents (document_id, assessment, shipment)
      values ('019a0000-0000-7000-8000-000000000000', '{}', '{}')`,
    `insert into herkomst.alerts (alert_id, source, shipment_id, declaration_kind, version,
        severity, score, raised_at, document)
      values ('a1', 'urn:sender', 's1', 'import', 1, 'high', 0.9, '2026-03-02T08:00:00.000Z', '{}')`,
    `insert into herkomst.outbox (outbox_id, type, document) values ('a1', 't', '{}')`,
    `insert into herkomst.dead_letters (dead_letter_id, origin, code, reason, original, received_at)
      values ('d1', 'o', 'c', 'r', '', '2026-03-02T08:00:00.000Z')`,
  ];
  const key = `insert into herkomst.api_keys (key_id, name, kind, roles, digest, created_at)
    values ('0123456789abcdef', 'Ann', 'person', '["admin"]', 'd', '2026-03-02T08:00:00.000Z')`;

  const before = tenants.number - 1;
  it.each(Array.from({ length: before }, (_, index) => index + 1))(
    'becomes the default tenant’s: migration %i and what followed',
    async (version) => {
      await migrate(database, migrations.slice(0, version));
      for (const row of version < 6 ? rows : [...rows, key]) await database.query(row);
      await migrate(database);
      const store = createSqlStores(database).of('default');
      expect(await store.counts()).toMatchObject({
        events: 1,
        assessments: 1,
        alerts: 1,
        deadLetters: 1,
        unrelayed: 1,
      });
      expect(await store.assessments(shipmentKey('s1'))).toHaveLength(1);
      const again = { events: [seen('e1')], shipments: [shipmentKey('s1')] };
      await store.screen(again, ({ events, heads }) => {
        expect([events.length, heads.length]).toEqual([1, 1]);
        return noWrites;
      });
      expect(await createSqlStores(database).of('other').counts()).toMatchObject({
        events: 0,
        alerts: 0,
        unrelayed: 0,
      });
      // Whoever was admin of all there was stays so.
      const keys = await createSqlKeyStore(database).keys('default');
      expect(keys.map(({ operator }) => operator)).toEqual(version < 6 ? [] : [true]);
    },
  );
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
      'bd2eb4034bdf5ff7cfea58891d215d8f684b12b3a874bbe3f6942cc0df64fd03',
      'a0cbe8b9396be0cb353e0805eea4d636dd98f6afb27765c8e99e220d26237217',
      'd4caeea17bc889ec9a29846e83629a4af3b0bb43e48b8b37038509497dea9707',
    ]);
  });
});
