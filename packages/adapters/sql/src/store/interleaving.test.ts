/** What happens when two transactions of screening meet, which takes a server with connections. */
import { openPostgres, type PostgresDatabase } from '@herkomst/adapter-postgres';
import {
  createTestDatabase,
  serverUrl,
  skipReason,
  type TestDatabase,
} from '@herkomst/adapter-postgres/testing';
import type { ScreeningWrites } from '@herkomst/runtime';
import { alert, assessment, head, seen, shipmentKey, writes } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SqlDatabase } from '../database.ts';
import { emptied } from '../emptied.testing.ts';
import { appendRecords, readRecords } from '../stream/records.ts';
import { topicId } from '../stream/topics.ts';
import { createSqlStores } from './store.ts';

const timeout = 120_000;
const conflict = { code: 'screening-conflict' };

describe.skipIf(serverUrl === '')(`Transactions that meet${skipReason}`, { timeout }, () => {
  let own: TestDatabase;
  let database: PostgresDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
    database = await openPostgres({ url: own.url });
  }, timeout);
  beforeEach(async () => {
    await emptied(database);
  }, timeout);
  afterAll(async () => {
    await database.close();
    await own.drop();
  }, timeout);

  const keys = { events: [seen('e1')], shipments: [shipmentKey('s1')] };

  /** Screens, and lets something else happen after reading and before the first write. */
  function screenAround(
    meanwhile: () => Promise<unknown>,
    decided: ScreeningWrites,
  ): Promise<ScreeningWrites> {
    let happened = false;
    const around: SqlDatabase = {
      ...database,
      transaction: (work, opening) =>
        database.transaction(
          (session) =>
            work({
              async query(text, parameters) {
                if (!happened && /^\s*(insert|with change|update)/.test(text)) {
                  happened = true;
                  await meanwhile();
                }
                return session.query(text, parameters);
              },
            }),
          opening,
        ),
    };
    return createSqlStores(around)
      .of('default')
      .screen(keys, () => decided);
  }
  const screen = (decided: ScreeningWrites) =>
    createSqlStores(database)
      .of('default')
      .screen(keys, () => decided);

  it('the second to add an event is refused', async () => {
    const both = writes({ events: [seen('e1')] });
    await expect(screenAround(() => screen(both), both)).rejects.toMatchObject(conflict);
    expect((await createSqlStores(database).of('default').counts()).events).toBe(1);
  });

  it('the second to add a head is refused, and with it all it wrote', async () => {
    const first = writes({ heads: [head('s1', { digest: 'first' })] });
    const second = writes({ events: [seen('e1')], heads: [head('s1', { digest: 'second' })] });
    await expect(screenAround(() => screen(first), second)).rejects.toMatchObject(conflict);
    await createSqlStores(database)
      .of('default')
      .screen(keys, (known) => {
        expect(known).toEqual({ events: [], heads: first.heads });
        return writes({});
      });
  });

  it('who read a head that changed since is refused', async () => {
    await screen(writes({ heads: [head('s1')] }));
    const first = writes({ heads: [head('s1', { version: 2, digest: 'first' })] });
    const second = writes({ heads: [head('s1', { version: 2, digest: 'second' })] });
    await expect(screenAround(() => screen(first), second)).rejects.toMatchObject(conflict);
    await createSqlStores(database)
      .of('default')
      .screen(keys, (known) => {
        expect(known.heads).toEqual(first.heads);
        return writes({});
      });
  });

  it('who waits for a change of the same head that is not yet committed is refused too', async () => {
    await screen(writes({ heads: [head('s1')] }));
    const gate = Promise.withResolvers<void>();
    const changed = Promise.withResolvers<void>();
    const changing = database.transaction(async (session) => {
      await session.query(`update herkomst.heads set version = 2, digest = 'first'`);
      changed.resolve();
      await gate.promise;
    });
    await changed.promise;
    const waiting = screen(writes({ heads: [head('s1', { version: 2, digest: 'second' })] }));
    await untilSomebodyWaits();
    gate.resolve();
    await changing;
    await expect(waiting).rejects.toMatchObject(conflict);
  });

  it('other shipments, and what is read only, get in nobody’s way', async () => {
    await screen(writes({ heads: [head('s1')] }));
    const other = writes({ events: [seen('e2')], heads: [head('s2')], alerts: [alert('a2')] });
    const own = writes({ events: [seen('e1')], assessments: [assessment('s1', { version: 2 })] });
    await screenAround(() => screen(other), own);
    expect(await createSqlStores(database).of('default').counts()).toMatchObject({
      events: 2,
      assessments: 1,
    });
  });

  it('transactions that wait for each other end with one refused', async () => {
    await screen(writes({ heads: [head('s1'), head('s2')] }));
    const change = (id: string) => writes({ heads: [head(id, { version: 2 })] });
    const gate = Promise.withResolvers<void>();
    const changed = Promise.withResolvers<void>();
    const one = database.transaction(async (session) => {
      await session.query(`update herkomst.heads set version = 2 where shipment_id = 's2'`);
      changed.resolve();
      await gate.promise;
      await session.query(`update herkomst.heads set version = 2 where shipment_id = 's1'`);
    });
    await changed.promise;
    const both = { heads: [...change('s1').heads, ...change('s2').heads] };
    const other = createSqlStores(database)
      .of('default')
      .screen({ events: [], shipments: [shipmentKey('s1'), shipmentKey('s2')] }, () =>
        writes(both),
      );
    await untilSomebodyWaits();
    gate.resolve();
    const [oneEnd, otherEnd] = await Promise.allSettled([one, other]);
    // Whichever PostgreSQL chose; the store's says so in its own words.
    if (otherEnd.status === 'rejected') expect(otherEnd.reason).toMatchObject(conflict);
    else expect(oneEnd).toMatchObject({ status: 'rejected', reason: { code: '40P01' } });
  });

  it('an append waits for one before it that is not committed, and no record is passed over', async () => {
    const topic = await topicId(database, 't');
    const event = (value: string) => [{ key: 'key', value }];
    const gate = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const first = database.transaction(async (session) => {
      await appendRecords(session, topic, event('first'));
      written.resolve();
      await gate.promise;
    });
    await written.promise;
    const second = appendRecords(database, topic, event('second'));
    await untilSomebodyWaits();
    expect(await readRecords(database, topic, '0', 10)).toEqual([]);
    gate.resolve();
    await Promise.all([first, second]);
    const records = await readRecords(database, topic, '0', 10);
    expect(records.map(({ position, value }) => [position, value])).toEqual([
      ['1', 'first'],
      ['2', 'second'],
    ]);
  });

  async function untilSomebodyWaits(): Promise<void> {
    const waiting = `select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await own.run(waiting)).length === 0);
  }
});
