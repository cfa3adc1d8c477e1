/**
 * The little of PostgreSQL that store and event stream need, so that the same statements run on a
 * server and on the engine inside the process. Adapters give objects of this shape; they need not
 * import it.
 */

/**
 * Parameters go as text and are cast in the statement: drivers differ in how they write and read
 * everything else.
 */
export type SqlParameter = string | null;

export interface SqlSession {
  /**
   * Runs one statement and resolves to its rows. Text, int4 and float8 come as string and number,
   * bool as boolean, bytea as Uint8Array, null as null; statements cast the rest to text. Rejects
   * with an error whose `code` is the SQLSTATE when PostgreSQL refused.
   */
  query<Row extends object>(
    text: string,
    parameters?: readonly SqlParameter[],
  ): Promise<readonly Row[]>;
}

export interface SqlLock {
  /** Aborted when the lock went without being released: the connection that held it broke. */
  readonly lost: AbortSignal;
  /** Safe to call twice, and when lost. */
  release(): Promise<void>;
}

export interface SqlDatabase extends SqlSession {
  /**
   * Runs `work` in one transaction (read committed), which is committed when it resolves and
   * rolled back when it rejects. Not the implementer's job: trying again.
   * @param opening statements that are run with the BEGIN, in one go, without parameters.
   */
  transaction<Result>(
    work: (session: SqlSession) => Promise<Result>,
    opening?: string,
  ): Promise<Result>;

  /**
   * Takes a lock that ends with the process at the latest, however that ends; null when somebody
   * holds it, be it in this process or another. Never waits, and holds no transaction open.
   */
  tryLock(name: string): Promise<SqlLock | null>;
}
