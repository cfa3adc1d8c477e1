import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPglitePool, type PglitePool } from './pool.ts';

let pglite: PGlite;
let pool: PglitePool;

beforeAll(async () => {
  pglite = await PGlite.create();
}, 60_000);
beforeEach(async () => {
  pool = createPglitePool(pglite, { schema: 'aside' });
  await pglite.exec(`
    DROP SCHEMA IF EXISTS aside CASCADE;
    CREATE SCHEMA aside;
    CREATE TABLE aside.thing (name text);
  `);
});
afterAll(() => pglite.close());

async function names(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM thing ORDER BY name');
  return rows.map((row) => row.name);
}

describe('a pool over PGlite', () => {
  it('looks names up in its schema, and leaves the session of others as it was', async () => {
    await pool.query('INSERT INTO thing VALUES ($1)', ['a']);
    expect(await names()).toEqual(['a']);
    await expect(pglite.query('SELECT * FROM thing')).rejects.toThrow('does not exist');
    await expect(pool.query('SELECT * FROM nothing')).rejects.toThrow('does not exist');
    await expect(pglite.query('SELECT * FROM thing')).rejects.toThrow('does not exist');
  });

  it('takes several statements in one text without parameters, and all or none', async () => {
    const { rows } = await pool.query(`
      INSERT INTO thing VALUES ('a'); -- one
      INSERT INTO thing VALUES ('b');
      SELECT count(*)::int AS count FROM thing;
    `);
    expect(rows).toEqual([{ count: 2 }]);
    await expect(pool.query(`INSERT INTO thing VALUES ('c'); SELECT 1/0;`)).rejects.toThrow('zero');
    expect(await names()).toEqual(['a', 'b']);
  });

  it('gives values as pg does', async () => {
    const { rows } = await pool.query(
      `SELECT 9007199254740993::bigint AS big, 7::int AS small, '{"a":[1]}'::jsonb AS json,
        '2026-03-02T08:00:00Z'::timestamptz AS time, '\\xff00'::bytea AS bytes,
        ARRAY['a','b'] AS texts, NULL AS nothing, true AS yes, 1.50::numeric AS exact
       WHERE $1`,
      [true],
    );
    expect(rows).toEqual([
      {
        big: '9007199254740993',
        small: 7,
        json: { a: [1] },
        time: new Date('2026-03-02T08:00:00Z'),
        bytes: Buffer.from([255, 0]),
        texts: ['a', 'b'],
        nothing: null,
        yes: true,
        exact: '1.50',
      },
    ]);
  });

  it('takes values as pg does', async () => {
    const odd = ['a"b', String.raw`c\d`, '{e,f}', '', 'NULL'];
    const { rows } = await pool.query(
      `SELECT $1::jsonb AS object, $2::jsonb AS text, $3::text[] AS texts, $4::bytea AS bytes,
        $5::timestamptz AS time, $6::bigint AS big, $7::boolean AS no, $8::text AS nothing,
        $9::int[] AS numbers`,
      [
        { a: 1 },
        '{"b":2}',
        [...odd, null],
        Uint8Array.of(0, 255),
        new Date('2026-03-02T08:00:00Z'),
        9_007_199_254_740_993n,
        false,
        undefined,
        [
          [1, 2],
          [3, 4],
        ],
      ],
    );
    expect(rows).toEqual([
      {
        object: { a: 1 },
        text: { b: 2 },
        texts: [...odd, null],
        bytes: Buffer.from([0, 255]),
        time: new Date('2026-03-02T08:00:00Z'),
        big: '9007199254740993',
        no: false,
        nothing: null,
        numbers: [
          [1, 2],
          [3, 4],
        ],
      },
    ]);
  });

  it('counts the rows', async () => {
    const inserted = await pool.query(`INSERT INTO thing VALUES ('a'), ('b')`);
    expect(inserted.rowCount).toBe(2);
    expect((await pool.query('SELECT * FROM thing')).rowCount).toBe(2);
    expect((await pool.query('DELETE FROM thing WHERE name = $1', ['z'])).rowCount).toBe(0);
  });

  it('says by its code that the database is closed', async () => {
    const other = await PGlite.create();
    const its = createPglitePool(other);
    await other.close();
    await expect(its.query('SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }, 60_000);
});

describe('a client of it', () => {
  it('holds the connection from BEGIN to COMMIT; all others wait', async () => {
    const client = await pool.connect();
    const other = await pool.connect();
    const order: string[] = [];
    await client.query('BEGIN');
    await client.query(`INSERT INTO thing VALUES ('mine')`);
    const waiting = [
      pool.query(`INSERT INTO thing VALUES ('pool')`).then(() => order.push('pool')),
      other
        .query('BEGIN')
        .then(() => other.query(`INSERT INTO thing VALUES ('other')`))
        .then(() => other.query('ROLLBACK'))
        .then(() => order.push('other')),
      pglite
        .transaction((store) => store.query('SELECT name FROM aside.thing'))
        .then(({ rows }) => order.push(`store sees ${JSON.stringify(rows)}`)),
    ];
    await client.query('SELECT pg_sleep(0.02)');
    expect(order).toEqual([]);
    await client.query('COMMIT');
    order.push('mine');
    await Promise.all(waiting);
    expect(order[0]).toBe('mine');
    expect(order.find((entry) => entry.startsWith('store'))).toContain('mine');
    expect(await names()).toEqual(['mine', 'pool']);
  });

  it('undoes its own only', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(`INSERT INTO thing VALUES ('mine')`);
    const theirs = pglite.transaction(async (store) => {
      await store.query(`INSERT INTO aside.thing VALUES ('theirs')`);
    });
    await client.query('ROLLBACK');
    await theirs;
    expect(await names()).toEqual(['theirs']);
  });

  it('can roll back after a statement failed, and go on', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(`INSERT INTO thing VALUES ('a')`);
    await expect(client.query('SELECT 1/0')).rejects.toThrow('zero');
    await expect(client.query('SELECT 1')).rejects.toThrow('aborted');
    await client.query('ROLLBACK');
    await client.query(`INSERT INTO thing VALUES ('b')`);
    expect(await names()).toEqual(['b']);
  });

  it('learns that its COMMIT did not commit', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await expect(client.query('SELECT 1/0')).rejects.toThrow('zero');
    await expect(client.query('COMMIT')).rejects.toThrow('rolled back');
    expect(await names()).toEqual([]);
  });

  it('rolls back what it left open when it is released', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(`INSERT INTO thing VALUES ('a')`);
    client.release();
    expect(await names()).toEqual([]);
  });

  it('refuses other control of transactions, which would reach into those of others', async () => {
    const client = await pool.connect();
    for (const text of [
      'START TRANSACTION',
      'BEGIN ISOLATION LEVEL SERIALIZABLE',
      'END',
      'ABORT',
    ]) {
      await expect(client.query(text)).rejects.toThrow('only plain BEGIN');
      await expect(pool.query(text)).rejects.toThrow('only plain BEGIN');
    }
    await client.query('BEGIN');
    await expect(client.query('BEGIN')).rejects.toThrow('already');
    await client.query('SAVEPOINT here');
    await client.query(`INSERT INTO thing VALUES ('a')`);
    await client.query('ROLLBACK TO here');
    await client.query('COMMIT');
    expect(await names()).toEqual([]);
  });

  it('hears what it listens to, once the sender has committed', async () => {
    const [client, sender] = [await pool.connect(), await pool.connect()];
    const heard: unknown[] = [];
    client.on('notification', (message) => heard.push(message));
    await client.query('-- a comment first\nLISTEN news;');
    await sender.query('BEGIN');
    await sender.query(`SELECT pg_notify('news', 'first')`);
    expect(heard).toEqual([]);
    await sender.query('COMMIT');
    expect(heard).toEqual([{ channel: 'news', payload: 'first', processId: 0 }]);
    client.release();
    await pool.query(`SELECT pg_notify('news', $1)`, ['second']);
    expect(heard.length).toBe(1);
  });
});
