/**
 * PostgreSQL over the network (pg), in the shape the SQL adapter asks for: a pool of connections for
 * statements and transactions, and one more that holds this process's locks.
 */
import type { ConnectionOptions } from 'node:tls';
import { DatabaseError, Pool, type PoolClient, type PoolConfig } from 'pg';
import { createSessionLocks, type SessionLock } from './session-locks.ts';

export interface PostgresConfig {
  /** postgres://user:password@host:port/database; no part of it is ever in an error or a log. */
  readonly url: string;
  /** As node:tls takes them: ca, cert, key, servername. Without, `sslmode` in the URL decides. */
  readonly tls?: ConnectionOptions;
  /** For statements; one more is opened for locks. Default 10. */
  readonly maxConnections?: number;
  /** Milliseconds, default 10 000. */
  readonly connectTimeoutMs?: number;
  /**
   * After so long without an answer a statement is given up and its connection closed: it may be
   * one whose other end is gone. Milliseconds, default 60 000.
   */
  readonly statementTimeoutMs?: number;
  /** Seen in pg_stat_activity. Default 'herkomst'. */
  readonly applicationName?: string;
  /** Told when a connection breaks that nobody was using; the pool opens another when needed. */
  readonly onError?: (error: unknown) => void;
}

export interface PostgresSession {
  query<Row extends object>(
    text: string,
    parameters?: readonly (string | null)[],
  ): Promise<readonly Row[]>;
}

export interface PostgresDatabase extends PostgresSession {
  /** @param opening statements that go out with the BEGIN, in one message, without parameters. */
  transaction<Result>(
    work: (session: PostgresSession) => Promise<Result>,
    opening?: string,
  ): Promise<Result>;
  tryLock(name: string): Promise<SessionLock | null>;
  /** Waits for what is in hand and closes all connections. Safe to call twice. */
  close(): Promise<void>;
}

/** What the statements of the SQL adapter need. */
const oldestVersion = 14;

/**
 * Resolves once the server has answered. Rejects with pg's error when it can not be reached or lets
 * nobody in, and with the code 'server-too-old' when it is older than PostgreSQL 14.
 */
export async function openPostgres(config: PostgresConfig): Promise<PostgresDatabase> {
  const settings = toSettings(config);
  const { onError = () => {}, maxConnections = 10 } = config;
  const pool = new Pool({ ...settings, max: maxConnections });
  // Without a listener a broken idle connection would end the process.
  pool.on('error', onError);
  const locks = createSessionLocks(settings);
  let closing: Promise<void> | undefined;

  const database: PostgresDatabase = {
    async query<Row extends object>(text: string, parameters: readonly (string | null)[] = []) {
      return (await pool.query<Row>(text, [...parameters])).rows;
    },
    async transaction(work, opening = '') {
      return inTransaction(await pool.connect(), work, opening);
    },
    tryLock: (name) => locks.tryLock(name),
    close: () => (closing ??= Promise.all([locks.close(), pool.end()]).then(() => undefined)),
  };
  try {
    await refuseOldServer(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function toSettings(config: PostgresConfig): PoolConfig {
  const { url, tls, connectTimeoutMs = 10_000, statementTimeoutMs = 60_000 } = config;
  return {
    connectionString: url,
    ...(tls === undefined ? {} : { ssl: tls }),
    application_name: config.applicationName ?? 'herkomst',
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: statementTimeoutMs,
    keepAlive: true,
  };
}

async function inTransaction<Result>(
  client: PoolClient,
  work: (session: PostgresSession) => Promise<Result>,
  opening: string,
): Promise<Result> {
  // A connection that failed, unlike a statement that was refused, is of no further use.
  let broken = false;
  async function run<Row extends object>(text: string, parameters?: readonly (string | null)[]) {
    try {
      // Only what has no parameters may be several statements.
      return await client.query<Row>(text, parameters && [...parameters]);
    } catch (error) {
      broken ||= !(error instanceof DatabaseError);
      throw error;
    }
  }
  // A connection that breaks while no statement runs says so here; the next statement fails.
  const onError = () => (broken = true);
  client.on('error', onError);
  try {
    await run(`begin isolation level read committed; ${opening}`);
    const result = await work({
      async query<Row extends object>(text: string, parameters: readonly (string | null)[] = []) {
        return (await run<Row>(text, parameters)).rows;
      },
    });
    const { command } = await run('commit');
    if (command !== 'COMMIT')
      throw new Error('the transaction was rolled back: a statement failed');
    return result;
  } catch (error) {
    if (!broken) await run('rollback').catch(() => (broken = true));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

async function refuseOldServer(database: PostgresSession): Promise<void> {
  const [row] = await database.query<{ version: number; name: string }>(
    `select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_version') as name`,
  );
  if (row !== undefined && row.version >= oldestVersion) return;
  throw Object.assign(
    new Error(`the server is PostgreSQL ${row?.name}, ${oldestVersion} or newer is needed`),
    { code: 'server-too-old' },
  );
}
