import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostgres, type PostgresConfig, type PostgresDatabase } from './open.ts';
import { createTestDatabase, serverUrl, skipReason, type TestDatabase } from './testing.ts';

const timeout = 60_000;

describe('openPostgres without a server', { timeout }, () => {
  it('rejects when nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const url = `postgres://somebody:secret@127.0.0.1:${port}/nowhere`;
    const error: unknown = await openPostgres({ url }).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect(String(error)).not.toContain('secret');
  });

  it('rejects when the other end says nothing', async () => {
    const server = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `postgres://somebody@127.0.0.1:${port}/nowhere`;
    await expect(openPostgres({ url, connectTimeoutMs: 50 })).rejects.toThrow(/timeout/);
    server.close();
  });
});

describe.skipIf(serverUrl === '')(`openPostgres${skipReason}`, { timeout }, () => {
  let own: TestDatabase;
  let opened: PostgresDatabase[];
  beforeAll(async () => {
    own = await createTestDatabase();
    await own.run('create table taken (id int primary key)');
  }, timeout);
  beforeEach(async () => {
    opened = [];
    await own.run('truncate taken');
  }, timeout);
  afterEach(async () => {
    await Promise.all(opened.map((database) => database.close()));
  }, timeout);
  afterAll(() => own.drop(), timeout);

  async function open(some: Partial<PostgresConfig> = {}): Promise<PostgresDatabase> {
    const database = await openPostgres({ url: own.url, ...some });
    opened.push(database);
    return database;
  }

  /** Breaks the connections that ran a statement with this mark last, as a server's end would. */
  const breakConnections = (mark: string) =>
    own.run(
      `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query like '%${mark}%'`,
    );
  const takenIds = () => own.run('select id from taken order by id');

  it('gives text, numbers, booleans, bytes and null as they are', async () => {
    const database = await open();
    const [row] = await database.query<{ bytes: Uint8Array }>(
      `select $1::text as text, $2::text::float8 as number, 7::int as int, true as yes,
        $3::text::bytea as bytes, $4::text as nothing`,
      ['ü𠮷', '0.1', String.raw`\x00ff`, null],
    );
    expect(row).toMatchObject({ text: 'ü𠮷', number: 0.1, int: 7, yes: true, nothing: null });
    expect(Uint8Array.from(row!.bytes)).toEqual(Uint8Array.of(0, 255));
  });

  it('commits what resolves and rolls back what rejects, with the very error', async () => {
    const database = await open({ maxConnections: 1 });
    await database.transaction((session) => session.query('insert into taken values (1)'));
    const boom = new Error('boom');
    const refused = database.transaction(async (session) => {
      await session.query('insert into taken values (2)');
      throw boom;
    });
    await expect(refused).rejects.toBe(boom);
    const taken = database.transaction((session) => session.query('insert into taken values (1)'));
    await expect(taken).rejects.toMatchObject({ code: '23505' });
    await expect(database.query('insert into taken values (1)')).rejects.toMatchObject({
      code: '23505',
    });
    expect(await takenIds()).toEqual([{ id: 1 }]);
  });

  it('does not call a transaction committed in which a statement failed', async () => {
    const database = await open();
    const pretending = database.transaction(async (session) => {
      await session.query('insert into taken values (1)');
      await session.query('insert into taken values (1)').catch(() => {});
    });
    await expect(pretending).rejects.toThrow(/rolled back/);
    expect(await takenIds()).toEqual([]);
  });

  it('rejects when a connection breaks in a transaction, and takes another for the next', async () => {
    const database = await open({ maxConnections: 1 });
    const broken = database.transaction(async (session) => {
      await session.query('insert into taken values (1) /* break me */');
      await breakConnections('break me');
      await session.query('insert into taken values (2)');
    });
    await expect(broken).rejects.toThrow(/connection|terminat/i);
    expect(await takenIds()).toEqual([]);
    await database.transaction((session) => session.query('insert into taken values (3)'));
    expect(await takenIds()).toEqual([{ id: 3 }]);
  });

  it('outlives the break of a connection that nobody uses, and tells of it', async () => {
    const told = Promise.withResolvers<unknown>();
    const database = await open({ maxConnections: 1, onError: told.resolve });
    await database.query('select 1 /* idle one */');
    await breakConnections('idle one');
    expect(await told.promise).toBeInstanceOf(Error);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('gives up a statement without an answer', async () => {
    const database = await open({ maxConnections: 1, statementTimeoutMs: 2_000 });
    await expect(database.query('select pg_sleep(600)')).rejects.toThrow(/timeout/);
    const inTransaction = database.transaction((session) => session.query('select pg_sleep(600)'));
    await expect(inTransaction).rejects.toThrow(/timeout/);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await breakConnections('pg_sleep');
  });

  it('shows its name, and refuses a wrong password without repeating it', async () => {
    const database = await open({ applicationName: 'screener 7' });
    expect(await database.query(`select current_setting('application_name') as name`)).toEqual([
      { name: 'screener 7' },
    ]);
    const url = new URL(own.url);
    url.password = 'wrong-secret';
    const error: unknown = await openPostgres({ url: url.href }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain('wrong-secret');
  });

  describe('tryLock', () => {
    it('gives a lock to one at a time, within a process and between two', async () => {
      const [one, other] = [await open(), await open()];
      const lock = await one.tryLock('a');
      expect(lock?.lost.aborted).toBe(false);
      expect(await one.tryLock('a')).toBeNull();
      expect(await other.tryLock('a')).toBeNull();
      expect(await other.tryLock('b')).not.toBeNull();
      await lock?.release();
      await lock?.release();
      expect(await other.tryLock('a')).not.toBeNull();
      expect(await one.tryLock('a')).toBeNull();
    });

    it('lets one of many have it who ask at the same time', async () => {
      const databases = [await open(), await open(), await open()];
      const locks = await Promise.all(
        databases.flatMap((one) => [one.tryLock('a'), one.tryLock('a')]),
      );
      expect(locks.filter((lock) => lock !== null).length).toBe(1);
    });

    it('says when the lock was lost with its connection, and can be asked again', async () => {
      const [one, other] = [await open(), await open()];
      const lock = await one.tryLock('a');
      const lost = once(lock!.lost, 'abort');
      await breakConnections('pg_try_advisory_lock');
      await lost;
      const taken = await other.tryLock('a');
      expect(taken).not.toBeNull();
      // Whoever held it must let it go first, so that one process never believes it twice.
      expect(await one.tryLock('a')).toBeNull();
      await lock!.release();
      expect(await one.tryLock('a')).toBeNull();
      await taken!.release();
      expect(await one.tryLock('a')).not.toBeNull();
    });

    it('lets go of all locks on close', async () => {
      const [one, other] = [await open(), await open()];
      await one.tryLock('a');
      await one.close();
      await one.close();
      await expect(one.tryLock('b')).rejects.toThrow(/closed/);
      let lock = await other.tryLock('a');
      // The server notices the end of a connection a moment later.
      while (lock === null) lock = await other.tryLock('a');
      expect(lock.lost.aborted).toBe(false);
    });
  });
});
