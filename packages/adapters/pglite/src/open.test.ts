import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPglite, type PgliteDatabase } from './open.ts';
import { postgresVersion } from './version.ts';

const timeout = 120_000;
const child = join(import.meta.dirname, 'writing.testing.ts');

describe('openPglite', { timeout }, () => {
  let scratch: string;
  let made: string;
  let directory: string;
  let opened: PgliteDatabase[];
  let writers: ChildProcess[];

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'herkomst-pglite-'));
    // Making data takes seconds; all but one test start from a copy.
    made = join(scratch, 'made');
    await (await openPglite(made)).close();
  }, timeout);
  beforeEach(async () => {
    opened = [];
    writers = [];
    directory = await mkdtemp(join(scratch, 'test-'));
    await cp(made, directory, { recursive: true });
  }, timeout);
  afterEach(async () => {
    for (const writer of writers) await kill(writer);
    for (const database of opened) await database.close();
  }, timeout);
  afterAll(() => rm(scratch, { recursive: true }), timeout);

  async function open(path: string | null = directory): Promise<PgliteDatabase> {
    const database = await openPglite(path);
    opened.push(database);
    return database;
  }

  /** A process that writes to the directory, and the last number it said it had committed. */
  async function startWriter(until: number): Promise<{ writer: ChildProcess; last: number }> {
    const writer = spawn(process.execPath, [child, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    writers.push(writer);
    for await (const line of createInterface({ input: writer.stdout })) {
      if (Number(line) >= until) return { writer, last: Number(line) };
    }
    throw new Error('the writing process ended early');
  }

  it('gives rows, keeps what is committed and rolls back what is not', async () => {
    const database = await open();
    await database.query('create table t (text text, number float8, bytes bytea, yes boolean)');
    const boom = new Error('boom');
    const refused = database.transaction(async (session) => {
      await session.query(`insert into t values ('lost')`);
      throw boom;
    });
    await expect(refused).rejects.toBe(boom);
    const kept = await database.transaction((session) =>
      session.query(
        `insert into t values ($1, $2::text::float8, $3::text::bytea, $4::text::boolean)
        returning *`,
        ['kept', '0.1', String.raw`\x00ff`, null],
      ),
    );
    const expected = [{ text: 'kept', number: 0.1, bytes: Uint8Array.of(0, 255), yes: null }];
    expect(kept).toEqual(expected);
    await database.close();
    expect(await (await open()).query('select * from t')).toEqual(expected);
  });

  it('rejects with the SQLSTATE, inside a transaction and out', async () => {
    const database = await open();
    await database.query('create table t (id int primary key)');
    await database.query('insert into t values (1)');
    const again = 'insert into t values (1)';
    await expect(database.query(again)).rejects.toMatchObject({ code: '23505' });
    await expect(database.transaction((session) => session.query(again))).rejects.toMatchObject({
      code: '23505',
    });
    expect(await database.query('select * from t')).toEqual([{ id: 1 }]);
  });

  it('keeps parameters out of its errors', async () => {
    const database = await open();
    const fail = ['select $1::text::int', ['a trade secret']] as const;
    for (const failing of [
      database.query(...fail),
      database.transaction((session) => session.query(...fail)),
    ]) {
      const error: unknown = await failing.catch((error: unknown) => error);
      expect(error).toMatchObject({ code: '22P02' });
      expect(error).not.toHaveProperty('params');
    }
  });

  it('keeps statements from outside out of a transaction', async () => {
    const database = await open();
    await database.query('create table t (id int)');
    const { promise: gate, resolve: release } = Promise.withResolvers<void>();
    const inside = database.transaction(async (session) => {
      await session.query('insert into t values (1)');
      await gate;
      await session.query('insert into t values (2)');
    });
    const outside = database.query<{ count: number }>('select count(*)::int as count from t');
    release();
    await inside;
    expect([0, 2]).toContain((await outside)[0]?.count);
  });

  it('lets timers run while there is always another statement to run', async () => {
    const database = await open();
    let ticked = false;
    setTimeout(() => (ticked = true), 0);
    while (!ticked) await database.query('select 1');
    expect(ticked).toBe(true);
  });

  it('gives a lock to one at a time, and again once it was released', async () => {
    const database = await open();
    const lock = await database.tryLock('a');
    expect(lock?.lost.aborted).toBe(false);
    expect(await database.tryLock('a')).toBeNull();
    const other = await database.tryLock('b');
    expect(other).not.toBeNull();
    await lock?.release();
    expect(await database.tryLock('a')).not.toBeNull();
    await lock?.release();
    expect(await database.tryLock('a')).toBeNull();
  });

  it('keeps databases in memory apart', async () => {
    const [one, other] = [await open(null), await open(null)];
    await one.query('create table t (id int)');
    await other.query('create table t (id int)');
    expect(await other.query('select * from t')).toEqual([]);
  });

  it('refuses a directory that this process has open', async () => {
    const database = await open();
    const refused = { code: 'directory-in-use', message: expect.stringContaining('this process') };
    await expect(openPglite(directory)).rejects.toMatchObject(refused);
    await expect(openPglite(directory)).rejects.toMatchObject(refused);
    await database.close();
    await database.close();
    expect(await (await open()).query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a directory that another process has open, and names it', async () => {
    const { writer } = await startWriter(0);
    await expect(openPglite(directory)).rejects.toMatchObject({
      code: 'directory-in-use',
      message: expect.stringContaining(`process ${writer.pid}`),
    });
  });

  it('takes over from killed processes and finds all they committed', async () => {
    let expected = 0;
    for (const until of [40, 80]) {
      const { writer, last } = await startWriter(until);
      await kill(writer);
      const database = await open();
      const rows = await database.query<{ number: number; length: number }>(
        'select number, length(text) as length from written order by number',
      );
      // One more than it had said may have been committed.
      expect(rows.length).toBeGreaterThan(last);
      expect(rows).toEqual(rows.map((_, number) => ({ number, length: 5_000 })));
      expect(rows.length).toBeGreaterThan(expected);
      expected = rows.length;
      await database.close();
    }
  });

  it('makes an absent directory, and starts over when making it was cut short', async () => {
    const fresh = join(directory, 'deep', 'data');
    await mkdir(join(fresh, 'postgres.new', 'base'), { recursive: true });
    await writeFile(join(fresh, 'postgres.new', 'PG_VERSION'), 'half');
    const database = await open(fresh);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(await readdir(fresh)).not.toContain('postgres.new');
  });

  it('knows the version of PostgreSQL that PGlite is', async () => {
    const version = await readFile(join(made, 'postgres', 'PG_VERSION'), 'utf8');
    expect(version.trim()).toBe(postgresVersion);
  });

  it('refuses data of another version, and lets the directory go', async () => {
    const path = join(directory, 'postgres', 'PG_VERSION');
    await writeFile(path, '16\n');
    await expect(openPglite(directory)).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('PostgreSQL 16'),
    });
    await writeFile(path, `${postgresVersion}\n`);
    expect(await (await open()).query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses what is no database, and data it can not read', async () => {
    const stranger = join(directory, 'stranger');
    await mkdir(join(stranger, 'postgres'), { recursive: true });
    const refused = { code: 'not-opened' };
    await expect(openPglite(stranger)).rejects.toMatchObject(refused);
    await writeFile(join(directory, 'postgres', 'global', 'pg_control'), 'no control data');
    await expect(openPglite(directory)).rejects.toMatchObject(refused);
  });
});

async function kill(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill('SIGKILL');
  await once(process, 'exit');
}
