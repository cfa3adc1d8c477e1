/** What the contract can not ask of every engine: failures of the database, and shared groups. */
import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { createInbox, oddTexts } from '@herkomst/runtime/testing';
import type { Subscription } from '@herkomst/runtime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SqlDatabase, SqlLock } from '../database.ts';
import { emptied } from '../emptied.testing.ts';
import { migrate } from '../migrate.ts';
import { mortal } from '../mortal.testing.ts';
import { createSqlEventStream } from './event-stream.ts';

const timeout = 120_000;
const brisk = { pollMs: 10, retryMs: 1, maxRetryMs: 10 };
const values = (records: readonly { readonly value: string }[]) =>
  records.map(({ value }) => value);
const events = (...texts: readonly string[]) => texts.map((value) => ({ key: 'key', value }));

describe('the SQL event stream', { timeout }, () => {
  let database: PgliteDatabase;
  let subscriptions: Subscription[];
  beforeAll(async () => {
    database = await openPglite(null);
  }, timeout);
  beforeEach(async () => {
    subscriptions = [];
    await emptied(database);
  }, timeout);
  afterEach(async () => {
    await Promise.all(subscriptions.map((subscription) => subscription.stop()));
  }, timeout);
  afterAll(() => database.close(), timeout);

  const open = (over: SqlDatabase = database) => createSqlEventStream(over, brisk);

  async function consume(over = database as SqlDatabase, maxBatch = 10) {
    const inbox = createInbox();
    const { handler, onError } = inbox;
    const subscription = await open(over).subscribe('t', 'g', handler, { maxBatch, onError });
    subscriptions.push(subscription);
    return { inbox, subscription };
  }

  it('appends none when one can not be appended', async () => {
    const stream = open();
    await stream.append('t', events('0', '1'));
    // Something that stands where the third of the next would.
    await database.query(
      `insert into herkomst.stream_records (topic_id, position, key, value)
      select topic_id, 5, 'in', 'the way' from herkomst.stream_records limit 1`,
    );
    await expect(stream.append('t', events('2', '3', '4', '5'))).rejects.toMatchObject({
      code: '23505',
    });
    await database.query('delete from herkomst.stream_records where position = 5');
    await stream.append('t', events('6'));
    const { inbox } = await consume();
    expect(values(await inbox.first(3))).toEqual(['0', '1', '6']);
    expect((await inbox.first(3)).map(({ position }) => position)).toEqual(['1', '2', '3']);
  });

  it('rejects rather than loses events when its topic is gone', async () => {
    const stream = open();
    await stream.append('t', events('0'));
    await database.query('drop schema herkomst cascade');
    await migrate(database);
    await expect(stream.append('t', events('1', '2'))).rejects.toThrow('0 of 2 records');
  });

  it('takes any text as the name of a topic or group', async () => {
    const stream = open();
    const names = [...oddTexts, '', 'lone \ud800'];
    for (const [index, name] of names.entries()) {
      await stream.append(name, events(...names.slice(0, index + 1)));
    }
    for (const [index, name] of names.entries()) {
      expect(await stream.lag(name, name)).toBe(index + 1);
      const inbox = createInbox();
      subscriptions.push(await stream.subscribe(name, name, inbox.handler, { maxBatch: 100 }));
      expect(values(await inbox.first(index + 1))).toEqual(names.slice(0, index + 1));
    }
  });

  it('gives a group to one consumer at a time, and to the next when that one stops', async () => {
    const first = await consume();
    const second = await consume();
    await open().append('t', events('0', '1'));
    await Promise.race([first.inbox.first(2), second.inbox.first(2)]);
    const [leader, follower] = first.inbox.records.length > 0 ? [first, second] : [second, first];
    const release = leader.inbox.holdNext();
    await open().append('t', events('2', '3'));
    await leader.inbox.held();
    const stopping = leader.subscription.stop();
    expect(follower.inbox.calls).toBe(0);
    release();
    await stopping;
    await open().append('t', events('4'));
    await follower.inbox.first(1);
    expect(values([...leader.inbox.records, ...follower.inbox.records])).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('moves nothing when another moved the group meanwhile, and takes up from there', async () => {
    await open().append('t', events('0', '1', '2', '3'));
    const { inbox } = await consume(database, 2);
    await inbox.first(4);
    const release = inbox.holdNext();
    await open().append('t', events('4', '5', '6', '7'));
    await inbox.held();
    await database.query('update herkomst.stream_groups set position = 7');
    release();
    await inbox.first(7);
    expect(values(inbox.records)).toEqual(['0', '1', '2', '3', '4', '5', '7']);
    expect(inbox.errors.map(String)).toEqual([expect.stringContaining('another consumer')]);
    await expect.poll(() => open().lag('t', 'g'), { timeout }).toBe(0);
  });

  it('lets go of its turn when its lock is lost, and asks for it again', async () => {
    const losses: AbortController[] = [];
    const losing: SqlDatabase = {
      ...database,
      async tryLock(name): Promise<SqlLock | null> {
        const lock = await database.tryLock(name);
        if (lock === null) return null;
        const loss = new AbortController();
        losses.push(loss);
        return { ...lock, lost: loss.signal };
      },
    };
    const { inbox } = await consume(losing);
    await open(losing).append('t', events('0'));
    await inbox.first(1);
    losses[0]?.abort();
    await expect.poll(() => losses.length, { timeout }).toBe(2);
    await open(losing).append('t', events('1'));
    expect(values(await inbox.first(2))).toEqual(['0', '1']);
    expect(inbox.errors).toEqual([]);
  });

  it('tells of each failure of the database and goes on when it is back', async () => {
    let down = false;
    const shaky: SqlDatabase = {
      ...database,
      async query(text, parameters) {
        if (down) throw new Error('the database is down');
        return database.query(text, parameters);
      },
    };
    const { inbox } = await consume(shaky);
    await open().append('t', events('0'));
    await inbox.first(1);
    down = true;
    await expect.poll(() => inbox.errors.length, { timeout }).toBeGreaterThan(3);
    down = false;
    await open().append('t', events('1'));
    await expect.poll(() => values(inbox.records), { timeout }).toContain('1');
    expect([...new Set(inbox.errors.map(String))]).toEqual(['Error: the database is down']);
  });

  it('can be stopped while the database is gone', async () => {
    const gone = mortal(database);
    const { inbox, subscription } = await consume(gone);
    gone.die();
    await expect.poll(() => inbox.errors.length, { timeout }).toBeGreaterThan(0);
    await subscription.stop();
    expect(inbox.calls).toBe(0);
  });
});
