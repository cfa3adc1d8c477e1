/**
 * Locks that other processes see and that end with this one: advisory locks of a connection kept for
 * nothing else. PostgreSQL gives a connection the same lock twice, so what is held here is also
 * remembered here.
 */
import { Client, type ClientConfig } from 'pg';

export interface SessionLock {
  /** Aborted when the connection broke: another process may have the lock now. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

export interface SessionLocks {
  tryLock(name: string): Promise<SessionLock | null>;
  close(): Promise<void>;
}

interface Connection {
  readonly client: Client;
  readonly lost: AbortController;
}

export function createSessionLocks(config: ClientConfig): SessionLocks {
  const held = new Set<string>();
  let connecting: Promise<Connection> | null = null;
  let closed = false;

  async function connect(): Promise<Connection> {
    const connection = { client: new Client(config), lost: new AbortController() };
    connection.client.on('error', () => abandon(connection));
    connection.client.on('end', () => abandon(connection));
    try {
      await connection.client.connect();
    } catch (error) {
      abandon(connection);
      throw error;
    }
    return connection;
  }

  /** With the connection all its locks are gone; the next call opens another. */
  function abandon({ client, lost }: Connection): void {
    if (lost.signal.aborted) return;
    connecting = null;
    lost.abort();
    client.end().catch(() => {
      // It is gone either way.
    });
  }

  /** Whether PostgreSQL said yes. A connection that fails to say anything is abandoned. */
  async function ask(connection: Connection, statement: string, name: string): Promise<boolean> {
    try {
      const text = `select ${statement}(hashtextextended($1, 0)) as yes`;
      const { rows } = await connection.client.query<{ yes: boolean }>(text, [name]);
      return rows[0]?.yes === true;
    } catch (error) {
      abandon(connection);
      throw error;
    }
  }

  return {
    async tryLock(name) {
      if (closed) throw new Error('the database is closed');
      if (held.has(name)) return null;
      held.add(name);
      try {
        const connection = await (connecting ??= connect());
        if (await ask(connection, 'pg_try_advisory_lock', name)) return lockOf(name, connection);
      } catch (error) {
        held.delete(name);
        throw error;
      }
      held.delete(name);
      return null;
    },
    async close() {
      closed = true;
      const connection = await connecting?.catch(() => null);
      await connection?.client.end();
    },
  };

  function lockOf(name: string, connection: Connection): SessionLock {
    const lost = connection.lost.signal;
    let released = false;
    return {
      lost,
      async release() {
        if (released) return;
        released = true;
        try {
          if (!lost.aborted) await ask(connection, 'pg_advisory_unlock', name);
        } catch {
          // The connection broke, and the lock went with it.
        } finally {
          held.delete(name);
        }
      },
    };
  }
}
