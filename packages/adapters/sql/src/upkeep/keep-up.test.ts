import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { openPostgres } from '@herkomst/adapter-postgres';
import { createTestDatabase, serverUrl, skipReason } from '@herkomst/adapter-postgres/testing';
import {
  alert,
  assessment,
  createInbox,
  deadLetter,
  head,
  outboxEntry,
  seen,
  shipmentKey,
  writes,
} from '@herkomst/runtime/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SqlDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import { createSqlStores } from '../store/store.ts';
import { createSqlEventStream } from '../stream/event-stream.ts';
import { storeAsAtFirst } from './first-shape.testing.ts';
import { keepUp } from './keep-up.ts';
import { selectMonths } from './months.ts';

const timeout = 120_000;
const forEver = { recordDays: null, streamDays: null };
const dayMs = 86_400_000;

describe('keepUp on PGlite', { timeout }, () => {
  let database: PgliteDatabase;
  beforeAll(async () => {
    database = await openPglite(null);
  }, timeout);
  afterAll(() => database.close(), timeout);
  suite(() => database);
});

describe.skipIf(serverUrl === '')(`keepUp on PostgreSQL${skipReason}`, { timeout }, () => {
  let database: SqlDatabase;
  let end: () => Promise<void>;
  beforeAll(async () => {
    const own = await createTestDatabase();
    const opened = await openPostgres({ url: own.url });
    database = opened;
    end = async () => {
      await opened.close();
      await own.drop();
    };
  }, timeout);
  afterAll(() => end(), timeout);
  suite(() => database);
});

function suite(current: () => SqlDatabase): void {
  let database: SqlDatabase;
  beforeEach(async () => {
    database = current();
    await database.query('drop schema if exists herkomst cascade');
    await migrate(database);
  }, timeout);

  const rows = (table: string) => database.query(`select * from herkomst.${table} order by 1`);
  const count = async (table: string) => (await rows(table)).length;

  /** One shipment with all that belongs to it. */
  const screenOne = (id: string, some: { readonly alertId?: string } = {}) =>
    createSqlStores(database)
      .of('default')
      .screen({ events: [], shipments: [] }, () =>
        writes({
          events: [seen(id)],
          heads: [head(id, { alertId: some.alertId ?? null })],
          assessments: [assessment(id)],
          alerts: some.alertId === undefined ? [] : [alert(some.alertId)],
          outbox: some.alertId === undefined ? [] : [outboxEntry(some.alertId)],
        }),
      );

  describe('months of documents', () => {
    it('are made for those to come, once', async () => {
      const [first] = await selectMonths(database);
      const now = new Date(first!.endsAt.getTime() - dayMs);
      const { monthsAdded } = await keepUp(database, forEver, now);
      expect(monthsAdded.length).toBe(2);
      expect((await keepUp(database, forEver, now)).monthsAdded).toEqual([]);
      const months = await selectMonths(database);
      expect(months.map(({ table }) => table)).toEqual(['documents_before', ...monthsAdded]);
      expect(months.map(({ endsAt }) => endsAt.toISOString())).toEqual(
        [0, 1, 2].map((offset) => laterMonth(first!.endsAt, offset).toISOString()),
      );
    });

    it('are made once when two do it at the same time', async () => {
      const [first] = await selectMonths(database);
      const now = new Date(first!.endsAt.getTime() - dayMs);
      const all = await Promise.all([1, 2, 3].map(() => keepUp(database, forEver, now)));
      expect(all.filter(({ monthsAdded }) => monthsAdded.length === 2).length).toBe(1);
      expect(all.filter(({ monthsAdded }) => monthsAdded.length === 0).length).toBe(2);
    });

    it('take in documents that came before their month did', async () => {
      // A clock some months on: nobody kept the database up meanwhile.
      const [before] = await selectMonths(database);
      const late = new Date(before!.endsAt.getTime() + 70 * dayMs);
      await screenOne('s1');
      await moveDocument('s1', late);
      expect(await count('documents_default')).toBe(1);
      const { monthsAdded } = await keepUp(database, forEver, late);
      expect(monthsAdded.length).toBe(5);
      expect(await count('documents_default')).toBe(0);
      expect(await count(`documents_${late.toISOString().slice(0, 7).replace('-', '_')}`)).toBe(1);
      expect(await createSqlStores(database).of('default').assessments(shipmentKey('s1'))).toEqual([
        assessment('s1'),
      ]);
    });

    /** As if the assessment had been stored at that time. */
    async function moveDocument(shipmentId: string, at: Date): Promise<void> {
      const hex = at.getTime().toString(16).padStart(12, '0');
      const id = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
      for (const [table, condition] of [
        [
          'documents',
          'document_id in (select document_id from herkomst.assessments where shipment_id = $2)',
        ],
        ['assessments', 'shipment_id = $2'],
      ] as const) {
        await database.query(
          `update herkomst.${table} set document_id = $1::text::uuid where ${condition}`,
          [id, shipmentId],
        );
      }
    }
  });

  describe('old records', () => {
    const longAfter = () => new Date(Date.now() + 100 * dayMs);
    const keep = { recordDays: 30, streamDays: null };

    it('are kept for ever when nothing else is said, and while they are young', async () => {
      await screenOne('s1', { alertId: 'a1' });
      expect((await keepUp(database, forEver, longAfter())).dropped).toBeNull();
      const { dropped } = await keepUp(database, keep, new Date());
      expect(dropped).toEqual({
        months: [],
        rows: {
          assessments: 0,
          events: 0,
          heads: 0,
          alerts: 0,
          outbox: 0,
          deliveries: 0,
          dead_letters: 0,
        },
      });
      expect(await createSqlStores(database).of('default').counts()).toMatchObject({
        events: 1,
        assessments: 1,
      });
    });

    it('go when they are old, with their months', async () => {
      const store = createSqlStores(database).of('default');
      await screenOne('s1', { alertId: 'a1' });
      await screenOne('s2');
      await store.screen({ events: [], shipments: [] }, () =>
        writes({
          heads: [head('s1', { version: 2 })],
          superseded: [{ alertId: 'a1', by: 'something' }],
        }),
      );
      await store.markRelayed(['a1'], [], '2026-03-02T08:00:00.000Z');
      await store.recordDelivery('a1', 'log', '2026-03-02T08:00:00.000Z');
      await store.addDeadLetters([deadLetter('d1')]);
      const { dropped } = await keepUp(database, keep, longAfter());
      expect(dropped?.months[0]).toBe('documents_before');
      expect(dropped?.rows).toEqual({
        assessments: 2,
        events: 2,
        heads: 2,
        alerts: 1,
        outbox: 1,
        deliveries: 1,
        dead_letters: 1,
      });
      expect(await store.counts()).toEqual({
        events: 0,
        assessments: 0,
        byVerdict: {},
        alerts: 0,
        standingAlerts: 0,
        deadLetters: 0,
        unrelayed: 0,
        deliveries: 0,
        dueDeliveries: 0,
      });
      for (const table of ['heads', 'documents', 'outbox']) expect(await count(table)).toBe(0);
      // The same shipment starts over, and finds its place.
      await screenOne('s1', { alertId: 'a1' });
      expect(await store.assessments(shipmentKey('s1'))).toEqual([assessment('s1')]);
    });

    it('stay when they are unfinished: a standing alert and its head, an entry to relay', async () => {
      const store = createSqlStores(database).of('default');
      await screenOne('s1', { alertId: 'a1' });
      await store.recordDelivery('a1', 'log', '2026-03-02T08:00:00.000Z');
      await keepUp(database, keep, longAfter());
      expect(await store.counts()).toMatchObject({
        events: 0,
        assessments: 0,
        alerts: 1,
        standingAlerts: 1,
        unrelayed: 1,
        deliveries: 1,
      });
      await store.screen({ events: [], shipments: [shipmentKey('s1')] }, (known) => {
        expect(known.heads).toEqual([head('s1', { alertId: 'a1' })]);
        return writes({});
      });
    });

    it('of a shipment stay with the last of its assessments', async () => {
      await screenOne('s1');
      // Old enough by the day, but its month is not over long enough.
      await database.query(`update herkomst.heads set stored_at = '2000-01-01'`);
      await keepUp(database, keep, new Date());
      expect(await count('heads')).toBe(1);
    });

    it('go in several goes when there are many', async () => {
      const letters = Array.from({ length: 5_001 }, (_, index) => deadLetter(`d${index}`));
      await createSqlStores(database).of('default').addDeadLetters(letters);
      const { dropped } = await keepUp(database, keep, longAfter());
      expect(dropped?.rows['dead_letters']).toBe(5_001);
      expect(await count('dead_letters')).toBe(0);
    });
  });

  describe('records of the stream', () => {
    const keep = { recordDays: null, streamDays: 7 };
    const soon = () => new Date(Date.now() + 10 * dayMs);
    const numbered = (...values: readonly number[]) =>
      values.map((value) => ({ key: 'key', value: String(value) }));

    async function consume(group: string, records: number): Promise<readonly string[]> {
      const inbox = createInbox();
      const stream = createSqlEventStream(database, { pollMs: 10 });
      const subscription = await stream.subscribe('t', group, inbox.handler, { maxBatch: 2 });
      await inbox.first(records);
      await subscription.stop();
      return inbox.records.map(({ value }) => value);
    }

    it('go when every group is past them and they are old', async () => {
      const stream = createSqlEventStream(database);
      await stream.append('t', numbered(0, 1, 2, 3));
      expect((await keepUp(database, keep, soon())).streamRecordsDropped).toBe(0);
      await consume('fast', 4);
      expect((await keepUp(database, keep, new Date())).streamRecordsDropped).toBe(0);
      expect((await keepUp(database, keep, soon())).streamRecordsDropped).toBe(4);
      await stream.append('t', numbered(4, 5));
      expect(await stream.lag('t', 'fast')).toBe(2);
      expect(await stream.lag('t', 'late')).toBe(2);
      expect(await consume('late', 2)).toEqual(['4', '5']);
      expect(await stream.lag('t', 'late')).toBe(0);
      // 'fast' has still to read the last two.
      expect((await keepUp(database, keep, soon())).streamRecordsDropped).toBe(0);
      expect(await consume('fast', 2)).toEqual(['4', '5']);
      expect((await keepUp(database, keep, soon())).streamRecordsDropped).toBe(2);
    });
  });

  it('can begin from each earlier version, with what was stored then', async () => {
    for (let version = 1; version < migrations.length; version += 1) {
      await database.query('drop schema if exists herkomst cascade');
      await migrate(database, migrations.slice(0, version));
      await storeAsAtFirst(database, assessment('early'), alert('a1'));
      await createSqlEventStream(database).append('t', [{ key: 'key', value: 'early' }]);
      expect(await migrate(database)).toEqual({ from: version, to: migrations.length });
      await screenOne('late');
      await keepUp(database, forEver, new Date());
      const store = createSqlStores(database).of('default');
      for (const id of ['early', 'late']) {
        expect(await store.assessments(shipmentKey(id))).toEqual([assessment(id)]);
      }
      expect((await store.alerts({ limit: 9 })).rows).toEqual([alert('a1')]);
      expect(await createSqlEventStream(database).lag('t', 'g')).toBe(1);
    }
  });
}

function laterMonth(at: Date, months: number): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months));
}
